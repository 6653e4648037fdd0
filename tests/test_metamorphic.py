"""The five articles told of other countries, places, people and figures: the structure stays the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

import claimcheck
from claimcheck.pipeline import load_rules
from claimcheck.records import DISPUTES, Analysis, Article, Claim

ROOT = Path(__file__).parent.parent
pytestmark = [pytest.mark.once, pytest.mark.xdist_group("metamorphic")]

# One row a country: name, adjective and people's name in the singular, plural, capital.
COUNTRIES = {
    "Ethiopia": ("Ethiopia", "Ethiopian", "Ethiopians", "Addis Ababa"),
    "Eritrea": ("Eritrea", "Eritrean", "Eritreans", "Asmara"),
    "Peru": ("Peru", "Peruvian", "Peruvians", "Lima"),
    "Ecuador": ("Ecuador", "Ecuadorian", "Ecuadorians", "Quito"),
    "India": ("India", "Indian", "Indians", "New Delhi"),
    "Pakistan": ("Pakistan", "Pakistani", "Pakistanis", "Islamabad"),
    "Bulgaria": ("Bulgaria", "Bulgarian", "Bulgarians", "Sofia"),
    "Romania": ("Romania", "Romanian", "Romanians", "Bucharest"),
    "Egypt": ("Egypt", "Egyptian", "Egyptians", "Cairo"),
    "Kenya": ("Kenya", "Kenyan", "Kenyans", "Nairobi"),
    "Brazil": ("Brazil", "Brazilian", "Brazilians", "Brasilia"),
    "Mexico": ("Mexico", "Mexican", "Mexicans", "Mexico City"),
    "China": ("China", "Chinese", "Chinese", "Beijing"),
    "Japan": ("Japan", "Japanese", "Japanese", "Tokyo"),
    "Italy": ("Italy", "Italian", "Italians", "Rome"),
    "Spain": ("Spain", "Spanish", "Spaniards", "Madrid"),
}
# Who stands for Azerbaijan, Armenia, Russia and Turkey, and the names of places and people.
VARIANTS = {
    "horn": ("Ethiopia", "Eritrea", "Egypt", "Kenya", "Barentu", "Upper", ("Tokombia", "Mensura", "Haykota", "Golij")),
    "andes": ("Peru", "Ecuador", "Brazil", "Mexico", "Tiwinza", "Upper", ("Coangos", "Yaupi", "Santiago", "Banderas")),
    "asia": ("India", "Pakistan", "China", "Japan", "Baltoro", "Upper", ("Skardo", "Khapal", "Siari", "Turtok")),
    "balkans": ("Bulgaria", "Romania", "Italy", "Spain", "Baranja", "Lower", ("Dalj", "Tenja", "Ilok", "Bapska")),
}
PEOPLE = {
    "Hikmet Hajiyev": "Samuel Temes",
    "Hajiyev": "Temes",
    "Ilham Aliyev": "Daniel Orbe",
    "Namig Efendiyev": "Martin Salu",
    "Natig Jafarli": "Peter Konde",
    "Ali Hajizadeh": "Adam Velk",
    "Ahmad Alili": "Josef Lamar",
    "Alili": "Lamar",
    "Yusif Budakov": "Viktor Semel",
    "Latafa Budakov": "Irina Semel",
    "Budakov": "Semel",
    "Budagov": "Samel",
    "Nikol Pashinyan": "Boris Arden",
    "Recep Tayyip Erdogan": "Ivan Marlo",
    "Marco Succi": "Paul Dorn",
}
# Figures that keep what the old ones had: order, roundness, and what they add up to.
FIGURES = {
    "2,855": "2,745",
    "3,000": "4,000",
    "6,500": "7,500",
    "750,000": "650,000",
    "4,000": "5,000",
    "3,980": "4,975",
    "3,209": "4,118",
    "774": "861",
    "187": "198",
    "309": "412",
    "170": "180",
    "613": "724",
    "487": "598",
    "1,275": "1,386",
    "120,000": "130,000",
    "286": "297",
    "30,000": "40,000",
    "169": "183",
    "115": "125",
}


def rewriter(variant: str) -> Callable[[str], str]:
    """Tells a text of other countries, places, people and figures, all at once."""
    azerbaijan, armenia, russia, turkey, region, upper, towns = VARIANTS[variant]
    words = dict(PEOPLE) | FIGURES
    for old, new in (
        (("Azerbaijan", "Azerbaijani", "Azerbaijanis", "Baku"), azerbaijan),
        (("Azerbaijan", "Azeri", "Azeris", "Baku"), azerbaijan),
        (("Armenia", "Armenian", "Armenians", "Yerevan"), armenia),
        (("Russia", "Russian", "Russians", "Moscow"), russia),
        (("Turkey", "Turkish", "Turks", "Ankara"), turkey),
    ):
        words |= dict(zip(old, COUNTRIES[new], strict=True))
    for old in ("Nagorno-Karabakh", "Nagorny Karabakh", "Nagorno Karabakh"):
        words[old] = f"{upper}{'-' if '-' in old else ' '}{region}"  # a name of one word, or of two
    words |= {"Karabakh": region, "Artsakh": f"{region}ia"}
    words |= dict(zip(("Khojaly", "Shusha", "Khankendi", "Fizuli"), towns, strict=True))
    words |= {old.casefold(): new.casefold() for old, new in words.items()}
    pattern = re.compile(r"(?<![\w,])(" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?![\d])")

    def rewrite(text: str) -> str:
        text = pattern.sub(lambda found: words[found[1]], text)
        # "an Azerbaijani soldier" → "a Peruvian soldier", "a Russian base" → "an Italian base"
        return re.sub(r"\b([Aa])n? (?=([A-Z]))", lambda a: a[1] + ("n " if a[2] in "AEIOU" else " "), text)

    return rewrite


def seeds() -> list[Article]:
    return [article for path in sorted((ROOT / "seeds").glob("*.txt")) for article in claimcheck.read(path)]


def rewritten(articles: list[Article], rewrite: Callable[[str], str]) -> list[Article]:
    return [
        msgspec.structs.replace(
            article,
            text=rewrite(article.text),
            title=article.title and rewrite(article.title),
            body=len(rewrite(article.text[: article.body])),
        )
        for article in articles
    ]


def events_told(folder: Path, rewrite: Callable[[str], str]) -> Path:
    """A folder of rules with the events, the places and the region of the five articles, told of the other country."""
    for name in ("events.toml", "places.toml", "parties.toml"):
        pack = (ROOT / "rules" / name).read_text(encoding="utf-8")
        (folder / name).write_text(rewrite(pack), encoding="utf-8")
    countries = (ROOT / "rules" / "countries.toml").read_text(encoding="utf-8").split("[[rule]]")
    region = next(rule for rule in countries if 'id = "C-NK"' in rule)
    (folder / "countries.toml").write_text(f"[[rule]]{rewrite(region)}", encoding="utf-8")
    return folder


def told(claim: Claim) -> dict[str, Any]:
    """What must stay as it was, whatever country the article is about."""
    by = claim.attribution
    return {
        "article": claim.article,
        "qualifier": claim.quantity.qualifier,
        "dimension": claim.quantity.dimension,
        "unit": claim.quantity.unit,
        "noun": claim.description.unit,
        "class": claim.description.noun_class,
        "measure": claim.description.measure and claim.description.measure.value,
        "status": claim.description.status and claim.description.status.value,
        "kinds": [source.kind for source in by.sources] if by else None,
        "manner": by and by.manner,
        "carried": by and by.carried,
        "conduit": by and by.conduit and by.conduit.kind,
    }


def names(claim: Claim) -> list[str]:
    return sorted(source.name for source in claim.attribution.sources) if claim.attribution else []


def parties(analysis: Analysis, before: Analysis) -> list[str | None]:
    """Whose people are counted; left out where it is a territory that a table of the world knows by its name."""
    return [
        claim.description.party and claim.description.party.value
        for claim, old in zip(analysis.claims, before.claims, strict=True)
        if not (old.description.party and "Karabakh" in old.description.party.value)
    ]


def related(analysis: Analysis) -> set[tuple[int, int, str]]:
    """The relations by the place of their claims in the run."""
    place = {claim.id: i for i, claim in enumerate(analysis.claims)}
    return {(*_ordered(place[r.a], place[r.b], r.kind), r.kind) for r in analysis.relations}


def parts_told(analysis: Analysis) -> list[int]:
    """How many wholes the text names for each claim."""
    return [len(claim.description.part_of) for claim in analysis.claims]


def _ordered(a: int, b: int, kind: str) -> tuple[int, int]:
    return (a, b) if kind == "part_of" else (min(a, b), max(a, b))


@pytest.fixture(scope="module")
def before() -> Analysis:
    return claimcheck.analyse(seeds())


@pytest.fixture(scope="module", params=VARIANTS)
def rewrite(request: pytest.FixtureRequest) -> Callable[[str], str]:
    return rewriter(request.param)


@pytest.fixture(scope="module")
def after(rewrite: Callable[[str], str]) -> Analysis:
    """The articles told of other countries, by rules that know nothing of their events."""
    return claimcheck.analyse(rewritten(seeds(), rewrite))


@pytest.fixture(scope="module")
def informed(rewrite: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    """The same by rules that have their events told too."""
    rules = load_rules(str(events_told(tmp_path_factory.mktemp("rules"), rewrite)))
    return claimcheck.analyse(rewritten(seeds(), rewrite), rules)


def test_claims_keep_their_structure(before: Analysis, after: Analysis) -> None:
    assert [told(claim) for claim in after.claims] == [told(claim) for claim in before.claims]


def test_sources_are_the_analogous_ones(rewrite: Callable[[str], str], before: Analysis, after: Analysis) -> None:
    expected = [sorted(rewrite(name) for name in names(claim)) for claim in before.claims]
    assert [names(claim) for claim in after.claims] == expected


def test_parties_are_the_analogous_ones(rewrite: Callable[[str], str], before: Analysis, informed: Analysis) -> None:
    assert parties(informed, before) == [party and rewrite(party) for party in parties(before, before)]


def test_without_a_named_event_nothing_new_is_disputed(before: Analysis, after: Analysis) -> None:
    disputes = {(a, b) for a, b, kind in related(before) if kind in DISPUTES}
    assert {(a, b) for a, b, kind in related(after) if kind in DISPUTES} <= disputes


def test_parts_that_the_text_tells_hang_on_no_named_event(before: Analysis, after: Analysis) -> None:
    assert parts_told(after) == parts_told(before)


def test_with_the_events_told_all_relations_are_the_same(before: Analysis, informed: Analysis) -> None:
    assert related(informed) == related(before)
    assert [s.verdict for s in informed.sums] == [s.verdict for s in before.sums]
