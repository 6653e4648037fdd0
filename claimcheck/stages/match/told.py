"""Readings in, episodes out: what an article tells of one day and place of a war, and what shows which strike it is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.dates import day_of
from claimcheck.records import Claim, Reading, Record, Span
from claimcheck.rules import Rules
from claimcheck.rules.attributions import Actor
from claimcheck.rules.descriptions import Group, Place
from claimcheck.rules.world import Country, listed
from claimcheck.slots import Book, Days, World, camp_of, days, digits, length, story_of, striker_of
from claimcheck.spelling import spelt
from claimcheck.stages.match.leads import LENGTH, kinds_of
from claimcheck.stages.match.mains import in_headline
from claimcheck.stems import WORD, stem

_WEEK = 7  # days of a period that may still be one happening's
_MANY, _TIMES = 100, 10  # dead, and how many times those that an article opens with, from which they are all of a war's
_TELLING = 10  # from which a number is not shared by chance


_ANEW = "O2630"  # the rule of another number for the same
_Key = tuple[str, Days | None, str | None, str]  # the event, days, place and ground that claims' own sentences tell


class Episode(Record, frozen=True):
    """What is told of one day and place of a war: by one article, or by several."""

    article: str  # or none, where several tell it
    at: int  # how many of its article's come before it
    event: str
    days: Days | None
    ground: str  # whose it is that was hit: that of a government, or of those who fight it; or nothing
    published: int | None  # day of the article, as an ordinal
    lead: bool  # whether the article opens with it
    places: frozenset[str]  # that its sentences name
    near: frozenset[str]  # those, and what they are carried from
    kinds: frozenset[str]
    names: frozenset[str]  # of its sentences
    around: frozenset[str]  # of these and the sentences beside them; of the whole opening where it opens with it
    hit: frozenset[str]  # what its sentences tell to be hit: a school, a wedding
    hit_near: frozenset[str]  # the same of those and the ones beside them
    facts: frozenset[tuple[str, float]]
    toll: float  # the most dead; none: unknown
    claims: tuple[str, ...]


class Names:
    """The names that show which happening a sentence is of: not those of countries, sources and armed groups."""

    def __init__(self, rules: Rules) -> None:
        self.known = frozenset(_words(_known(rules)))
        furniture = frozenset(map(spelt, rules.once(Book).words("episode", "names")))
        self._silent = furniture | frozenset(_words(_actors(rules))) | frozenset(_words(_lands(rules)))

        self._targets = frozenset(map(stem, rules.once(Book).words("episode", "target")))

    def targets(self, text: str) -> frozenset[str]:
        """What may be hit, of all that a text names: stems."""
        return frozenset(map(stem, WORD.findall(text))) & self._targets

    def of(self, text: str, plain: frozenset[str]) -> frozenset[str]:
        """The names in a text, as they sound; `plain`: words that are none."""
        return frozenset(spelt(word) for word in _capitals(text) if word.lower() not in plain) - self._silent


class _Told:
    """The names in an article's sentences: its own words tell which are common words, and which are of who speaks."""

    def __init__(self, reading: Reading, names: Names) -> None:
        text = reading.article.text
        self._text, self._names = text, names
        self._found: dict[Span, frozenset[str]] = {}
        self._targets: dict[Span, frozenset[str]] = {}
        self._voices = sorted(_speakers(reading))
        self._plain = frozenset(word.lower() for word in WORD.findall(text) if word[0].islower())
        speaking = frozenset(_words(text[slice(*span)] for span in self._voices))
        places = (claim.description.place for claim in reading.claims)
        self._speaking = speaking - frozenset(_words(place.value for place in places if place is not None))

    def in_sentences(self, spans: Iterable[Span]) -> frozenset[str]:
        """The names in some sentences; each is looked through once, though many of its claims ask for it."""
        return frozenset().union(*map(self._in_sentence, spans))

    def targets(self, spans: Iterable[Span]) -> frozenset[str]:
        """What some sentences tell of that may be hit."""
        return frozenset().union(*map(self._targets_in, spans))

    def _targets_in(self, span: Span) -> frozenset[str]:
        if span not in self._targets:
            self._targets[span] = self._names.targets(self._unsaid(span))
        return self._targets[span]

    def _unsaid(self, span: Span) -> str:
        """A sentence without who says it: the doctor of a hospital tells of no hospital that was hit."""
        found, start = list[str](), span[0]
        for voice in self._voices[bisect_left(self._voices, (span[0], 0)) :]:
            if voice[0] >= span[1]:
                break
            found.append(self._text[start : voice[0]])
            start = max(start, voice[1])
        return " ".join([*found, self._text[start : span[1]]])

    def _in_sentence(self, span: Span) -> frozenset[str]:
        if span not in self._found:
            self._found[span] = self._names.of(self._text[slice(*span)], self._plain) - self._speaking
        return self._found[span]


def _speakers(reading: Reading) -> Iterable[Span]:
    yield from (mention.span for mention in reading.mentions)
    for claim in reading.claims:
        if claim.attribution is not None and claim.attribution.speaker is not None:
            yield claim.attribution.speaker


