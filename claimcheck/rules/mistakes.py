"""The table of a rule and its type in, every mistake in it out, each with its key. For tables that are not valid."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, Literal, Union, get_args, get_origin

import msgspec

from claimcheck.rules.base import Rule

_SIMPLE = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


def mistakes(row: Any, kind: type[Rule]) -> Iterator[tuple[str | None, str]]:
    """Keys with what is wrong with them; msgspec itself stops at the first."""
    if not isinstance(row, dict):
        yield None, "expected a table"
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for key in (key for key in row if key not in fields):
        yield key, f"unknown key {key!r}; {_instead(key, fields)}"
    for key, field in fields.items():
        if key not in row and field.required:
            yield None, f"no {key!r}; expected {_expected(field.type)}"
        elif key in row:
            yield from ((key, f"{key}: {wrong}") for wrong in _wrong(row[key], field.type))


def _instead(key: str, fields: Iterable[str]) -> str:
    near = get_close_matches(key, list(fields), n=1)
    return f"did you mean {near[0]!r}?" if near else f"expected {', '.join(fields)}"


def _wrong(value: Any, kind: Any) -> Iterator[str]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        where = str(error).rpartition(" - at ")[2] if " - at " in str(error) else ""
        place = where.strip("`").removeprefix("$")
        yield f"{_short(value)} is not {_expected(kind)}{f' (at {place})' if place else ''}"


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:60]}…"


def _expected(kind: Any) -> str:
    """A type in words: "a text", "one of 'all', 'rest'", "a list of texts"."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return f"one of {', '.join(map(repr, inner))}" if len(inner) > 1 else repr(inner[0])
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        return f"a list, each {_expected(inner[0])}"
    if origin is tuple:
        return f"a list of {' and '.join(map(_expected, inner))}"
    if origin in (Union, types.UnionType):
        return " or ".join(_expected(each) for each in inner if each is not type(None))
    if origin is dict:
        return f"a table of {_expected(inner[1])}"
    return _SIMPLE.get(kind, "a value of another kind" if kind is not Any else "a value")
