"""Claims in, figures out: which claims are about the same quantity. Leaves who is right to nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.records import Claim, Comparison, Figure, Reading
from claimcheck.rules import Rules
from claimcheck.slots import Book, levels, subject_of, world_of
from claimcheck.stages.match.events import events
from claimcheck.stages.match.grouping import group
from claimcheck.stages.match.origins import origins
from claimcheck.stages.match.titles import event_names, event_of, slug, title


def match(readings: Sequence[Reading], rules: Rules) -> tuple[Figure, ...]:
    """The figures that the claims of all articles are about; every claim is in exactly one."""
    book = rules.once(Book)
    keys, kin = events(readings, book, rules)
    told = sorted(
        ((claim, reading) for reading in readings for claim in reading.claims), key=lambda two: _order(two[0])
    )
    subjects = [subject_of(claim, keys[claim.id], reading) for claim, reading in told]
    articles = {reading.article.name: reading.article for reading in readings}
    names = rules.once(event_names)
    slugs: Counter[str] = Counter()
    found = []
    for numbers in group(subjects, book, world_of(readings, rules, kin)):
        members = [subjects[n] for n in numbers]
        name, event = slug(members), event_of(members)
        slugs[name] += 1
        found.append(
            Figure(
                id=name if slugs[name] == 1 else f"{name}-{slugs[name]}",
                title=title(members, names),
                claims=tuple(subject.claim.id for subject in members),
                origins=origins(members, articles),
                event=event,
                loose=tuple(s.claim.id for s in members if s.slots.event != event),
            )
        )
    return tuple(sorted(found, key=lambda figure: figure.id))


def explain(left: Claim, right: Claim, readings: Sequence[Reading], rules: Rules) -> Comparison:
    """How two claims compare, slot by slot, whether or not they were put together."""
    book = rules.once(Book)
    keys, kin = events(readings, book, rules)
    by_name = {reading.article.name: reading for reading in readings}
    a, b = (subject_of(claim, keys.get(claim.id), by_name.get(claim.article)) for claim in (left, right))
    found = levels(a, b, book, world_of(readings, rules, kin))
    blocked = next((level.field for level in found if book.vetoes(level.field, level.label)), None)
    return Comparison(left=left.id, right=right.id, levels=found, blocked_by=blocked)


def _order(claim: Claim) -> tuple[str, int, int]:
    return (claim.article, claim.quantity.start, claim.quantity.end)
