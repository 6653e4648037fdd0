"""An article's paragraphs in, whose turn each is out: those that open with a name and a colon, in an interview."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from claimcheck.records import Sentence, Span
from claimcheck.stages.attribute.lexicon import Lexicon

_LABEL = re.compile(r"[\"“”'‘«*>\s]*+([^\W\d_a-zß-öø-ÿ][^:\n]{0,59}?)\s?:(?=[\s\"“'‘«*])")
_SMALL = re.compile(r"(?:of|the|de|da|van|von|bin|al|for|\([^()]{1,30}\)|,)")
_MOST_WORDS = 7
_ASKED = ("Q", "A")  # question and answer
_SPOKEN = re.compile(r"\?|\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]urs?|[Yy]our|[Uu]s|[Mm]e)\b")
_WORD = re.compile(r"[a-z]{2}")  # in a turn: "Berg: 547." is a result
_OPENS = ('"', "“")
_TOLD_OF = 20_000  # characters in which those who speak are told of
_SHORTEST = 3  # letters of a surname that is shouted; not of "Q"
_TURNS = 2  # as often as that a name opens a paragraph, where it is one of an interview's


def turns(text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> dict[int, Span]:
    """By paragraph, the words for who speaks it. A list of facts ("Price: 40 euros") has no speakers; who asks in an
    outlet's questions and answers is the outlet."""
    labels = _labels(text, sentences)
    if not labels:
        return {}
    keys = {number: _key(text[slice(*label)]) for number, (label, _) in labels.items()}
    counts = Counter(keys.values())
    talking = {keys[number] for number, (_, turn) in labels.items() if _SPOKEN.search(text, *turn)}
    often = {key for key in talking if counts[key] >= _TURNS}
    shouted = {key for key in often if key.isupper() and key not in _ASKED}  # WALLACE: … PENCE: …
    talk = shouted if len(shouted) > 1 else set[str]()
    speaking = {key for key in often if key in talk or _speaks(text, key, counts, lexicon)}
    named = {n: label for n, (label, _) in labels.items() if keys[n] in speaking and keys[n] != _ASKED[0]}
    return _gone_on(text, sentences, named)


def in_full(text: str, label: Span) -> Span:
    """Where the text gives the name of a label in full, "Ana Berg" of "BERG:"; the label where it does not."""
    name = _key(text[slice(*label)])
    if not name.isupper() or len(name) < _SHORTEST:
        return label
    full = re.search(rf"\b[^\W\d_a-z][a-z]\w*+\s(?:[a-z]{{2,3}}\s)?{re.escape(name.title())}\b", text[:_TOLD_OF])
    return full.span() if full is not None else label


def _gone_on(text: str, sentences: Sequence[Sentence], found: dict[int, Span]) -> dict[int, Span]:
    """The turns, and the paragraphs that go on with one: its quotation is not closed, and they open with a mark."""
    speaker: Span | None = None
    for number, inside in groupby(sentences, key=lambda sentence: sentence.paragraph):
        first, *rest = inside
        paragraph = text[first.start : (rest or [first])[-1].end]
        if number not in found and speaker is not None and paragraph[0] in _OPENS:
            found[number] = speaker
        speaker = found.get(number) if paragraph[0] in _OPENS and not _closed(paragraph) else None
    return found


def _closed(paragraph: str) -> bool:
    """Whether a paragraph that opens with a quotation mark closes it."""
    straight = paragraph.count('"')
    return straight % 2 == 0 if paragraph[0] == '"' else paragraph.count("“") <= paragraph.count("”")


def _labels(text: str, sentences: Sequence[Sentence]) -> dict[int, tuple[Span, Span]]:
    """By paragraph, its label and what stands behind it, where that is more than a figure."""
    found: dict[int, tuple[Span, Span]] = {}
    for number, inside in groupby(sentences, key=lambda sentence: sentence.paragraph):
        first, *rest = inside
        label = _LABEL.match(text, first.start) if first.kind != "junk" else None
        if label is not None and _nominal(label[1]):
            turn = label.end(), (rest or [first])[-1].end
            if _WORD.search(text, *turn):
                found[number] = label.span(1), turn
    return found


def _nominal(label: str) -> bool:
    """Whether the words before a colon can be a name: capital words, with what may stand between them."""
    words = re.findall(r"\([^()]*\)|[^\s,()]+|,", label)
    return len(words) <= _MOST_WORDS and all(word[0].isupper() or _SMALL.fullmatch(word) for word in words)


def _key(label: str) -> str:
    """The surname, by which a label is known: "CLINTON", "Sen. Ana Berg (L-Varna)"."""
    words = re.findall(r"[^\W\d_][\w'’-]*", re.sub(r"\([^()]*\)|,.*", "", label))
    return words[-1] if words else label


def _speaks(text: str, key: str, counts: Counter[str], lexicon: Lexicon) -> bool:
    """Whether a label is a person whom the article names in full, an office, or one side of question and answer."""
    if key in _ASKED:
        return all(counts[side] >= _TURNS for side in _ASKED)
    low = key.lower()
    if low in lexicon.classes["anonymous"] or low in lexicon.classes["interviewer"]:
        return True
    name = re.escape(key.capitalize() if key.isupper() else key)
    full = re.search(rf"[^\W\d_a-zß-öø-ÿ][\w.’'-]*\s{name}\b", text)
    return full is not None and re.search(rf"\s{re.escape(low)}\b", text) is None
