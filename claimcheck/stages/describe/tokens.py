"""A sentence as tagged words, with each quantity as one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from claimcheck.records import Quantity
from claimcheck.stages.describe.lexicon import NAME, TIME, Lexicon

_JOINED = r"(?:(?:[-.&]|['’](?!(?:s|re|ve|ll|d|m)\b))[^\W_]++)*+"
_TOKEN = re.compile(
    r"\b(?:Mrs?|Ms|Dr|Sen|Gov|Rep|Gen|Lt|Col|Capt|Sgt|Prof|Rev|St)\.(?=\s[A-Z])"
    rf"|[^\W_]{{2,}}+{_JOINED}"
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\b[A-Z]\.(?=\s[A-Z][a-z])"  # Paul H. Chipok
    r"|['’](?:s|re|ve|ll|d|m)\b"
    rf"|[^\W_]{_JOINED}"
    r"|[^\w\s]"
)
_PUNCTUATION = {
    "—": "-",
    "–": "-",
    "‒": "-",
    "―": "-",
    "“": '"',
    "”": '"',
    "[": "(",
    "]": ")",
    "…": ".",
    "!": ".",
    "?": ".",
}
_KEPT = frozenset(",;:.\"()-'/")
_MONEY = frozenset("$£€¥%")
_OPENS = frozenset('.":(')  # marks behind which any word has a capital
_SHORTEST_VERB = 3
_IN_CLAUSE = 8  # words from a relative word to the verb of saying in its clause
_NO_VERBS = frozenset(("estimated", "close", "near", "over", "number", "total", "totals"))  # "an estimated 45"
_INITIALS = frozenset(("IS", "US"))
_DAYS = frozenset(("today", "yesterday", "tomorrow", "tonight"))
_GET = frozenset(("get", "gets", "got"))
_RELATIVE = frozenset(("which", "whom", "who", "where", "what"))
_PREPOSITIONS_FIRST = frozenset(("after", "before", "since", "until", "till", "as"))
_OBJECT = frozenset("DN")
_AFTER_NOMINAL = frozenset("PXCG")
_AFTER_TO = frozenset(("be", "have", "do", "get", "not"))
_AFTER_NOUN = frozenset(("of", "in", "on", "at", "and", ",", ".", "was", "were", "had", "has"))
_NO_PARTICIPLE = frozenset(("a", "an", "his", "her", "it"))  # "a wounded", "it displaced"
_PLURAL = ("s", "people", "men", "women", "children", "police")
# Stems that have lost an e: bribed → bribe, seized → seize.
_LOST_E = ("at", "iz", "is", "v", "c", "g", "u", "s", "ag", "id", "ut", "in", "ir", "ur", "ok", "ib", "yp", "op", "ak")


class Token(Struct, frozen=True, gc=False):
    """One word, mark, or quantity."""

    start: int
    end: int
    low: str  # in lower case
    tag: str
    lemma: str
    quantity: int = -1  # index of the quantity, of a quantity


class _Spot(Struct, frozen=True, gc=False):
    """A word among its neighbours."""

    low: str
    capital: bool  # one that makes a name of the word
    tokens: list[Token]  # those before it
    before: str  # tag of the word before
    after: str  # the word behind
    number_follows: bool

    @property
    def word_before(self) -> str:
        """The word before; at the start of a sentence a stop."""
        return self.tokens[-1].low if self.tokens else "."

    @property
    def tag_before_that(self) -> str:
        """The tag of the second word before; at the start of a sentence that of a stop."""
        return self.tokens[-2].tag if len(self.tokens) > 1 else "."

    @property
    def noun_wanted(self) -> bool:
        """Whether a number is still without its noun: "two campaign stops", "46,000 Twitter accounts"."""
        tokens = self.tokens
        for back in range(len(tokens) - 1, max(-1, len(tokens) - 5), -1):
            tag = tokens[back].tag
            if tag == "Q":
                return back < len(tokens) - 1 and not tokens[-1].low.endswith(_PLURAL[:4])
            if tag not in "nMJ":
                return False
        return False


def tokenise(text: str, start: int, end: int, found: Sequence[tuple[int, Quantity]], lexicon: Lexicon) -> list[Token]:
    """The tagged tokens of text[start:end]; `found` are its quantities with their indexes."""
    raw: list[tuple[int, int, int]] = []
    at = start
    for index, quantity in found:
        if quantity.start < at:
            continue
        begin = _behind_verb(text, quantity, lexicon)
        raw += [(*match.span(), -1) for match in _TOKEN.finditer(text, at, begin)]
        raw.append((begin, quantity.end, index))
        at = quantity.end
    raw += [(*match.span(), -1) for match in _TOKEN.finditer(text, at, end)]
    return _tagged(text, raw, lexicon)


def _behind_verb(text: str, quantity: Quantity, lexicon: Lexicon) -> int:
    """Where a quantity starts without a verb in its qualifier: "(has passed) 2,000"."""
    begin = quantity.start
    if quantity.number[0] - begin > _SHORTEST_VERB:
        for word in _TOKEN.finditer(text, begin, quantity.number[0]):
            forms = lexicon.forms.get(word[0].lower(), ())
            if any(form.lemma in lexicon.groups["counting"] for form in forms) and word[0].lower() not in _NO_VERBS:
                begin = word.end() + 1
    return min(begin, quantity.number[0])


def _tagged(text: str, raw: list[tuple[int, int, int]], lexicon: Lexicon) -> list[Token]:
    tokens: list[Token] = []
    words = [text[start:end] for start, end, _ in raw]
    lows = [*map(str.lower, words)]
    titled = _titled(words)
    last = len(raw) - 1
    always = lexicon.plain
    for i, (start, end, quantity) in enumerate(raw):
        low = lows[i]
        if quantity >= 0:
            plain: str | None = "Q"
        else:
            plain = _plain(words[i], low, always) if words[i][0].isalnum() else _mark(low, tokens)
            if words[i] == "May" and tokens and not titled and tokens[-1].tag not in _OPENS:
                plain = TIME  # "since 21 May have killed"
        if plain:
            tokens.append(Token(start, end, low, plain, low, quantity))
            continue
        tag_before = tokens[-1].tag if tokens else "."
        after = lows[i + 1] if i < last else "."
        upper, counts_next = words[i][0].isupper(), i < last and raw[i + 1][2] >= 0
        shouted = _shouted(words[i], low, lexicon) or (low in lexicon.harming and (counts_next or tag_before in "Qn"))
        raised = upper and not titled and not shouted and tag_before not in _OPENS
        month = i < last and words[i + 1][0].isupper() and lexicon.tags.get(after) == TIME  # "for the year to March"
        known = _known(low, raised, upper, tag_before, "." if month else after, lexicon)
        if known:
            tokens.append(Token(start, end, low, known, "get" if low in _GET else low))
            continue
        spot = _Spot(low, raised, tokens, tag_before, after, counts_next)
        tokens.append(Token(start, end, low, *_open_class(spot, lexicon)))
    return tokens


def _plain(word: str, low: str, always: dict[str, str]) -> str | None:
    """The tag of a word that is the same wherever it stands; "IS" and "US" are names."""
    return NAME if word in _INITIALS else always.get(low)


def _shouted(word: str, low: str, lexicon: Lexicon) -> bool:
    """Whether a verb is all in capitals: "10 KILLED IN BLAST"."""
    return len(low) > 3 and word.isupper() and low in lexicon.forms


def _titled(words: list[str]) -> bool:
    """Whether a line is written As a Headline Is, so that capitals tell no names."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _mark(low: str, tokens: list[Token]) -> str:
    if len(low) > 1:  # 's, ’re, …
        return "'" if low[1:] == "s" and tokens and tokens[-1].tag in "nMt" else "X"
    mark = _PUNCTUATION.get(low, low)
    return mark if mark in _KEPT else "n" if mark in _MONEY else ","


