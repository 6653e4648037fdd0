"""Text of articles made harmless for where it is shown. Articles are hostile: nothing of theirs may act.

Whoever shows text calls one of these; the records themselves are never altered.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

# Controls, format characters (bidi overrides, zero widths), surrogates, private use, unassigned, line separators.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_ODD = re.compile(r"[^ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
# What a terminal obeys, whole (ECMA-48): ESC[0m, ESC]0;title BEL, ESC(B, ESC7; of an unclosed one only its beginning.
_SEQUENCES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])(?:[^\x00-\x06\x0a-\x1f\x07\x9c]{0,500}(?:\x07|\x9c|\x1b\\))?"
    r"|\x1b(?:[ -/]{1,4}[0-~]|[0-9=>c\\])?"
)
_STARTS = re.compile("[\x1b\x90-\x9f]")
# "Kenya`s army", "Kenya´s", "Kenya‘s": what keyboards without an apostrophe put for it.
_APOSTROPHES = re.compile(r"(?<=[^\W\d_])[`´‘ʼ＇](?=(?:s|t|re|ve|ll|d|m)\b)")
_BREAKS = re.compile(r"[ \t]*[\r\n]+\s*|\t")

# What a terminal would obey, and what JSON leaves as it is: written as \u009b inside the strings.
_ACTING = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")

# What an encoding may lack, in the nearest letters of ASCII.
_PLAIN = {
    "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‹": "'", "›": "'",
    "–": "-", "—": "--", "‐": "-", "‑": "-", "−": "-", "…": "...", "·": "-", "•": "*", "\u00a0": " ", "×": "x",
}  # fmt: skip


def calm(text: str) -> str:
    """The text as it is read, as long: blanks over what a terminal would obey, and one sign for all apostrophes."""
    text = _SEQUENCES.sub(_blank, text) if _STARTS.search(text) else text
    return _APOSTROPHES.sub("'", text)


def visible(text: str) -> str:
    r"""The text with every character that acts instead of showing written out: \x1b, \u202e. Line breaks stay."""
    return _ODD.sub(_written_out, text)


def one_line(text: str) -> str:
    """The same, with line breaks and tabs as single spaces."""
    return visible(_BREAKS.sub(" ", text))


def encodable(text: str, encoding: str) -> str:
    r"""The text with what the encoding lacks in ASCII, or written out (\u0259), so that no character is lost."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return "".join(_fitting(char, encoding) for char in text)
    return text


def csv_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection)."""
    shown = visible(text).replace("\r", "\n")
    return "'" + shown if shown.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")) else shown


def markdown(text: str) -> str:
    """The text for a line or a table cell of Markdown: no markup, no HTML, no links, no mentions."""
    shown = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shown = re.sub(r"([\\`*_{}\[\]()#!|~$])", r"\\\1", shown)
    shown = shown.replace("://", "&#58;//").replace("@", "&#64;")
    shown = re.sub(r"(?i)\b(www)\.", r"\1&#46;", shown)
    return re.sub(r"^([-+=]|\d+(?=[.)](?:\s|$)))", lambda found: f"&#{ord(found[0][0])};{found[0][1:]}", shown)


def html(text: str) -> str:
    """The text for HTML and XML, between tags or inside quotation marks."""
    shown = visible(text)
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        shown = shown.replace(char, entity)
    return shown


def dumped(value: Any, *, indent: int | None = None) -> str:
    """JSON as text that no terminal acts on; every string reads back as it was."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def dot(text: str) -> str:
    """The text as a quoted string of DOT (https://graphviz.org/doc/info/lang.html), quotation marks included."""
    return '"' + one_line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _written_out(found: re.Match[str]) -> str:
    char = found[0]
    if char == "\n" or unicodedata.category(char) not in _HIDDEN:
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _fitting(char: str, encoding: str) -> str:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return _PLAIN.get(char) or char.encode("ascii", "backslashreplace").decode()
    except LookupError:
        return _fitting(char, "ascii")
    return char
