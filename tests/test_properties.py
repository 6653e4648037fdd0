"""What holds for any articles: spans, order, copies, strangers, odd text, hash seeds, time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import msgspec
import pytest
from clock import assert_in_proportion
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimcheck
from benchmarks import cases
from claimcheck.pipeline import load_rules, read_one
from claimcheck.records import Analysis, Article, Claim, Reading, Span
from claimcheck.safe import calm

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.once
SEEDS = [a for path in sorted((ROOT / "seeds").glob("*.txt")) for a in claimcheck.read(path)]
INVENTED = [
    msgspec.structs.replace(article, name=f"{path.stem}-{article.name}.txt")
    for path in cases.folder(ROOT / "tests" / "cases")
    for article in (cases.unmark(text)[0] for text in cases.load(path).article)
]
CASE = {
    f"{path.stem}-{text.name}.txt": path.stem
    for path in cases.folder(ROOT / "tests" / "cases")
    for text in cases.load(path).article
}
SENTENCES = [line for article in SEEDS + INVENTED for line in article.text.splitlines() if line.strip()]
# News with the seams broken: lines of articles beside odd characters, quotes and numbers.
PIECES = st.one_of(
    st.sampled_from(SENTENCES),
    st.text(max_size=20),
    st.sampled_from(
        ['"', "“", "”", "’", "«", "(", "İ", "ﬁ", "\u2028", "\r\n", "\n\n", "1,0,0", "½", "٣", "-", "$", "%", "."]
    ),
    st.integers().map(str),
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join)
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def reading(text: str) -> Reading:
    return read_one(Article.from_text(text, date="2024-05-01"), load_rules())


def spans(claim: Claim) -> Iterator[Span]:
    """Every span that a claim shows, but for those of a carried attribution's mention."""
    quantity, description, by = claim.quantity, claim.description, claim.attribution
    yield quantity.start, quantity.end
    yield quantity.number
    yield claim.sentence
    facts = (description.measure, description.party, description.event, description.place, description.as_of)
    yield from (fact.span for fact in (*facts, *description.event_terms) if fact and fact.span)
    yield from (span for span in (description.object_span, *(part.span for part in description.part_of)) if span)
    if by:
        yield from (span for span in (by.speaker, by.cue, by.conduit_span, by.resolved, by.hedge) if span)


@RELAXED
@given(TEXTS)
def test_spans_lie_in_the_text(text: str) -> None:
    read = reading(text)

    for claim in read.claims:
        for start, end in spans(claim):
            assert 0 <= start < end <= len(text)
        assert claim.quantity.start <= claim.quantity.number[0] < claim.quantity.number[1] <= claim.quantity.end
        assert claim.sentence[0] <= claim.quantity.start < claim.quantity.end <= claim.sentence[1]
    for refused in read.rejected:
        assert 0 <= refused.start < refused.end <= len(text)


@RELAXED
@given(TEXTS)
def test_a_number_is_a_claim_or_refused_and_claimed_once(text: str) -> None:
    read = reading(text)

    taken = sorted(claim.quantity.number for claim in read.claims)
    assert all(a[1] <= b[0] for a, b in pairwise(taken))


@RELAXED
@given(TEXTS)
def test_the_object_is_the_slice(text: str) -> None:
    for claim in reading(text).claims:
        if claim.description.object_span:
            start, end = claim.description.object_span
            assert calm(text)[start:end] == claim.description.object  # what only a terminal would obey is blank


@pytest.mark.parametrize("mark", "¹²⑤⒈½٣४８")
def test_a_raised_or_circled_digit_is_read_like_any_other_character(mark: str) -> None:
    text = f"Rebels killed 40 people. {mark}\n\nThis was told on Monday. {mark} of {mark}."
    assert [claim.quantity.value for claim in reading(text).claims][:1] == [40]


@RELAXED
@given(TEXTS)
def test_a_source_has_a_cue_in_the_text(text: str) -> None:
    for claim in reading(text).claims:
        if claim.attribution and claim.attribution.sources:
            start, end = claim.attribution.cue
            assert text[start:end].strip()


@RELAXED
@given(TEXTS)
def test_the_typical_range_lies_in_what_the_words_allow_or_rounds_them(text: str) -> None:
    for quantity in claimcheck.pipeline.quantities(text):
        assert quantity.literal.low <= quantity.literal.high
        assert quantity.typical.low <= quantity.typical.high
        # Fewer than none is no range at all.
        assert quantity.value == 0 or quantity.typical.meets(quantity.literal)


@RELAXED
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert reading(text) == reading(text)


@pytest.fixture(scope="module")
def together() -> Analysis:
    return claimcheck.analyse(SEEDS)


