"""What an explanation is made of, and finding the claims that it is about."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.errors import UsageError
from claimcheck.quotes import Texts
from claimcheck.records import Analysis, Article, Claim, Reading, Record
from claimcheck.rules import Rules


class Step(Record, frozen=True):
    """One thing that was found or decided, the rule by which, and the steps that it rests on."""

    text: str
    rule: str | None = None  # id, and name where the rule is loaded
    steps: tuple[Step, ...] = ()


def claim_named(analysis: Analysis, id_: str) -> Claim:
    """The claim of an id, or of a beginning that no other claim has. Raises UsageError."""
    claims = analysis.claims
    found = [claim for claim in claims if claim.id == id_] or [claim for claim in claims if claim.id.startswith(id_)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{id_}: {len(found)} claims begin so: {', '.join(claim.id for claim in found[:10])}")
    told = "`claimcheck report` shows the ids in brackets, `--in` names other articles"
    raise UsageError(f"{id_}: no such claim in these articles; {told}")


def reading_of(analysis: Analysis, claim: Claim) -> Reading:
    """The reading that a claim is from."""
    return next(reading for reading in analysis.readings if reading.article.name == claim.article)


def worded(article: Article, claim: Claim) -> str:
    """The number as the article words it."""
    return article.text[claim.quantity.start : claim.quantity.end]


def named_rules(ids: Iterable[str], rules: Rules) -> str | None:
    """Rules as a reader finds them again: "Q03 at-least, N01"; None for none."""
    known = rules.once(Rules.by_id)
    shown = [f"{id_} {known[id_][1].name}" if id_ in known else id_ for id_ in dict.fromkeys(ids)]
    return ", ".join(shown) or None


def brief(analysis: Analysis, claim: Claim) -> str:
    """A claim in a line: its words, where it stands, its id."""
    reading = reading_of(analysis, claim)
    place = Texts([reading]).place(claim.article, claim.quantity.start)
    counted = f" {claim.description.object}" if claim.description.object else ""
    return f"“{worded(reading.article, claim)}”{counted}, {place} [{claim.id}]"