def _actors(rules: Rules) -> Iterable[str]:
    for actor in (*rules.pack("sources", Actor), *rules.pack("media", Actor), *rules.pack("parties", Actor)):
        yield from (actor.name, *listed(actor.aliases))
    for group in rules.pack("groups", Group):
        yield from (group.name, *group.words)


def _lands(rules: Rules) -> Iterable[str]:
    for country in rules.pack("countries", Country):
        fields = (country.name, country.aliases, country.demonyms, country.people)
        yield from (name for field in fields for word in listed(field) for name in (word, f"{word}s"))


def _known(rules: Rules) -> Iterable[str]:
    for place in rules.pack("places", Place):
        yield from place.words
    for country in rules.pack("countries", Country):
        yield from (*listed(country.cities), *listed(country.capital))


def _words(texts: Iterable[str]) -> Iterable[str]:
    return (spelt(word) for text in texts for word in _capitals(text))


def _capitals(text: str) -> Iterable[str]:
    """Words with a capital: "al-Bab" has one behind its hyphen."""
    for word in WORD.findall(text):
        for part in word.removesuffix("'s").removesuffix("’s").split("-"):
            if len(part) > 2 and part[0].isupper() and stem(part):
                yield part


def tell(reading: Reading, events: Mapping[str, str], rules: Rules, world: World) -> list[Episode]:
    """The episodes of an article: its claims by the event, the day and the place that their own sentences tell."""
    book, article = rules.once(Book), _Told(reading, rules.once(Names))
    keys = _keys_of(reading, events, book, world)
    parts: dict[_Key, list[Claim]] = defaultdict(list)
    opened = _opened(reading, keys)
    for claim in reading.claims:
        if key := keys.get(claim.id):
            parts[opened.get(_fate(key, claim), key) if _is_vague_headline(claim, key, reading) else key].append(claim)
    return [_episode(n, key, claims, reading, article, book, world) for n, (key, claims) in enumerate(parts.items())]


def _keys_of(reading: Reading, events: Mapping[str, str], book: Book, world: World) -> dict[str, _Key]:
    """What the claims of happenings tell of these, each by its own sentence."""
    found = dict[str, _Key]()
    key: _Key | None = None
    for claim in reading.claims:
        event, told = events[claim.id], claim.description
        if story_of(event) and not book.of_campaign(told.measure.value if told.measure else None, told.noun_class):
            if not (_of_the_last(claim) and key is not None and key[0] == event):
                period = _by_then(_narrow(claim), reading.article.date)
                key = (event, period, _own_place(claim, world), _ground(claim, reading, book))
            found[claim.id] = key
    return found


def _opened(reading: Reading, keys: Mapping[str, _Key]) -> dict[tuple[str, str], _Key]:
    """What an article opens on below its headlines, by event and measure."""
    found, end = dict[tuple[str, str], _Key](), reading.article.body + LENGTH
    for claim in reading.claims:
        if claim.id in keys and claim.sentence[0] < end and not in_headline(claim, reading):
            found.setdefault(_fate(keys[claim.id], claim), keys[claim.id])
    return found


def _is_vague_headline(claim: Claim, key: _Key, reading: Reading) -> bool:
    """ "Raid kills scores in the hills": by its own place, and no number, nobody knows it for what the text tells."""
    return key[2] is not None and claim.quantity.qualifier == "vague" and in_headline(claim, reading)


def _fate(key: _Key, claim: Claim) -> tuple[str, str]:
    measure = claim.description.measure
    return key[0], measure.value if measure is not None else ""


def _episode(
    at: int,
    key: _Key,
    claims: Sequence[Claim],
    reading: Reading,
    article: _Told,
    book: Book,
    world: World,
) -> Episode:
    opening, published = reading.article.body + LENGTH, day_of(reading.article.date)
    found = (claim.description.place for claim in claims)
    own, beside = [claim.sentence for claim in claims], list(_around(claims, reading))
    lead = any(claim.sentence[0] < opening for claim in claims)
    return Episode(
        article=reading.article.name,
        at=at,
        event=key[0],
        days=key[1],
        ground=key[3],
        published=published.toordinal() if published is not None else None,
        lead=lead,
        places=frozenset(filter(None, [key[2]])),
        near=frozenset(place.value for place in found if place is not None and not world.is_land(place.value)),
        kinds=frozenset().union(*map(kinds_of, claims)) - book.lasting - book.words("episode", "kind"),
        names=article.in_sentences(own),
        around=article.in_sentences(beside),
        hit=article.targets(own),
        hit_near=article.targets(beside),
        facts=frozenset(_facts(claims, book)),
        toll=max(map(_toll, claims), default=0.0) if key[1] or key[2] or lead else 0.0,
        claims=tuple(claim.id for claim in claims),
    )


def _around(claims: Sequence[Claim], reading: Reading) -> Iterable[Span]:
    """The claims' sentences and those beside them; all of the opening, where the article opens with them."""
    sentences, found = reading.segments.sentences, set[int]()
    opening = [n for n, s in enumerate(sentences) if s.start < reading.article.body + LENGTH]
    for claim in claims:
        at = claim.quantity.sentence
        found.update(range(max(0, at - 1), min(len(sentences), at + 2)))
        found.update(opening if at in opening else ())
    return ((sentences[n].start, sentences[n].end) for n in sorted(found))