def structure(analysis: Analysis, only: set[str]) -> tuple[set[tuple[str, str]], set[tuple[str, str, str]]]:
    """Which claims of the named articles share a figure, and how they are related."""
    mine = {claim.id for claim in analysis.claims if claim.article in only}
    pairs = {(a, b) for figure in analysis.figures for a, b in combinations(sorted(set(figure.claims) & mine), 2)}
    return pairs, {(r.a, r.b, r.kind) for r in analysis.relations if {r.a, r.b} <= mine}


@settings(max_examples=5, deadline=None)
@given(st.permutations(SEEDS))
def test_file_order_changes_nothing(articles: list[Article]) -> None:
    assert claimcheck.analyse(articles) == claimcheck.analyse(SEEDS)


@pytest.mark.parametrize("copied", range(len(SEEDS)))
def test_a_copy_of_a_file_leaves_the_groups(copied: int, together: Analysis) -> None:
    copy = msgspec.structs.replace(SEEDS[copied], name=f"{SEEDS[copied].name}.copy")

    after = claimcheck.analyse([*SEEDS, copy])

    names = {article.name for article in SEEDS}
    assert structure(after, names) == structure(together, names)


@pytest.mark.parametrize("copied", range(len(SEEDS)))
def test_a_copy_of_another_day_is_one_whatever_it_is_called(copied: int) -> None:
    days = ("2020-11-20", "2023-10-02")

    def told(names: tuple[str, str]) -> set[frozenset[tuple[str | None, int]]]:
        copies = [
            msgspec.structs.replace(SEEDS[copied], name=name, date=day) for name, day in zip(names, days, strict=True)
        ]
        after = claimcheck.analyse([*SEEDS, *copies])
        day = {article.name: article.date for article in (*SEEDS, *copies)}
        at = {c.id: (day[c.article], c.quantity.start) for r in after.readings for c in r.claims}
        return {frozenset(at[claim] for claim in figure.claims) for figure in after.figures}

    assert told(("a-first", "z-last")) == told(("z-last", "a-first"))


def test_a_copy_is_the_same_origin(together: Analysis) -> None:
    copies = [msgspec.structs.replace(article, name=f"{article.name}.copy") for article in SEEDS]

    after = claimcheck.analyse([*SEEDS, *copies])

    assert sorted(len(figure.origins) for figure in after.figures) == sorted(len(f.origins) for f in together.figures)


def test_unrelated_articles_leave_the_groups(together: Analysis) -> None:
    after = claimcheck.analyse([*SEEDS, *INVENTED])

    names = {article.name for article in SEEDS}
    assert structure(after, names) == structure(together, names)


def test_articles_on_other_events_are_never_joined_with_the_seeds() -> None:
    after = claimcheck.analyse([*SEEDS, *INVENTED])

    seeds = {article.name for article in SEEDS}
    article = {claim.id: claim.article for claim in after.claims}
    for figure in after.figures:
        assert len({article[claim] in seeds for claim in figure.claims}) == 1


def test_cases_are_never_joined_with_one_another() -> None:
    analysis = claimcheck.analyse(INVENTED)

    case = {claim.id: CASE[claim.article] for claim in analysis.claims}
    assert [r for r in analysis.relations if case[r.a] != case[r.b]] == []
    assert [figure for figure in analysis.figures if len({case[claim] for claim in figure.claims}) > 1] == []


def test_every_claim_is_in_one_figure(together: Analysis) -> None:
    members = [claim for figure in together.figures for claim in figure.claims]

    assert sorted(members) == sorted(claim.id for claim in together.claims)


def test_every_pair_of_a_figure_is_related(together: Analysis) -> None:
    related = {frozenset((r.a, r.b)) for r in together.relations}

    for figure in together.figures:
        for pair in combinations(figure.claims, 2):
            assert frozenset(pair) in related


def told(analysis: Analysis) -> list[tuple[str, float, str, str, list[str]]]:
    """The claims as far as they hang on no offset and no article name."""
    return sorted(
        (
            CASE.get(claim.article, claim.article),
            claim.quantity.value,
            claim.quantity.qualifier,
            claim.description.measure.value if claim.description.measure else "",
            sorted(source.name.replace("’", "'") for source in claim.attribution.sources) if claim.attribution else [],
        )
        for claim in analysis.claims
    )


WRITTEN_OTHERWISE = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "straight quotation marks": lambda text: text.translate(str.maketrans("“”’", '""\'')),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "blanks at the end": lambda text: text + "\n\n  \n",
    "wrapped lines": lambda text: "\n".join(textwrap.fill(line, 72) for line in text.split("\n")),
    "a byte order mark": lambda text: "\ufeff" + text,
}


