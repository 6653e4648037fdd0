"""Bytes in, text out: which encoding a file has, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from claimcheck.errors import ArticleError

LARGEST = 20_000_000  # bytes: thirty novels; what is longer is no article
_LOOKED_AT = 65_536
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))  # without tab, line ends and escape
_MOST_CONTROLS = 0.02
_MOST_FOREIGN = 0.25
_GARBLED = re.compile(r"\u00c2(?=\s)")


def contents(path: Path) -> bytes:
    """The bytes of a file; ArticleError where there is none, it is empty, cannot be read or is far too long."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise ArticleError(f"{path}: no such file or folder") from None
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror})") from None
    if len(data) > LARGEST:
        raise ArticleError(f"{path}: longer than {LARGEST // 1_000_000} MB; expected one article")
    if not data.strip():
        raise ArticleError(f"{path}: the file is empty")
    return data


def decoded(data: bytes, path: Path, *, page: bool = False) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes, without a byte order mark, and warnings; line ends stay as they are.

    A web page (`page`) that is no UTF-8 is read in the encoding that it names, if it names one that fits. What is left
    of a hard blank that was read in a wrong encoding once, "had\u00c2 said", is a blank: no word ends in it.
    """
    text, warnings = _read(data, path, page=page)
    return _GARBLED.sub(" ", text), warnings


def _read(data: bytes, path: Path, *, page: bool) -> tuple[str, tuple[str, ...]]:
    mark = next((name for start, name in _MARKS if data.startswith(start)), None)
    if mark is None and _is_binary(data[:_LOOKED_AT]):
        raise ArticleError(f"{path}: a binary file, not a text")
    try:
        return data.decode(mark or "utf-8"), ()
    except UnicodeDecodeError as error:
        if mark is not None:
            raise ArticleError(f"{path}: not valid {mark.upper().removesuffix('-SIG')}: {error.reason}") from None
        named = _as_named(data) if page else None
        return (named, ()) if named is not None else _western(data, path, error)


_NAMED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.I)
_HEAD = 4096  # bytes: where a page says what it is


def _as_named(data: bytes) -> str | None:
    name = _NAMED.search(data, 0, _HEAD)
    try:
        return data.decode(name[1].decode()) if name else None
    except (LookupError, ValueError):
        return None


def _is_binary(sample: bytes) -> bool:
    if b"\0" in sample:
        return True
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * _MOST_CONTROLS


def _western(data: bytes, path: Path, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    """Windows-1252, where the text looks like it: mostly ASCII, and no byte that this encoding lacks."""
    where = f"byte {error.start + 1} is no UTF-8"
    sample = data[:_LOOKED_AT]
    foreign = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text or foreign > len(sample) * _MOST_FOREIGN:
        raise ArticleError(f"{path}: {where}; expected UTF-8 text") from None
    return text, (f"{where}; read as Windows-1252",)