def _of_the_last(claim: Claim) -> bool:
    """ "A second blast killed 30. The police put the toll at 20"."""
    return claim.description.scope is not None and claim.description.scope.rule == _ANEW


def _ground(claim: Claim, reading: Reading, book: Book) -> str:
    """By whom it was hit, as told, or as those tell on whose ground it was."""
    scope = claim.description.scope
    return camp_of(striker_of(claim, reading, book), scope.value if scope is not None else None, book) or ""


def _own_place(claim: Claim, world: World) -> str | None:
    place = claim.description.place
    if place is None or place.span is None or world.is_land(place.value):
        return None
    return place.value if claim.sentence[0] <= place.span[0] < claim.sentence[1] else None


def _narrow(claim: Claim) -> Days | None:
    """The days that a claim's own sentence tells, where they may be those of one happening."""
    period, told = days(claim), claim.description.period
    if told is not None and told.span is not None and not claim.sentence[0] <= told.span[0] < claim.sentence[1]:
        return None
    return period if period and period[0] and period[1] != "~" and length(period) < _WEEK else None


def _by_then(period: Days | None, day: str | None) -> Days | None:
    """What was told on Friday of "this week" was over by then."""
    if period is None or not day or not period[0] <= day[:10] < period[1]:
        return period
    return period[0], day[:10]


def _facts(claims: Iterable[Claim], book: Book) -> Iterable[tuple[str, float]]:
    """What claims count with the numbers; a swap's prisoners are freed by the one side and return to the other.

    Two strikes kill 40 each by chance, round as the number is.
    """
    for claim in claims:
        quantity, measure = claim.quantity, claim.description.measure
        if claim.description.part_of:
            continue  # 30 of them children: not every article tells it
        told = measure and quantity.dimension == "count" and quantity.qualifier != "vague"
        if measure and told and quantity.value >= _TELLING and digits(quantity.value) > 1:
            yield book.widest(measure.value) or "", quantity.value


def _toll(claim: Claim) -> float:
    """How many a claim counts as killed, all told; nothing where it counts others, or a part."""
    told, quantity = claim.description, claim.quantity
    killed = told.measure is not None and told.measure.value == "killed" and quantity.dimension == "count"
    return quantity.value if killed and quantity.qualifier != "vague" and not told.part_of else 0.0


def one(told: Sequence[Episode]) -> Episode:
    """Several episodes as one: what a third of them tell, and the day that most claims are of."""
    count, events, published = Counter[Days](), Counter[str](), sorted(e.published for e in told if e.published)
    grounds = Counter(episode.ground for episode in told if episode.ground)
    for episode in told:
        events[episode.event] += len(episode.claims)
        if episode.days:
            count[episode.days] += len(episode.claims)
    return Episode(
        article=told[0].article if len({episode.article for episode in told}) == 1 else "",
        at=told[0].at,
        event=min(events, key=lambda event: (-events[event], event)),
        days=min(count, key=lambda period: (-count[period], period)) if count else None,
        ground=min(grounds, key=lambda ground: (-grounds[ground], ground)) if grounds else "",
        published=published[len(published) // 2] if published else None,
        lead=any(episode.lead for episode in told),
        places=_one_spelling([episode.places for episode in told]),
        near=_one_spelling([episode.near for episode in told]),
        kinds=_shared([episode.kinds for episode in told]),
        names=_shared([episode.names for episode in told]),
        around=_shared([episode.around for episode in told]),
        hit=_shared([episode.hit for episode in told]),
        hit_near=_shared([episode.hit_near for episode in told]),
        facts=frozenset().union(*(episode.facts for episode in told)),
        toll=_middle([episode.toll for episode in told if episode.toll]),
        claims=tuple(claim for episode in told for claim in episode.claims),
    )


def far_beyond(reading: Reading, events: Mapping[str, str], world: World) -> Iterable[str]:
    """The claims that count all the dead of a war beside those of a strike: 13, and "more than 700 have died"."""
    tolls = [(claim, _toll(claim)) for claim in reading.claims if story_of(events[claim.id]) and _toll(claim)]
    for claim, toll in tolls[1:]:
        own = _narrow(claim) or _own_place(claim, world)
        if own is None and toll >= max(_MANY, _TIMES * tolls[0][1]):
            yield claim.id


def _middle(tolls: Sequence[float]) -> float:
    """What most count, where one article counts all of a war beside its strike: 13, 13 and 700."""
    return sorted(tolls)[len(tolls) // 2] if tolls else 0.0


def _one_spelling(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """Shared places, each in one of its spellings."""
    written = {spelt(name): name for name in sorted(frozenset().union(*sets))}
    return frozenset(written[name] for name in _shared([frozenset(map(spelt, names)) for names in sets]))


def _shared(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    count = Counter(name for names in sets for name in names)
    return frozenset(name for name, number in count.items() if 3 * number >= len(sets))
