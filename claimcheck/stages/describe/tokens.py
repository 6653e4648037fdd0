"""A sentence as tagged words, with each quantity as one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.records import Quantity
from claimcheck.stages.describe.lexicon import Form, Lexicon

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|['’](?:s|re|ve|ll|d|m)\b|[^\W_]+(?:[-.'’&](?!(?:s|re|ve|ll|d|m)\b)[^\W_]+)*|[^\w\s]"
)
_PUNCTUATION = {"—": "-", "–": "-", "“": '"', "”": '"', "‘": '"', "[": "(", "]": ")", "…": ".", "!": ".", "?": "."}
_KEPT = frozenset(",;:.\"()-'/")
_OBJECT = frozenset("DN")
_DAYS = frozenset(("today", "yesterday", "tomorrow", "tonight"))
_GET = frozenset(("get", "gets", "got"))
_AFTER_NOMINAL = frozenset("PXCG")
_AFTER_TO = frozenset(("be", "have", "do", "get", "not"))


class Token(NamedTuple):
    """One word, mark, or quantity."""

    start: int
    end: int
    low: str  # in lower case
    tag: str
    lemma: str
    quantity: int = -1  # index of the quantity, of a quantity


def tokenise(text: str, start: int, end: int, found: Sequence[tuple[int, Quantity]], lexicon: Lexicon) -> list[Token]:
    """The tagged tokens of text[start:end]; `found` are its quantities with their indexes."""
    raw: list[tuple[int, int, int]] = []
    at = start
    for index, quantity in found:
        if quantity.start < at:
            continue
        raw += [(m.start(), m.end(), -1) for m in _TOKEN.finditer(text, at, quantity.start)]
        raw.append((quantity.start, quantity.end, index))
        at = quantity.end
    raw += [(m.start(), m.end(), -1) for m in _TOKEN.finditer(text, at, end)]
    return _tagged(text, raw, lexicon)


def _tagged(text: str, raw: list[tuple[int, int, int]], lexicon: Lexicon) -> list[Token]:
    tokens: list[Token] = []
    words = [text[start:end] for start, end, _ in raw]
    lows = [word.lower() for word in words]
    count = len(raw)
    titled = _titled(words)
    for i, (start, end, quantity) in enumerate(raw):
        low = lows[i]
        if quantity >= 0:
            tokens.append(Token(start, end, low, "Q", low, quantity))
            continue
        before = tokens[-1].tag if tokens else "."
        after = lows[i + 1] if i + 1 < count else "."
        after_is_quantity = i + 1 < count and raw[i + 1][2] >= 0
        tag, lemma = _tag(words[i], titled, low, before, after, after_is_quantity, tokens, lexicon)
        tokens.append(Token(start, end, low, tag, lemma))
    return tokens


def _titled(words: list[str]) -> bool:
    """Whether a line is written As a Headline Is, so that capitals tell no names."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _tag(
    word: str,
    titled: bool,
    low: str,
    before: str,
    after: str,
    before_quantity: bool,
    tokens: list[Token],
    lexicon: Lexicon,
) -> tuple[str, str]:
    if not word[0].isalnum():
        return _mark(low, tokens)
    if low == "to":
        verb = any(form.kind == "base" for form in lexicon.forms.get(after, ())) or after in _AFTER_TO
        return ("T" if verb else "P"), low
    if low in _GET and not any(form.kind in ("pp", "participle") for form in lexicon.forms.get(after, ())):
        return "V", "get"
    known = lexicon.tags.get(low)
    if known == "J" and word[0].isupper() and not titled and before not in '.":(':
        known = None  # "Lower Saxony"
    if known == "t" and low in _DAYS:
        return "A", low
    if known and (known != "t" or word[0].isupper()):
        return _function_word(low, known, before, after, before_quantity, lexicon), low
    forms = lexicon.forms.get(low)
    if _nominal(low, before, after, tokens, lexicon):
        return "n", low
    capital = word[0].isupper() and not titled and before not in '.":('
    if forms and not capital:
        tag, lemma = _verb(low, forms, before, after, before_quantity, tokens, lexicon)
        if tag:
            return tag, lemma
    if low.endswith("ly") and len(low) > 4 and not capital and (low,) not in lexicon.nouns:
        return "A", low
    if not capital and not forms:
        if low.endswith("ed") and len(low) > 4:
            return ("J", low) if "-" in low else ("E", _stem(low[:-2], lexicon))
        if low.endswith("ing") and len(low) > 5 and before not in "DJ'":
            return "I", _stem(low[:-3], lexicon)
    return ("M" if capital else "n"), lexicon.singular(low)