# ── words of no content ───────────────────────────────────────────────────────────────────────


def _known(low: str, raised: bool, upper: bool, before: str, after: str, lexicon: Lexicon) -> str:
    """The tag of a function word, "" for all others."""
    if low not in lexicon.closed:
        return ""
    if low == "to":
        verb = (
            after in _AFTER_TO
            or after.endswith("ly")
            or any(form.kind == "base" for form in lexicon.forms.get(after, ()))
        )
        return "T" if verb else "P"
    if low in _GET and not any(form.kind in ("pp", "participle") for form in lexicon.forms.get(after, ())):
        return "V"
    tag = lexicon.tags.get(low, "")
    if tag == "t" and not upper:
        return "A" if low in _DAYS else ""
    if (tag == "J" and raised) or (low == "well" and before in "DJM"):
        return ""  # "Lower Saxony", "the broken well"
    if low == "that":
        return "R" if before in "nMQVEI" else "D"
    if low in _RELATIVE:
        return "R"
    if low in _PREPOSITIONS_FIRST or (low == "due" and after == "to"):
        return "P"
    return "D" if low == "others" and before == "D" else tag


# ── nouns, names and verbs ────────────────────────────────────────────────────────────────────


def _open_class(spot: _Spot, lexicon: Lexicon) -> tuple[str, str]:
    """Tag and lemma of a word with a content."""
    low = spot.low
    if _nominal(spot, lexicon):
        return "n", low
    forms = lexicon.forms.get(low)
    if spot.capital:
        return "M", lexicon.singular(low)
    if forms:
        return _verb(spot, lexicon.kinds[low], lexicon) or ("n", lexicon.singular(low))
    if low.endswith("ly") and len(low) > 4 and not ((low,) in lexicon.nouns or low in lexicon.groups["ly noun"]):
        return "A", low
    if low.endswith("ed") and len(low) > 4:
        return ("J", low) if "-" in low else ("E", _stem(low[:-2]))
    if low.endswith("ing") and len(low) > 5 and spot.before not in "DJ'" and low not in lexicon.groups["ing noun"]:
        return "I", _stem(low[:-3])
    return "n", lexicon.singular(low)


