"""Claims of one figure in, origins out: which of them carry one and the same statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from claimcheck.records import Article, Claim
from claimcheck.slots import Subject

_NEAR = 88
_LONG = 40  # characters of a sentence that is hardly written twice by chance
_ABOVE = frozenset({"headline", "caption"})
_BROAD = frozenset({"collective", "anonymous", "hearsay"})


def origins(claims: Sequence[Subject], articles: Mapping[str, Article]) -> tuple[tuple[str, ...], ...]:
    """The claims' ids by statement: one source giving one number, however many articles and sentences carry it."""
    if len(claims) == 1:  # as most figures are
        return ((claims[0].claim.id,),)
    order = {subject.claim.id: n for n, subject in enumerate(claims)}
    by_number: dict[float, list[Subject]] = defaultdict(list)
    for subject in claims:
        by_number[subject.amount.value].append(subject)
    groups = [group for subjects in by_number.values() for group in _statements(subjects, articles)]
    found = [tuple(sorted((subject.claim.id for subject in group), key=order.__getitem__)) for group in groups]
    return tuple(sorted(found, key=lambda ids: order[ids[0]]))


def _statements(claims: Sequence[Subject], articles: Mapping[str, Article]) -> list[list[Subject]]:
    """Claims of one number by statement."""
    groups: list[list[Subject]] = []
    for claim in claims:
        same = [group for group in groups if any(one_statement(claim, other, articles) for other in group)]
        if len(same) == 1:
            same[0].append(claim)
        else:
            joined = [claim, *(member for group in same for member in group)]
            groups = [group for group in groups if group not in same] + [joined]
    return groups


def one_statement(a: Subject, b: Subject, articles: Mapping[str, Article]) -> bool:
    """Whether two claims go back to one statement."""
    if a.amount.value != b.amount.value:
        return False
    if a.claim.article == b.claim.article and (a.voice == b.voice or _told_above(a, b)):
        return True
    if _firm(a) and _firm(b) and set(a.voice) & set(b.voice):
        return True
    if _credit(a, b, articles):
        return True
    if a.voice and b.voice and set(a.voice).isdisjoint(b.voice):
        return False  # "31 died, rescuers said" and "31 died, the mayor said" are two who say so
    if min(last - first for first, last in (a.claim.sentence, b.claim.sentence)) < _LONG:
        return False
    return _near(_sentence(a.claim, articles), _sentence(b.claim, articles))


def _told_above(a: Subject, b: Subject) -> bool:
    """Whether a headline or a caption gives in the paper's own voice what its text gives in somebody's."""
    return a.kind != b.kind and any(not s.voice and s.kind in _ABOVE for s in (a, b))


def _firm(subject: Subject) -> bool:
    """A source that is somebody: "officials" of two articles may be two people."""
    who = subject.claim.attribution
    return bool(who and who.sources and all(source.kind not in _BROAD for source in who.sources))


def _credit(a: Subject, b: Subject, articles: Mapping[str, Article]) -> bool:
    """One article speaks in its own voice, the other names that outlet as its source."""
    if not a.voice and not b.voice:
        return False
    for teller, quoter in ((a, b), (b, a)):
        outlet = articles[teller.claim.article].outlet
        if not teller.voice and outlet and any(name.casefold() == outlet.casefold() for name in quoter.voice):
            return True
    return False


def _sentence(claim: Claim, articles: Mapping[str, Article]) -> str:
    return " ".join(articles[claim.article].text[slice(*claim.sentence)].split()).casefold()


def _near(a: str, b: str) -> bool:
    """Sentences that differ in a few words: one copied from the other, or both from a third."""
    return min(len(a), len(b)) >= _LONG and fuzz.ratio(a, b, score_cutoff=_NEAR) > 0