def _nominal(low: str, before: str, after: str, tokens: list[Token], lexicon: Lexicon) -> bool:
    """Whether a participle stands for people: "the wounded were …", "the number of displaced stands at"."""
    if not low.endswith(("ed", "slain", "fallen")) or not (
        before == "D" or (tokens and tokens[-1].low in ("of", "those"))
    ):
        return False
    if tokens[-1].low in ("a", "an", "his", "her", "it"):
        return False
    tag = lexicon.tags.get(after, "")
    finite = any(form.kind in ("s", "past", "pp") for form in lexicon.forms.get(after, ()))
    return (tag in _AFTER_NOMINAL and tag != "") or after in ".,;" or finite


def _mark(low: str, tokens: list[Token]) -> tuple[str, str]:
    if len(low) > 1:  # 's, ’re, …
        possessive = low[1:] == "s" and bool(tokens) and tokens[-1].tag in "nMt"
        return ("'" if possessive else "X"), low
    mark = _PUNCTUATION.get(low, low)
    return (mark if mark in _KEPT else "n" if mark in "$£€¥%" else ","), low


def _function_word(low: str, tag: str, before: str, after: str, before_quantity: bool, lexicon: Lexicon) -> str:
    if low == "that":
        if before in "nM" or before == "Q":
            return "R"
        return "R" if before in "VEI" else "D"
    if low in ("which", "whom", "who", "where", "what"):
        return "R"
    if low in ("after", "before", "since", "until", "till", "as") and not before_quantity:
        return "P"
    if low in ("her", "his") or tag != "N":
        return tag
    return "D" if low == "others" and before == "D" else tag


def _verb(
    low: str,
    forms: tuple[Form, ...],
    before: str,
    after: str,
    before_quantity: bool,
    tokens: list[Token],
    lexicon: Lexicon,
) -> tuple[str, str]:
    """The tag and lemma of a word that may be a verb; no tag where it is none here."""
    kinds = {form.kind: form.lemma for form in forms}
    nounlike = (lexicon.singular(low),) in lexicon.nouns or (low,) in lexicon.nouns
    for kind in ("pp", "participle", "past"):
        if kind in kinds:
            if "base" in kinds and before in "DJQ'":
                return "", ""
            if nounlike and before in "DJQ'P" and kind == "pp" and low not in ("killed",):
                return "", ""
            if kind == "past":
                return "V", kinds["base"] if "base" in kinds and before in "TX" else kinds[kind]
            return "E", kinds[kind]
    if "gerund" in kinds:
        acts = before_quantity or lexicon.tags.get(after, "") in _OBJECT
        if before in "DJQnM'P" and not acts and ((low,) in lexicon.nouns or low in lexicon.named):
            return "", ""
        if before in "DJ'" and after in ("of", "in", "on", "at", "and", ",", ".", "was", "were", "had", "has"):
            return "", ""
        return "I", kinds["gerund"]
    lemma = kinds.get("base") or kinds["s"]
    next_tag = lexicon.tags.get(after, "")
    if "base" in kinds:
        if lemma in lexicon.groups["copular"] and (next_tag == "J" or (after,) in lexicon.states):
            return "V", lemma
        if before in "TXGN" or (before == "R" and not nounlike):
            return "V", lemma
        if before == "A" and len(tokens) > 1 and (tokens[-2].tag in "XTN" or (tokens[-2].tag == "n" and not nounlike)):
            return "V", lemma
        people = bool(tokens) and tokens[-1].low in lexicon.people
        if (
            (before == "n" or people)
            and not nounlike
            and (next_tag in "DPAJt" or before_quantity or after in ".,")
            and (people or tokens[-1].low.endswith(("s", "people", "men", "women", "children", "police")))
        ):
            return "V", lemma
        if before in ".C" and not nounlike and (next_tag == "D" or before_quantity):
            return "V", lemma
        return "", ""
    if _plural_wanted(tokens):
        return "", ""
    if (
        before in "nMNR'AC,"
        and (before != "," or before_quantity)
        and ((next_tag in "DPNARGSXTtJ" and next_tag) or before_quantity or not nounlike)
    ):
        if nounlike and next_tag in "P" and not before_quantity:
            return "", ""
        return "V", lemma
    return "", ""


def _plural_wanted(tokens: list[Token]) -> bool:
    """Whether a number is still without its noun: "two campaign stops", "46,000 Twitter accounts"."""
    for back in range(len(tokens) - 1, max(-1, len(tokens) - 5), -1):
        tag = tokens[back].tag
        if tag == "Q":
            return back < len(tokens) - 1 and not tokens[-1].low.endswith(("s", "people", "men", "women", "children"))
        if tag not in "nMJ":
            return False
    return False


def _stem(stem: str, lexicon: Lexicon) -> str:
    """The base of an unknown verb: visited → visit, shelled → shell, bribed → bribe."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem.endswith(
        (
            "at",
            "iz",
            "is",
            "v",
            "c",
            "g",
            "u",
            "s",
            "rs",
            "ag",
            "id",
            "ut",
            "in",
            "ir",
            "ur",
            "ok",
            "ib",
            "yp",
            "op",
            "ak",
        )
    ) and not stem.endswith(("ss", "ng")):
        return stem + "e"
    return stem