@pytest.mark.parametrize("how", WRITTEN_OTHERWISE)
def test_the_same_words_written_otherwise_say_the_same(how: str) -> None:
    write = WRITTEN_OTHERWISE[how]
    articles = [msgspec.structs.replace(article, body=0) for article in SEEDS + INVENTED]

    after = claimcheck.analyse(msgspec.structs.replace(article, text=write(article.text)) for article in articles)

    assert told(after) == told(claimcheck.analyse(articles))


def test_articles_under_other_names_keep_their_relations(together: Analysis) -> None:
    backwards = {article.name: f"{9 - i}.txt" for i, article in enumerate(SEEDS)}

    after = claimcheck.analyse(msgspec.structs.replace(a, name=backwards[a.name]) for a in SEEDS)

    place = {claim.id: (claim.article, claim.quantity.start) for claim in after.claims}
    was = {claim.id: (backwards[claim.article], claim.quantity.start) for claim in together.claims}
    assert _placed(after, place) == _placed(together, was)


def _placed(analysis: Analysis, place: dict[str, tuple[str, int]]) -> set[tuple[object, ...]]:
    """Relations by where their claims stand; without direction, but for a part and its whole."""
    return {
        (r.kind, place[r.a], place[r.b]) if r.kind == "part_of" else (r.kind, *sorted((place[r.a], place[r.b])))
        for r in analysis.relations
    }


def test_hash_seed_and_locale_change_nothing() -> None:
    program = (
        "import msgspec, claimcheck, sys\n"
        "articles = msgspec.json.decode(sys.stdin.buffer.read(), type=list[claimcheck.Article])\n"
        "sys.stdout.buffer.write(msgspec.json.encode(claimcheck.analyse(articles)))"
    )
    given = msgspec.json.encode([*SEEDS, *INVENTED])

    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=given,
            env=os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": zone, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            cwd=ROOT,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("77", "America/Lima"))
    }

    assert len(outputs) == 1
    assert json.loads(outputs.pop())["readings"]


HOSTILE = {
    "news": " ".join(SENTENCES)[:5_000] + "\n\n",
    "one line of news": " ".join(SENTENCES)[:5_000].replace("\n", " ") + " ",
    "digits": "1234567890",
    "commas": "1,234,",
    "numbers": "12 ",
    "number words": "one hundred and twenty-two thousand ",
    "quotation marks": '"',
    "opened quotations": "“said ",
    "nested quotations": "“he said ‘",
    "spaced numbers": "1 , 200 ",
    "vague words": "dozens and ",
    "brackets": "([{",
    "spaces": " ",
    "newlines": "\n",
    "capitals": "The Minister ",
    "said": "12 said ",
    "of": "12 of ",
    "and": "12 soldiers and ",
    "killed": "killed 12 and ",
    "people": "in Ghana 12 people ",
    "stops": "1. ",
    "according to": "according to ",
    "dashes": "12-",
    "dashes between": "12 - ",
    "endless line": "Police said 12 people died and then 300 soldiers were injured ",
    "dollars": "$1 ",
    "dates": "on 3 May 2020 ",
    "commas and names": "Smith, ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_about_linearly(name: str) -> None:
    assert_in_proportion(reading, lambda size: (HOSTILE[name] * (size // len(HOSTILE[name]) + 1))[:size], 5_000)


PAGES = {
    "a table's rows": lambda count: (
        "Lost\n\nDate | Chad: killed | Mali: killed | Source\n"
        + "".join(
            f"May {n % 28 + 1} | {n % 70 + 10} | {n % 60 + 12} | Chadian army; Malian army\n" for n in range(count)
        )
    ),
    "turns of talk": lambda count: "".join(
        f"WALTERS: Did we lose {n % 80 + 10} homes in it?\n\nBERGMAN: I think we lost {n % 70 + 12} homes.\n\n"
        for n in range(count // 2)
    ),
    "one's own people": lambda count: "".join(
        f"Our representative said {n % 80 + 10} people had died there.\n\n" for n in range(count)
    ),
    "quotations": lambda count: "".join(
        f"“We wept,” he said. In the war our army said {n % 80 + 10} soldiers died.\n\n" for n in range(count)
    ),
}


@pytest.mark.once
@pytest.mark.parametrize("page", PAGES)
def test_time_grows_about_linearly_with_a_page(page: str) -> None:
    size, times = (100, 8) if page in ("a table's rows", "quotations") else (200, 16)  # light lines: more of them
    assert_in_proportion(reading, PAGES[page], size, times)
