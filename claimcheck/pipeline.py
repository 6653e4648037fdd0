"""The order of the stages: over a set of articles, over one, and up to numbers or speakers over a bare text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from claimcheck import records
from claimcheck.records import Analysis, Article, Attribution, Claim, Quantity, Reading, Rejected, Segments, Span
from claimcheck.rules import Rules, load
from claimcheck.safe import calm
from claimcheck.stages.attribute import attribute as attribute_spans
from claimcheck.stages.attribute import mentions, stances
from claimcheck.stages.describe import describe
from claimcheck.stages.extract import extract
from claimcheck.stages.read.about import settled
from claimcheck.stages.segment import segment
from claimcheck.workers import spread

_SHIPPED: list[Rules] = []
_MANY = 200_000  # characters of all articles, from which more processes save more than they cost
_FIRST = Article.from_text("In Paris, 40 people were killed on Monday, officials said.")  # has the rules compiled


def load_rules(folder: str | None = None) -> Rules:
    """The shipped rules, with those of a folder added; the shipped ones alone are read once a process.

    Raises RulesError with every mistake.
    """
    if folder is not None:
        return load(folder)
    if not _SHIPPED:
        _SHIPPED.append(load())
    return _SHIPPED[0]


def analyse(
    articles: Iterable[Article], rules: Rules | None = None, *, progress: Callable[[str], None] | None = None
) -> Analysis:
    """All stages over a set of articles; the same set gives the same result in any order.

    `rules`: by default the shipped ones. `progress` is called with the name of each article as soon as it is read.
    """
    rules = rules or load_rules()
    readings = read_all(articles, rules, progress=progress)
    return relate(readings, rules)


def read_all(
    articles: Iterable[Article], rules: Rules, *, progress: Callable[[str], None] | None = None
) -> tuple[Reading, ...]:
    """What each article gives by itself, sorted by article name."""
    readings = []
    for reading in read_each(sorted(articles, key=lambda article: article.name), rules):
        readings.append(reading)
        if progress:
            progress(reading.article.name)
    return tuple(readings)


def read_each(articles: Sequence[Article], rules: Rules) -> Iterator[Reading]:
    """What each article gives by itself, one by one in the order given; many are shared by all processors."""
    many = sum(len(article.text) for article in articles) > _MANY
    if many:
        read_one(_FIRST, rules)
    return spread(partial(read_one, rules=rules), articles, Reading, count=None if many else 1)


def relate(readings: Sequence[Reading], rules: Rules) -> Analysis:
    """What the articles say of each other: match and compare."""
    # Not at the top: `extract`, and whoever asks for quantities alone, would wait for what they never use.
    from claimcheck.stages.compare import compare
    from claimcheck.stages.match import match

    figures = match(readings, rules)
    relations, sums = compare(readings, figures, rules)
    return Analysis(readings=tuple(readings), figures=figures, relations=relations, sums=sums)


class Numbers(NamedTuple):
    """The numbers of one article, and what became of them before anybody asks who says them."""

    segments: Segments
    described: tuple[tuple[Quantity, records.Description | Rejected], ...]
    refused: tuple[Rejected, ...]  # before they were described


def numbers(article: Article, rules: Rules) -> Numbers:
    """The stages from segment to describe over one article."""
    segments = segment(article, rules)
    quantities, refused = extract(article, segments, rules)
    described = zip(quantities, describe(article, segments, quantities, rules), strict=True)
    return Numbers(segments=segments, described=tuple(described), refused=refused)


def read_one(article: Article, rules: Rules) -> Reading:
    """The stages from segment to attribute over one article; what its head tells is read first, wherever it is from."""
    as_it_is = settled(article)
    article = _calm(as_it_is)
    segments, described, refused = numbers(article, rules)
    kept = [(q, d) for q, d in described if isinstance(d, records.Description)]
    spans = [q.number for q, _ in kept]
    voices = zip(
        attribute_spans(article, segments, spans, rules), stances(article, segments, spans, rules), strict=True
    )
    claims = tuple(_claim(article, segments, q, d, *voice) for (q, d), voice in zip(kept, voices, strict=True))
    also_refused = (d for _, d in described if isinstance(d, Rejected))
    rejected = tuple(sorted((*refused, *also_refused), key=lambda r: (r.start, r.end)))
    return Reading(
        article=as_it_is,
        segments=segments,
        claims=claims,
        rejected=rejected,
        mentions=mentions(article, segments, rules),
    )


def _calm(article: Article) -> Article:
    """The article as the stages read it, plain to the eye and with every offset the same."""
    text = calm(article.text)
    return article if text == article.text else msgspec.structs.replace(article, text=text)


def _claim(
    article: Article,
    segments: Segments,
    quantity: Quantity,
    description: records.Description,
    who: Attribution | None,
    holder: Attribution | None,
) -> Claim:
    sentence = segments.sentences[quantity.sentence]
    return Claim(
        id=_id(article, quantity),
        article=article.name,
        quantity=quantity,
        description=description,
        attribution=who,
        sentence=(sentence.start, sentence.end),
        stance=holder if who is None else None,
    )


def _id(article: Article, quantity: Quantity) -> str:
    """Eight letters and digits that hang on nothing but the article's name and the number's place in it."""
    digest = hashlib.sha256(f"{article.name}\0{quantity.start}\0{quantity.end}".encode()).digest()
    return "".join("abcdefghijkmnpqrstuvwxyz23456789"[byte & 31] for byte in digest[:8])


def quantities(text: str, rules: Rules | None = None) -> tuple[Quantity, ...]:
    """Every quantity of a text, claims or not, in order, each with its words."""
    rules = rules or load_rules()
    found = extract(*rules.once(_Latest).read(text), rules)[0]
    sure = (quantity for quantity in found if quantity.doubt is None)
    return tuple(msgspec.structs.replace(quantity, text=text[quantity.start : quantity.end]) for quantity in sure)


def attribute(text: str, span: Span, rules: Rules | None = None) -> Attribution | None:
    """Who says the number at `span`, whether or not it is a claim, else whose plan or wish it is part of.

    None: nobody is named. `Attribution.stated` tells what is said from what is only planned, wanted or expected.
    """
    found = attribution(text, span, rules or load_rules())
    return found if found is not None and found.speaker is not None else None  # a hedge names nobody


def attribution(text: str, span: Span, rules: Rules) -> Attribution | None:
    """Who says the number at `span`, else whose plan or wish it is part of, else a hedge that names nobody."""
    article, segments = rules.once(_Latest).read(text)
    said = attribute_spans(article, segments, [span], rules)[0]
    if said is not None and said.speaker is not None:
        return said
    return stances(article, segments, [span], rules)[0] or said


class _Latest:
    """The text asked about last: who asks for every number of a text has it segmented once.

    One tuple is put in place at once, so that threads which ask about different texts only lose time.
    """

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.kept: tuple[str, Article, Segments] | None = None

    def read(self, text: str) -> tuple[Article, Segments]:
        """The article and sentences of a text; those of the last text are kept."""
        kept = self.kept
        if kept is None or kept[0] != text:
            article = _calm(Article.from_text(text))
            self.kept = kept = text, article, segment(article, self.rules)
        return kept[1:]