def _nominal(spot: _Spot, lexicon: Lexicon) -> bool:
    """Whether a participle stands for people: "the wounded were …", "the number of displaced stands at"."""
    if not spot.low.endswith(("ed", "slain", "fallen")) or spot.word_before in _NO_PARTICIPLE or "-" in spot.low:
        return False  # "dozens of open-ended questions"
    if spot.word_before == "those" or (spot.before != "D" and spot.word_before != "of"):
        return False
    return _ends_noun(spot, lexicon)


def _ends_noun(spot: _Spot, lexicon: Lexicon) -> bool:
    """Whether what follows a word shows that it was a noun: a finite verb, a mark, a preposition."""
    contains = lexicon.groups["containing"]
    finite = any(
        form.kind in ("s", "past", "pp") or form.lemma in contains for form in lexicon.forms.get(spot.after, ())
    )
    return finite or spot.after in ".,;" or lexicon.tags.get(spot.after) in _AFTER_NOMINAL


def _verb(spot: _Spot, kinds: dict[str, str], lexicon: Lexicon) -> tuple[str, str] | None:
    """Tag and lemma of a word that may be a verb; None where it is none here."""
    noun = (lexicon.singular(spot.low),) in lexicon.nouns or (spot.low,) in lexicon.nouns
    if "pp" in kinds or "participle" in kinds or "past" in kinds:
        return _past(spot, kinds, noun and (spot.after,) not in lexicon.states)  # "18 shot dead"
    if "gerund" in kinds:
        return None if _gerund_is_noun(spot, lexicon) else ("I", kinds["gerund"])
    if "base" in kinds:
        return ("V", kinds["base"]) if _base_is_verb(spot, kinds["base"], noun, lexicon) else None
    return ("V", kinds["s"]) if _third_person(spot, noun, lexicon) else None


def _past(spot: _Spot, kinds: dict[str, str], noun: bool) -> tuple[str, str] | None:
    if "base" in kinds and spot.before in "DJQ'":
        return None  # "the cut"
    if "pp" in kinds:
        return None if noun and spot.before in "DJQ'P" else ("E", kinds["pp"])
    if "participle" in kinds:
        return "E", kinds["participle"]
    # "will lay off": base of one verb, past of another.
    return "V", kinds["base"] if "base" in kinds and spot.before in "TX" else kinds["past"]


