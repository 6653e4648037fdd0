"""An outcome in, the text that a terminal or a CI system shows best out. Articles are hostile: every format escapes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimcheck.check.formats import github, gitlab, json, junit, sarif, text
from claimcheck.check.outcome import Outcome

FORMATS: Mapping[str, Callable[[Outcome], str]] = {
    "text": text.render,
    "json": json.render,
    "sarif": sarif.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "junit": junit.render,
}
