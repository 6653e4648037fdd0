"""Regular English verbs in, their inflected forms out."""

from __future__ import annotations

from collections.abc import Container

_VOWELS = "aeiou"


def third_person(base: str) -> str:
    """carry → carries."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in _VOWELS else base + "s"


def past_form(base: str, stressed: Container[str]) -> str:
    """carry → carried, stop → stopped, refer → referred: past and participle; `stressed` are verbs like "refer"."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base, stressed) + "ed"


def gerund(base: str, stressed: Container[str]) -> str:
    """lie → lying, stop → stopping, refer → referring."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _doubled(base, stressed) + "ing"


def _doubled(base: str, stressed: Container[str]) -> str:
    short = len(base) > 2 and base[-1] not in "aeiouwxyh" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    one_syllable = sum(letter in _VOWELS for letter in base) == 1
    return base + base[-1] if short and (one_syllable or base in stressed) else base