def _gerund_is_noun(spot: _Spot, lexicon: Lexicon) -> bool:
    """ "the killing of 45", "a rating", but "killing 45"."""
    acts = spot.number_follows or lexicon.tags.get(spot.after) in _OBJECT
    named = (spot.low,) in lexicon.nouns or spot.low in lexicon.named
    if named and not acts and (spot.before in "DJQnM'P" or spot.after == "of"):
        return True
    return spot.before in "DJ'" and (spot.after in _AFTER_NOUN or _ends_noun(spot, lexicon))


def _base_is_verb(spot: _Spot, lemma: str, noun: bool, lexicon: Lexicon) -> bool:
    tag_after = lexicon.tags.get(spot.after, "")
    if lemma in lexicon.groups["copular"] and (tag_after == "J" or (spot.after,) in lexicon.states):
        return True  # "remain missing"
    if spot.before == "Q" and spot.after != "of":  # "101 remain in hospital", "all five say"
        names = ("copular", "verb behind a number") if noun else ("copular", "verb behind a number", "saying")
        return any(lemma in lexicon.groups[name] for name in names)
    if spot.before in "TXGN" or (spot.before == "A" and spot.tag_before_that in "XTN"):
        return True
    if noun:
        return spot.number_follows and spot.before == "C" and spot.tag_before_that in "VEI"  # "to track and arrest 45"
    if spot.number_follows and (spot.before in "nM" or lemma in lexicon.groups["containing"]):
        return True  # "air strikes on Atareb kill dozens", "the dead include 40 children"
    if spot.before == "R" or (spot.before == "A" and spot.tag_before_that == "n"):
        return True
    if spot.before in ".C":
        return tag_after == "D" or spot.number_follows
    people = spot.word_before in lexicon.people
    subject = people or (spot.before == "n" and spot.word_before.endswith(_PLURAL))
    if subject and (lemma, spot.after) in lexicon.openings:
        return True  # "45 people face starvation"
    return subject and (
        spot.number_follows
        or spot.after in (".", ",", "to")
        or spot.after.endswith("ing")
        or (tag_after != "" and tag_after in "DPAJtCN")
    )


def _third_person(spot: _Spot, noun: bool, lexicon: Lexicon) -> bool:
    if spot.number_follows and (spot.before == "Q" or (spot.before in "nM" and not noun) or _told(spot, lexicon)):
        return True  # "Attack kills two injures three", "6.1 magnitude quake injures dozens"
    if spot.noun_wanted or spot.before not in "nMNR'AC,I\"":
        return False
    if spot.number_follows:
        return True
    if spot.before in 'I"':
        return False
    tag_after = lexicon.tags.get(spot.after, "")
    if spot.before == "," or (noun and tag_after in ("", "P")):
        return False
    if (
        spot.after == ","
        and spot.before == "n"
        and not any(form.lemma in lexicon.groups["saying"] for form in lexicon.forms.get(spot.low, ()))
    ):
        return False  # "outside the school grounds, causing panic"
    return not noun or tag_after in "DNARGSTtJ"


def _told(spot: _Spot, lexicon: Lexicon) -> bool:
    """Whether a verb of saying stands before, in a clause that hangs on a noun: "the attack which it says | kills"."""
    tokens = spot.tokens
    if not tokens or tokens[-1].tag not in "VE" or tokens[-1].lemma not in lexicon.groups["saying"]:
        return False
    return any(token.tag == "R" for token in tokens[-_IN_CLAUSE:-1])


def _stem(stem: str) -> str:
    """The base of an unknown verb: visited → visit, shelled → shell, bribed → bribe."""
    if len(stem) > 2 and stem[-1] == stem[-2]:
        return stem if stem[-1] in "lsz" else stem[:-1]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    return stem + "e" if stem.endswith(_LOST_E) and not stem.endswith("ng") else stem
