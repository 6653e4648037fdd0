"""Quantities in; what they count, what happened, where and when out. Leaves who says so to others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

import msgspec

from claimcheck.records import Article, Description, Fact, PartOf, Quantity, Rejected, Segments, Sentence, Span
from claimcheck.rules import Rules
from claimcheck.stages.describe.elsewhere import told_elsewhere
from claimcheck.stages.describe.fallen import what_fell
from claimcheck.stages.describe.links import parts_of
from claimcheck.stages.describe.ours import of_own_side
from claimcheck.stages.describe.placed import Placed
from claimcheck.stages.describe.rows import told_in_rows
from claimcheck.stages.describe.scene import Scene
from claimcheck.stages.describe.sentence import SentenceReader
from claimcheck.stages.describe.sided import of_two_sides
from claimcheck.stages.describe.sides import of_both_on_one
from claimcheck.stages.describe.sums import told_of_sums
from claimcheck.stages.describe.tables import build

_BATCH = 40  # quantities of a sentence that are read together
_LISTED = ("O02", "O3560", "O3561")  # rules of parts that befell what befell the whole
_AROUND = 300  # characters around them


def describe(
    article: Article, segments: Segments, quantities: tuple[Quantity, ...], rules: Rules
) -> tuple[Description | Rejected, ...]:
    """For each quantity its description, or why it is no claim after all ("the two sides")."""
    lexicon = rules.once(build)
    scene = Scene(article, segments, lexicon, _by_sentence(quantities))
    out: list[Description | Rejected] = []
    placed: list[Placed | None] = []
    last: Placed | None = None
    for sentence, group in groupby(enumerate(quantities), key=lambda pair: pair[1].sentence):
        for window, found in _windows(segments.sentences[sentence], list(group)):
            reader = SentenceReader(scene, sentence, window, found, lexicon)
            for number in found:
                result, where = reader.describe(number, last, placed)
                out.append(result)
                placed.append(where)
                last = where or last
    links = parts_of(placed, lexicon)
    linked = [_linked(result, told) for result, told in zip(out, links, strict=True)]
    sided = list(of_two_sides(scene.reading, quantities, linked))
    whole = told_of_sums(article.text, segments.sentences, quantities, _with_wholes(quantities, sided), lexicon)
    told = told_elsewhere(article, quantities, what_fell(article, quantities, whole, lexicon), lexicon)
    told = told_in_rows(scene.reading, quantities, told, lexicon)
    return of_own_side(scene.reading, quantities, told)


def _by_sentence(quantities: tuple[Quantity, ...]) -> dict[int, list[Span]]:
    """The spans of the numbers of each sentence."""
    spans = defaultdict[int, list[Span]](list)
    for quantity in quantities:
        spans[quantity.sentence].append((quantity.start, quantity.end))
    return spans


def _windows(sentence: Sentence, found: list[tuple[int, Quantity]]) -> Iterator[tuple[Span, dict[int, Quantity]]]:
    """A sentence whole; one with very many numbers (a table, a hostile text) in pieces: the work stays linear."""
    if len(found) <= _BATCH:
        yield (sentence.start, sentence.end), dict(found)
        return
    for at in range(0, len(found), _BATCH):
        piece = found[at : at + _BATCH]
        start = max(sentence.start, piece[0][1].start - _AROUND)
        end = min(sentence.end, piece[-1][1].end + _AROUND)
        yield (start, end), dict(piece)


def _linked(result: Description | Rejected, links: tuple[PartOf, ...]) -> Description | Rejected:
    return msgspec.structs.replace(result, part_of=links) if links and isinstance(result, Description) else result


def _with_wholes(
    quantities: tuple[Quantity, ...], results: list[Description | Rejected]
) -> tuple[Description | Rejected, ...]:
    """Parts of a whole are of its party, and listed ones befell what befell it, where the text tells no other."""
    if not any(isinstance(result, Description) and result.part_of for result in results):
        return tuple(results)
    at = {q.start: d for q, d in zip(quantities, results, strict=True) if isinstance(d, Description)}
    return tuple(_of_whole(q, result, at) for q, result in zip(quantities, results, strict=True))


def _of_whole(quantity: Quantity, result: Description | Rejected, at: dict[int, Description]) -> Description | Rejected:
    if not isinstance(result, Description) or not result.part_of:
        return result
    link = result.part_of[0]
    if (whole := at.get(link.whole)) is None:
        return result
    if result.party is None and whole.party is not None and not of_both_on_one(whole.party, result.scope):
        result = msgspec.structs.replace(result, party=Fact(value=whole.party.value, rule="P10", span=whole.party.span))
    listed = quantity.dimension == "count" and link.rule in _LISTED
    if listed and result.measure is None and whole.measure is not None:
        measure = Fact(value=whole.measure.value, rule="M490", span=whole.measure.span)
        word = None if result.word is not None and result.word.span == link.span else result.word  # "it included 20"
        result = msgspec.structs.replace(result, measure=measure, word=word)
    return result
