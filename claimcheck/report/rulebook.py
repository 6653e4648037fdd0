"""Rules in, a list, one rule whole, or the page docs/rules.md out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from claimcheck.errors import UsageError
from claimcheck.rules import Rules
from claimcheck.rules.base import Example, Rule
from claimcheck.safe import encodable, markdown, one_line

_KNOWN = ("id", "name", "doc", "yes", "no", "todo")


def listed(rules: Rules, pack: str | None = None, *, encoding: str = "utf-8") -> str:
    """A line a rule: id, pack, name, what it says. Raises UsageError for a pack that is not there."""
    if pack is not None and pack not in rules.names():
        raise UsageError(f"no pack {pack!r}; there are {', '.join(rules.names())}")
    rows = [(id_, name, rule) for id_, (name, rule) in rules.by_id().items() if pack in (None, name)]
    wide = [max(map(len, column), default=0) for column in ([row[0] for row in rows], [row[1] for row in rows])]
    lines = (f"{id_:<{wide[0]}}  {name:<{wide[1]}}  {rule.name}: {rule.doc}" for id_, name, rule in rows)
    return "".join(f"{encodable(one_line(line).rstrip(' :'), encoding)}\n" for line in lines)


def shown(rules: Rules, id_: str, *, encoding: str = "utf-8") -> str:
    """One rule with all that it holds. Raises UsageError for an id that is not there."""
    known = rules.by_id()
    if id_ not in known:
        near = [other for other in known if other.casefold().startswith(id_.casefold()[:1])]
        raise UsageError(f"no rule {id_!r}; `claimcheck rules list` shows them{f', as {near[0]}' if near else ''}")
    pack, rule = known[id_]
    lines = (f"{rule.id} {rule.name} (pack {pack})", *([rule.doc] if rule.doc else []), *_facts(rule), *_examples(rule))
    return "".join(f"{encodable(one_line(line), encoding)}\n" for line in lines)


def rules_page(rules: Rules) -> str:
    """Every rule as Markdown, a table a pack: the text of docs/rules.md."""
    return "\n".join(_page(rules)) + "\n"


def _facts(rule: Rule) -> Iterable[str]:
    for name, value in _given(rule).items():
        if name not in _KNOWN:
            yield f"  {name} = {_written(value)}"


def _given(record: msgspec.Struct) -> dict[str, Any]:
    """The fields of a record that are not what they would be without a word."""
    fields = msgspec.structs.fields(record)
    return {field.name: value for field in fields if (value := getattr(record, field.name)) != field.default}


def _written(value: Any) -> str:
    """A value nearly as the TOML file has it."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, msgspec.Struct):
        value = _given(value)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name} = {_written(inner)}' for name, inner in value.items())}}}"
    return str(value)


def _examples(rule: Rule) -> Iterable[str]:
    for label, examples in (("yes", rule.yes), ("no", rule.no), ("todo", rule.todo)):
        for example in examples:
            yield f"  {label}: {_example(example)}"


def _example(example: Example) -> str:
    return example if isinstance(example, str) else f"{example[0]} => {_written(example[1])}"


def _page(rules: Rules) -> Iterable[str]:
    yield from ("# Rules", "", "Generated from the packs in `rules/` by `python docs/generate.py`; edit those.")
    packs: dict[str, list[Rule]] = {}
    for name, rule in rules.by_id().values():
        packs.setdefault(name, []).append(rule)
    yield from ("", "| pack | rules |", "|---|---|")
    yield from (f"| [{name}](#{name}) | {len(packs[name])} |" for name in sorted(packs))
    for name in sorted(packs):
        yield from ("", f"## {name}", "", "| id | name | what it says | yes | no |", "|---|---|---|---|---|")
        yield from (_row(rule) for rule in packs[name])


def _row(rule: Rule) -> str:
    first = [markdown(_example(examples[0])) if examples else "" for examples in (rule.yes, rule.no)]
    return f"| {markdown(rule.id)} | {markdown(rule.name)} | {markdown(rule.doc)} | {first[0]} | {first[1]} |"
