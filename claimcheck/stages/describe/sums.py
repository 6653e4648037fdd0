"""An article's descriptions in; sums and rates of which no word tells what they are out with what the article tells of
others: of the same sum, of sums for each of the same, of what a shorter noun speaks of again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from claimcheck.records import Description, Fact, Quantity, Rejected, Sentence
from claimcheck.rules.descriptions import Measure
from claimcheck.stages.describe.lexicon import Lexicon

_DERIVED = "M00"
_OFTEN = 2  # times that an article tells one measure of a sum
_LONG = frozenset(("day", "week", "month", "quarter", "year"))
_CHANGES = frozenset(("increased", "decreased"))  # what is told of an amount in passing
_NEAR = 2.5  # times by which an amount of what is spoken of again may differ
_BEFORE = 90  # characters from the noun that speaks of it again to the amount

Result = Description | Rejected
_Key = tuple[str | None, str | float]


def told_of_sums(
    text: str,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    results: Sequence[Result],
    lexicon: Lexicon,
) -> Sequence[Result]:
    """The descriptions, each amount that no word tells of with what the article tells of the likes of it."""
    results = _spoken_of_again(text, sentences, quantities, results, lexicon)
    return _as_others(quantities, _as_others(quantities, results, _rate_of), _sum_of)


def _sum_of(quantity: Quantity) -> _Key | None:
    """A sum, whatever it is for: "a $15 minimum wage … until it reaches $15"; None: it is none."""
    money = quantity.dimension == "money" and quantity.direction is None and quantity.qualifier != "vague"
    return (quantity.unit, quantity.value) if money else None


def _rate_of(quantity: Quantity) -> _Key | None:
    """What sums are paid for each of: "a minimum wage of $15 an hour … now stands at $9 an hour"; None: for nothing."""
    each = quantity.per is not None and quantity.per not in _LONG  # "$5 million a year" is spent or earned on anything
    return (quantity.unit, str(quantity.per)) if each and _sum_of(quantity) else None


def _as_others(
    quantities: Sequence[Quantity], results: Sequence[Result], key_of: Callable[[Quantity], _Key | None]
) -> list[Result]:
    """The descriptions, each sum of which no word tells what it is with what the article tells of others of its key."""
    told = defaultdict[_Key, list[Fact]](list)
    for quantity, result in zip(quantities, results, strict=True):
        key = key_of(quantity)
        if key is not None and isinstance(result, Description) and result.measure and not _is_open(quantity, result):
            told[key].append(result.measure)
    out = list[Result]()
    for quantity, result in zip(quantities, results, strict=True):
        key = key_of(quantity)
        facts = told.get(key, ()) if key is not None else ()
        out.append(_known_sum(quantity, result, facts) if facts and isinstance(result, Description) else result)
    return out


def _known_sum(quantity: Quantity, result: Description, told: Sequence[Fact]) -> Description:
    """What is mostly told of other such sums: an article that gives a sum twice means one thing by it.

    Round sums that it gives but twice may be of two things, above all where a noun stands beside one.
    """
    if not _is_open(quantity, result):
        return result
    value, times = Counter(fact.value for fact in told).most_common(1)[0]
    loose = len(f"{quantity.value:.0f}".rstrip("0")) < 2 or _is_money(quantity, result)
    if 2 * times <= len(told) or (loose and times < _OFTEN):
        return result
    return _lent(result, value, next(fact for fact in told if fact.value == value))


def _is_open(quantity: Quantity, result: Description) -> bool:
    """Whether no word tells what a sum is, but at most an unknown verb, that it changed, or that it is money."""
    told = result.measure
    return told is None or told.rule == _DERIVED or told.value in _CHANGES or _is_money(quantity, result)


def _is_money(quantity: Quantity, result: Description) -> bool:
    """ "A $3 billion deal": whether a sum is taken to be what a thing costs, since it is one."""
    told = result.measure
    if told is None or told.span is None:
        return False
    return told.value == "cost" and quantity.start <= told.span[0] < quantity.end


def _lent(result: Description, value: str, fact: Fact) -> Description:
    return replace(result, measure=Fact(value=value, rule="M491", span=fact.span))


def _spoken_of_again(
    text: str,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    results: Sequence[Result],
    lexicon: Lexicon,
) -> Sequence[Result]:
    """ "The minimum wage is $9 … the wage would rise to $10": the longer noun's measure, where the amounts are near."""
    rules = {rule.name: rule for rule in lexicon.again}
    told = defaultdict[str, list[tuple[Quantity, Fact]]](list)
    for quantity, result in zip(quantities, results, strict=True):
        measure = result.measure if isinstance(result, Description) else None
        if measure is not None and measure.value in rules and quantity.direction is None:
            told[measure.value].append((quantity, measure))
    if not told:
        return results
    known = [(rules[name], found) for name, found in sorted(told.items())]
    return [
        _again(text, quantity, result, _nouns_before(text, sentences[quantity.sentence], quantity, lexicon), known)
        if isinstance(result, Description) and quantity.dimension in ("money", "percent") and not quantity.direction
        else result
        for quantity, result in zip(quantities, results, strict=True)
    ]


def _nouns_before(text: str, sentence: Sentence, quantity: Quantity, lexicon: Lexicon) -> set[str]:
    """The nouns before an amount that may speak of something again: "the wage", "its current levy"."""
    start = max(sentence.start, quantity.start - _BEFORE)
    return {match[1].casefold() for match in lexicon.scene_words.again.finditer(text, start, quantity.start)}


def _again(
    text: str,
    quantity: Quantity,
    result: Description,
    nouns: set[str],
    known: Sequence[tuple[Measure, Sequence[tuple[Quantity, Fact]]]],
) -> Description:
    fitting = [(rule, found) for rule, found in known if not nouns.isdisjoint(rule.again)]
    if len(fitting) != 1:
        return result
    (rule, found), measure = fitting[0], result.measure
    shorter = measure is not None and measure.span is not None and text[slice(*measure.span)].casefold() in rule.again
    if not (shorter or _is_open(quantity, result)):
        return result
    for other, fact in found:
        small, large = sorted((other.value, quantity.value))
        if other.unit == quantity.unit and large <= _NEAR * small:
            return _lent(result, rule.name, fact)
    return result
