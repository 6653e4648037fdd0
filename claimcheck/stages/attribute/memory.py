"""What an article has told so far: its people with their offices, and whom a pronoun stands for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from claimcheck.records import Span
from claimcheck.spelling import spelt
from claimcheck.stages.attribute.atlas import Atlas, match
from claimcheck.stages.attribute.countries import Countries
from claimcheck.stages.attribute.firms import Firms
from claimcheck.stages.attribute.fitting import Fitting
from claimcheck.stages.attribute.line import Line, in_name, line
from claimcheck.stages.attribute.phrases import Phrases
from claimcheck.stages.attribute.story import Story
from claimcheck.stages.attribute.wording import Piece

_BACK = 12  # sentences to look back for whom a pronoun stands for
_NEAR = 2  # sentences back to who spoke before "he said" closes a sentence
_ASIDE = frozenset(("though", "although", "whereas"))
_SHORT = 30  # characters before a speaker in which a word that sets him aside may stand
_NAME_BEFORE = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*\s\Z")
_ARTICLE_BEFORE = re.compile(r"\b[Aa][lnrsdtz]h?-\Z|\b[Ee]l-\Z")
_LONGEST_ARTICLE = 5
_LONGEST_PARTICLES = 16  # characters of "von der "
_GIVEN_BEHIND = re.compile(r"\s[^\W\d_a-zß-öø-ÿ]\w+-[a-z]\w+")
_LONG_NAME = 6  # letters: two short names may sound alike
_NAME = re.compile(rf"\b[^\W\d_a-zß-öø-ÿ][^\W\d_]{{{_LONG_NAME - 1},}}+")
_MOST_MENTIONS = 60
_TRUST = 24  # characters before "in" for the word that one puts in people
_TITLES = 3  # tokens of "chief army spokesman"


class Memory(Countries):
    """Looks back in one article."""

    def __init__(self, story: Story, atlas: Atlas) -> None:
        super().__init__(story, atlas)
        self.firms = Firms(story, atlas)
        self.fitting = Fitting(story, atlas, self.firms)
        self._full: dict[str, Span | None] = {}
        self._heard: dict[str, Span | None] = {}  # by how a surname sounds
        self._stood: dict[tuple[str, int], Span | None] = {}  # what a pronoun at an offset is about
        self._longer: dict[str, Span | None] = {}
        self._lying: dict[str, bool] = {}  # by a lone word: whether it is a place

    # ── people ────────────────────────────────────────────────────────────────────────────────

    def first_full(self, surname: str) -> Span | None:
        """The first phrase of the text that gives a surname behind another capital word, in whichever spelling."""
        if surname not in self._full:
            self._full[surname] = self._search_full(surname) or self._search_spelt(surname)
        return self._full[surname]

    def knighted(self, given: str) -> Span | None:
        """The full mention of somebody told by an honour and a first name: "Sir Keir", of "Sir Keir Starmer"."""
        surname = self._knights.get(given)
        return self.first_full(surname) if surname is not None else None

    @cached_property
    def _knights(self) -> dict[str, str]:
        """The surnames that the article first gives behind an honour and a first name, by these."""
        return {hit[1]: hit[2] for hit in reversed([*self.story.lexicon.honoured.finditer(self.story.text)])}

    def longer(self, name: list[str]) -> Span | None:
        """The full mention of somebody told by the last two words of his name: "Rami | Abdel Rahman"."""
        if len(name) != 2:
            return None
        called = " ".join(name)
        if called not in self._longer:
            full = self.first_full(name[1])
            words = line(self.story.text, *full).words if full is not None else []
            at = next((k for k in range(1, len(words) - 1) if words[k : k + 2] == name), 0)
            before = words[at - 1] if at else ""
            given = before[:1].isupper() and not before.isupper() and before.lower() not in self.story.lexicon.titles
            self._longer[called] = full if given and match(self.atlas.places, words, at - 1) is None else None
        return self._longer[called]

    def _search_spelt(self, surname: str) -> Span | None:
        """The full mention of a name that is written in two ways: "Volodymyr Zelenskiy", "Zelensky said"."""
        if len(surname) < _LONG_NAME or not surname.isalpha():
            return None
        heard = sound(surname)
        if heard not in self._heard:
            spellings = sorted(self._spellings.get(heard, ()))
            self._heard[heard] = min(filter(None, map(self._search_full, spellings)), default=None)
        return self._heard[heard]

    @cached_property
    def _spellings(self) -> dict[str, set[str]]:
        """The capital words of the text by how they sound."""
        found: dict[str, set[str]] = {}
        for word in set(_NAME.findall(self.story.text)):
            found.setdefault(sound(word), set()).add(word)
        return found

    def _search_full(self, surname: str) -> Span | None:
        """Its first full mention in the text; for want of one in a headline: "Sheriff Endorses Roe" names nobody."""
        headed: Span | None = None
        for number, found in self._full_mentions(surname):
            if not self.story.title_case(number):
                return found
            headed = headed or found
        return headed

    def _full_mentions(self, surname: str) -> Iterator[tuple[int, Span]]:
        text, at = self.story.text, -1
        for _ in range(_MOST_MENTIONS):
            at = text.find(surname, at + 1)
            if at < 0:
                return
            end = at + len(surname)
            article = _ARTICLE_BEFORE.search(text, max(0, at - _LONGEST_ARTICLE), at)
            start = article.start() if article is not None else at  # Khalid | al-Rawi
            particle = self._particles.search(text, max(0, start - _LONGEST_PARTICLES), start)
            if particle is not None and _NAME_BEFORE.search(text, max(0, particle.start() - 40), particle.start()):
                start = particle.start()  # Ursula | von der Halm
            number = self.story.sentence_at(at)
            given = _GIVEN_BEHIND.match(text, end)
            if given is not None:  # Choi Seong-beom
                yield number, (at, given.end())
            if text[end : end + 1].isalnum() or not _NAME_BEFORE.search(text, max(0, start - 40), start):
                continue
            tokens = line(text, self.story.behind_dateline(number), self.story.sentences[number].end)
            piece = self._around(tokens, start, end)
            if piece is not None:
                yield number, tokens.span(*piece)

    @cached_property
    def _particles(self) -> re.Pattern[str]:
        """The small words of a surname, before its last word: "von der | Halm", "Van den | Berg"."""
        particles = "|".join(sorted(map(re.escape, self.story.lexicon.classes["name-particle"])))
        return re.compile(rf"\b(?:(?:{particles})\s){{1,3}}\Z", re.IGNORECASE)

    def _around(self, tokens: Line, start: int, end: int) -> Piece | None:
        """The name that ends in the token at `start`, with a first name before it, and what it is called with."""
        if start not in tokens.starts or end not in tokens.ends:
            return None
        at, last = tokens.starts.index(start), tokens.ends.index(end)  # van | Dam
        grammar = self.story.grammar
        before = tokens.words[at - 1] if at else ""
        titles = self.story.lexicon.titles
        if (
            not before[:1].isupper()
            or "/" in before
            or before.lower() in titles
            or before.lower() in grammar.preposition
        ):
            return None
        if at == 1 and before.lower() in grammar.verb:
            return None  # Added Berg:
        phrases = Phrases(tokens, grammar)
        first = at - 1
        while (
            first > 0
            and (tokens.words[first - 1][0].isupper() or tokens.lows[first - 1] in titles)
            and (tokens.lows[first - 1] not in self.function)
            and "/" not in tokens.words[first - 1]  # Ana Berg/AFP | Tom Roe
        ):
            first -= 1
        first = self.office_before(tokens, phrases, first)
        behind = last + 1
        if behind < len(tokens.lows) and tokens.lows[behind] == ",":
            behind = phrases.apposition(behind + 1) or last + 1
        return first, behind

    def office_before(self, tokens: Line, phrases: Phrases, first: int) -> int:
        """Where the office begins that a name follows: "the army's spokesman, | X", "Commissioner for Refugees | X"."""
        classes = self.story.lexicon.classes
        offices = classes["government-office"] | classes["speaking-for"] | classes["leads"]
        if first > 1 and tokens.lows[first - 1] == ",":
            start = phrases.run_left(first - 1)
            start -= start > 0 and tokens.lows[start] == "'s"  # the office of | Kenya 's ombudsman
        else:
            start = self._titles_before(tokens, first)
        if first > 1 and tokens.lows[first - 1] in classes["leads"] and tokens.words[first - 2][0].isupper():
            return self._name_before(tokens, first - 1)  # the Larkin Observatory head | X
        if self._voice_before(tokens, phrases, first):
            return phrases.run_left(first)  # the Larkin Board's chief spokesman | X
        described = self._described_before(tokens, phrases, first)
        if described < first and tokens.lows[first] in offices:
            return described
        told = tokens.words[start:first]
        rest = phrases.grammar.determiner
        does = any(word == "to" and after.islower() and after not in rest for word, after in pairwise(told))
        held = not does and any(word.lower() in offices for word in told)  # officials to check it, | engineer X
        return start if held and (tokens.words[start][0].isupper() or tokens.lows[first - 1] == ",") else first

    def _name_before(self, tokens: Line, first: int) -> int:
        """Where the capital words begin that end before a token."""
        while first > 0 and tokens.words[first - 1][0].isupper() and tokens.lows[first - 1] not in self.function:
            first -= 1
        return first

    def _voice_before(self, tokens: Line, phrases: Phrases, first: int) -> bool:
        """Whether a name follows who is nothing but the voice of a body with a name that owns him."""
        voices = self.story.lexicon.classes["spokesman"]
        if first < 2 or voices.isdisjoint(tokens.lows[first - 1 : first + _TITLES]):
            return False
        owned = next((k for k in range(first - 1, 0, -1) if tokens.lows[k] == "'s"), 0)
        owner = range(phrases.run_left(first), owned)
        return any(tokens.words[k][0].isupper() and tokens.lows[k] not in self.function for k in owner)

    def _described_before(self, tokens: Line, phrases: Phrases, first: int) -> int:
        """Where a country stands before an office in small letters: "US special representative | X"."""
        start = phrases.run_left(first)
        words = tokens.words[start:first]
        plain = all(word.isalpha() and word.lower() not in self.function for word in words)
        placed = start < first and plain and match(self.atlas.places, tokens.words, start) is not None
        return start if placed else first

    def _titles_before(self, tokens: Line, first: int) -> int:
        """Where capital words begin that "of" or "for" ties to a name: "Commissioner | for Refugees X"."""
        start = self._charges_before(tokens, first)
        while start > 1 and tokens.lows[start - 1] in ("of", "for"):
            start -= 2
            while start > 0 and tokens.words[start - 1][0].isupper() and tokens.lows[start - 1] not in self.function:
                start -= 1
            first = start
        return first

    def _charges_before(self, tokens: Line, first: int) -> int:
        """Where what a minister is charged with begins: "Minister of | Roads and Urban Planning X"."""
        start = first
        while start > 1 and tokens.lows[start - 1] in ("and", ",") and tokens.words[start - 2][0].isupper():
            start -= 1
            while start > 0 and tokens.words[start - 1][0].isupper() and tokens.lows[start - 1] not in self.function:
                start -= 1
        return start

    # ── pronouns ──────────────────────────────────────────────────────────────────────────────

    def stands_for(self, pronoun: str, offset: int) -> Span | None:
        """The mention that a pronoun at `offset` is most likely about."""
        chain, found = [offset], None
        while (pronoun, chain[-1]) not in self._stood:
            found = self._spoken_before(pronoun, chain[-1])
            if found is None or self.story.text[slice(*found)].lower() != pronoun:
                break
            chain.append(found[0])  # He said it fell. Lake X is 40 cm lower, | he said
        else:
            found = self._stood[pronoun, chain.pop()]
        for at in reversed(chain):
            found = self._stood[pronoun, at] = found or self._mentioned(pronoun, at)
        return found

    def _mentioned(self, pronoun: str, offset: int) -> Span | None:
        """The mention nearest before a pronoun that it may be about, in its sentence or one of those before."""
        number = self.story.sentence_at(offset)
        near = (self._in_sentence(number - back, pronoun, offset) for back in range(min(_BACK, number) + 1))
        return next((found for found in near if found is not None), None)

    def _spoken_before(self, pronoun: str, offset: int) -> Span | None:
        """Who spoke last, or the same pronoun for him, where a pronoun closes what it tells: "40 died, his brother with
        them, | he said"."""
        if pronoun not in ("he", "she", "it", "they"):
            return None
        number = self.story.sentence_at(offset)
        reports = self.story.reports(number)
        fitting = self.fitting.body if pronoun in ("it", "they") else self.fitting.person
        if not any(
            report.before and report.content and report.speaker and report.speaker[0] == offset for report in reports
        ):
            return None
        for back in range(min(_NEAR, number) + 1):
            for span in self._speakers(number - back):
                if span is None or span[1] > offset:
                    continue
                if fitting(span, pronoun) or self.story.text[slice(*span)].lower() == pronoun:
                    return span
        return None

    def _speakers(self, number: int) -> list[Span | None]:
        """Who speaks in a sentence, the last one first, and last who is only held against another: "the minister said,
        | though an officer said"."""
        spoken = [report.speaker for report in reversed(self.story.reports(number))]
        return sorted(spoken, key=self._aside)

    def _aside(self, speaker: Span | None) -> bool:
        before = self.story.article.text[max(0, speaker[0] - _SHORT) : speaker[0]].split()[-3:] if speaker else []
        return not _ASIDE.isdisjoint(word.lower() for word in before)

    def _in_sentence(self, number: int, pronoun: str, offset: int) -> Span | None:
        story = self.story
        if story.sentences[number].kind == "junk":
            return None
        fitting = self.fitting.person if pronoun in ("he", "she", "i") else self.fitting.body
        spoken = [span for span in self._speakers(number) if span is not None and span[1] <= offset]
        near = pronoun == "it" and story.sentence_at(offset) - number <= 1
        for span in spoken:
            if fitting(span, pronoun) or (near and self.fitting.named_body(span)):
                return span
        tokens = story.line(number)
        subject = Phrases(tokens, story.grammar).subject(len(tokens.lows))
        if subject is not None:
            span = tokens.span(*subject)
            lone = subject[1] - subject[0] == 1 and not self._vouched(tokens, subject, pronoun)
            if (
                span[1] <= offset
                and not lone
                and fitting(span, pronoun)
                and tokens.lows[subject[0]] not in ("his", "her")
            ):
                return span
        for piece in self._nouns(tokens):
            span = tokens.span(*piece)
            if span[1] <= offset and fitting(span, pronoun) and self._vouched(tokens, piece, pronoun):
                return span
        return None

    def _to_head(self, tokens: Line, at: int) -> int:
        """Behind the head of a phrase that begins with a name: "the French | health ministry"."""
        for ahead in range(at, min(at + 3, len(tokens.lows))):
            if not tokens.lows[ahead].isalpha() or tokens.lows[ahead] in self.function:
                break
            if tokens.lows[ahead] in self.atlas.heads:
                ahead += 1
                while ahead < len(tokens.words) and tokens.words[ahead][0].isupper():
                    ahead += 1
                return ahead
        return at

    def _vouched(self, tokens: Line, piece: Piece, pronoun: str) -> bool:
        """Whether capital words may be somebody's name; a lone one stands behind a first name or a title elsewhere."""
        first, last = piece
        if pronoun not in ("he", "she", "i"):
            return True
        if last - first > 1:
            return not self._place_like(tokens, piece)
        titled = first > 0 and tokens.lows[first - 1] in self.story.lexicon.classes["honorific"]
        return titled or (self.first_full(tokens.words[first]) is not None and not self._lies(tokens.words[first]))

    def _lies(self, name: str) -> bool:
        """Whether the article puts something in what a lone word names: "Leaving Pokrovsk", "troops in Pokrovsk"."""
        if name not in self._lying:
            hits = re.finditer(rf"\b[Ii]n {re.escape(name)}\b(?!['’]s? )", self.story.text)
            calm = (self.story.text[max(0, hit.start() - _TRUST) : hit.start()].split()[-1:] for hit in hits)
            trusting = self.story.lexicon.classes["trusting"]
            self._lying[name] = any(word and word[0].lower() not in trusting for word in calm)
        return self._lying[name]

    def _place_like(self, tokens: Line, piece: Piece) -> bool:
        """Whether a name without a title stands as a thing's does: "the Red Sea", "in Larkin Square"."""
        first, last = piece
        before = tokens.lows[first - 1] if first else ""
        titled = any(low in self.story.lexicon.titles for low in tokens.lows[first:last])
        return before in self.story.lexicon.classes["before-thing"] and not titled

    def _nouns(self, tokens: Line) -> list[Piece]:
        """Names, and kin with whose kin they are: what a pronoun may go back to."""
        kin = self.story.lexicon.classes["kin"]
        found: list[Piece] = []
        at = 0
        while at < len(tokens.words):
            start = at
            while at < len(tokens.words) and in_name(tokens.words[at]) and tokens.lows[at] not in self.function:
                at += 1
                start = at if "/" in tokens.words[at - 1] else start
            if at > start:
                inside = start > 1 and tokens.lows[start - 1] in ("for", "of") and tokens.words[start - 2][0].isupper()
                at = self._to_head(tokens, at)
                if not inside:
                    found.append((start, at))
            elif (
                at < len(tokens.words)
                and tokens.lows[at] in kin
                and at > 0
                and tokens.lows[at - 1] in ("his", "her", "their")
            ):
                found.append((at - 1, at + 1))
                at += 1
            else:
                at += 1
        return found


def sound(name: str) -> str:
    """A name as it sounds, without its accents: "Erdoğan"."""
    plain = unicodedata.normalize("NFKD", name)
    return spelt("".join(c for c in plain if not unicodedata.combining(c)))
