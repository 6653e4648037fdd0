"""Texts through the stages up to describe, for the tests of what is counted."""

from __future__ import annotations

from claimcheck.examples import DAY
from claimcheck.pipeline import load_rules, numbers
from claimcheck.records import Article, Description, Fact, Quantity, Rejected
from claimcheck.rules import Rules

Described = tuple[Quantity, Description | Rejected]


def rules_as_shipped() -> Rules:
    """The packs of this checkout."""
    return load_rules()


def described(text: str, *, date: str | None = DAY) -> tuple[Described, ...]:
    """Every quantity of a text with its description or refusal."""
    return numbers(Article.from_text(text, date=date), rules_as_shipped()).described


def at(text: str, number: str, *, date: str | None = DAY) -> Description | Rejected:
    """The description of the number that the text writes so."""
    start = text.index(number)
    for quantity, description in described(text, date=date):
        if quantity.start < start + len(number) and start < quantity.end:
            return description
    raise AssertionError(f"no quantity at {number!r}")


def claim(text: str, number: str, *, date: str | None = DAY) -> Description:
    """The same, where it must be a claim."""
    found = at(text, number, date=date)
    assert isinstance(found, Description), f"refused by {found.rule}"
    return found


def value(fact: Fact | None) -> str:
    """What a fact says; "" where there is none."""
    return fact.value if fact else ""
