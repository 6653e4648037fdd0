"""A sentence and its quantities in, tagged words out, with each quantity as one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimcheck.dates.lexicon import MONTHS
from claimcheck.records import Quantity
from claimcheck.stages.describe.lexicon import NAME, TIME, Lexicon
from claimcheck.stages.describe.tagging import DAYS, GET, acts, function_word, open_class
from claimcheck.stages.describe.tokens import Spot, Token

_MONTH = 3  # letters of a month cut short
_JOINED = r"(?:(?:[-.&]|['’](?!(?:s|re|ve|ll|d|m)\b))[^\W_]++)*+"
_EACH = re.compile(r"(?:[-‑](?:an?|per|each|every)[-‑]|/)[a-z]{1,20}(?![\w-])")  # a $15-an-hour wage
_SHORT = "|".join(name.title() for name in sorted(MONTHS) if len(name) == _MONTH)
_OF_MONTH = rf"(?<=\b(?:{_SHORT}))\.(?=\s\d)|(?<=\bSept)\.(?=\s\d)"  # "on Oct. 7" no sentence ends
_SIZES = (1, 3)  # words in "plus or minus" and "±"
_TOKEN = re.compile(
    r"\b(?:Mrs?|Ms|Dr|Sen|Gov|Rep|Gen|Lt|Col|Capt|Maj|Brig|Adm|Cpl|Sgt|Prof|Rev|St)\.(?=\s[A-Z])"
    rf"|[^\W_]{{2,}}+{_JOINED}"
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\b[A-Z]\.(?=\s[A-Z][a-z])"  # Paul H. Chipok
    r"|['’](?:s|re|ve|ll|d|m)\b"
    rf"|[^\W_]{_JOINED}"
    rf"|--|(?!{_OF_MONTH})[^\w\s]"
)
_PUNCTUATION = {
    "--": "-",
    "—": "-",
    "–": "-",
    "‒": "-",
    "―": "-",
    "“": '"',
    "”": '"',
    "…": ".",
    "[": "(",
    "]": ")",
    "!": ".",
    "?": ".",
}
_INSERTED = frozenset("[]")
_NAMED = 6  # tokens from the mark before what a number counts to behind the one that closes it: 40 "cross-border raids"
_OPENING, _CLOSING = frozenset('"“'), frozenset('"”')
_CREDIT = re.compile(r"\[[^][\n]{1,40}\]\W*\Z")  # cost thousands of lives [Getty]
_SECOND = r"(?<=\w )\([A-Z][\w-]+(?: [a-z]+)?\)(?= [a-z]+s?\b)"  # four Artsakh (Karabakh) army servicemen
_IN_FULL = r"\[[a-z]+ [^][\n\d]{1,60}\]"  # three IFVs [infantry fighting vehicles], two tanks
_CUT = r"\b(?:[a-z]+-, ){0,2}[a-z]+-,? (?:and|or|to) (?=[a-z]+-[a-z])"  # nine short-, mid- and long-range rockets
_GLOSS = re.compile(rf"{_SECOND}|{_CUT}|(?<=[A-Z]{{2}} ){_IN_FULL}|(?<=[A-Z]{{2}}s ){_IN_FULL}")
_PAUSE = re.compile(r"(?:\.{3}|…)(?=\s[a-z])")  # 40 people, 12 children among them... died
_KEPT = frozenset(",;:.\"()-'/")
_MONEY = frozenset("$£€¥%")
_OPENS = frozenset('.":(')  # marks behind which any word has a capital
_SHORTEST_VERB = 3
_OPENING_WORDS, _LONGEST_OPENING = 3, 24  # words of "an average of", and characters looked at for them
_INITIALS = frozenset(("IS", "US"))


def tokenise(text: str, start: int, end: int, found: Sequence[tuple[int, Quantity]], lexicon: Lexicon) -> list[Token]:
    """The tagged tokens of text[start:end]; `found` are its quantities with their indexes."""
    raw: list[tuple[int, int, int]] = []
    at = start
    for index, quantity in found:
        if quantity.start < at:
            continue
        begin = _opening(text, at, _behind_verb(text, quantity, lexicon), lexicon)
        raw += [(*match.span(), -1) for match in _TOKEN.finditer(text, at, begin)]
        raw.append((begin, quantity.end, index))
        at = quantity.end + (text[quantity.end : quantity.end + 1] == "*")  # 150* still missing
        if quantity.per and (each := _EACH.match(text, at, end)):
            at = each.end()
    raw += [(*match.span(), -1) for match in _TOKEN.finditer(text, at, end)]
    glosses = [match.span() for match in _GLOSS.finditer(text, start, end)] if found else []
    credit = _CREDIT.search(text[start:end]) if "[" in text[start:end] else None
    last = start + credit.start() if credit else end
    raw = [one for one in raw if one[0] >= last or not _set_in(text, one, glosses)]
    pauses = [match.span() for match in _PAUSE.finditer(text, start, end)] if found else []
    raw = [one for one in raw if not any(first < one[0] < last for first, last in pauses)]
    opened = frozenset(first for first, _ in pauses)
    return _tagged(text, _unparted(text, list(_unquoted(text, raw)), lexicon), opened, lexicon)


def _unquoted(text: str, raw: Iterable[tuple[int, int, int]]) -> Iterable[tuple[int, int, int]]:
    """The tokens without straight single marks that open or close words: "'Hundreds held' in Chad", not "the troops'
    camp"."""
    opened = False
    for start, end, quantity in raw:
        if quantity < 0 and text[start:end] == "'":
            before, behind = text[max(0, start - 1) : start], text[end : end + 1]
            quotes = not (before.isspace() or behind.isalnum()) if opened else behind.isalnum() and not before.isalnum()
            if quotes:
                opened = not opened
                continue
        yield start, end, quantity


def _unparted(text: str, raw: list[tuple[int, int, int]], lexicon: Lexicon) -> list[tuple[int, int, int]]:
    """The tokens without the double marks of a quotation that starts within a verb, is what a number counts, or the
    number alone: were "hit by gunfire", fired 40 "projectiles", said "no more than 40" had left."""
    words = [text[start:end] for start, end, _ in raw]
    alone = (i for i in range(1, len(raw) - 1) if raw[i][2] >= 0)
    left = {k for i in alone if words[i - 1] in _OPENING and words[i + 1] in _CLOSING for k in (i - 1, i + 1)}
    for i in range(1, len(raw) - 1):
        counts = raw[i - 1][2] >= 0 or (words[i - 1] == "of" and i > 1 and raw[i - 2][2] >= 0)
        if words[i] not in _OPENING or i in left or not (counts or lexicon.tags.get(words[i - 1].lower()) == "X"):
            continue
        last = i + _NAMED if counts else len(raw)
        inner = next((k for k in range(i + 1, min(last, len(raw))) if words[k] in _CLOSING), None)
        if inner is not None and words[i + 1][0].islower() and raw[i][1] == raw[i + 1][0]:
            left |= {i, inner}
    return [one for i, one in enumerate(raw) if i not in left] if left else raw


def _set_in(text: str, raw: tuple[int, int, int], glosses: Sequence[tuple[int, int]]) -> bool:
    """Whether a token is the mark of an editor's insertion, or within a second name: "[Malian] troops"."""
    start, end, quantity = raw
    return quantity < 0 and (text[start:end] in _INSERTED or any(first <= start < last for first, last in glosses))


def _behind_verb(text: str, quantity: Quantity, lexicon: Lexicon) -> int:
    """Where a quantity starts without a verb in its qualifier: "(has passed) 2,000"."""
    begin = quantity.start
    if quantity.number[0] - begin > _SHORTEST_VERB:
        for word in _TOKEN.finditer(text, begin, quantity.number[0]):
            low = word[0].lower()
            counts = any(form.lemma in lexicon.groups["counting"] for form in lexicon.forms.get(low, ()))
            if counts and low not in lexicon.groups["no verb of counting"]:
                begin = word.end() + 1
    return min(begin, quantity.number[0])


def _opening(text: str, at: int, begin: int, lexicon: Lexicon) -> int:
    """Where the phrase of a number starts, at `at` or behind it: "hold | a combined 40"."""
    before = text[max(at, begin - _LONGEST_OPENING) : begin].lower()
    if not before.endswith(" "):
        return begin
    words = before.split()
    opens = (" ".join(words[-count:]) for count in range(min(len(words), _OPENING_WORDS), 0, -1))
    phrase = next((phrase for phrase in opens if phrase in lexicon.groups["before any number"]), "")
    return begin - len(phrase) - 1 if phrase and before.endswith(f"{phrase} ") else begin


def _tagged(text: str, raw: list[tuple[int, int, int]], pauses: frozenset[int], lexicon: Lexicon) -> list[Token]:
    tokens: list[Token] = []
    words = [text[start:end] for start, end, _ in raw]
    lows = [*map(str.lower, words)]
    titled = _titled(words)
    last = len(raw) - 1
    always = lexicon.plain
    either = _either_way(lows, raw, lexicon)
    for i, (start, end, quantity) in enumerate(raw):
        low = lows[i]
        if quantity >= 0:
            plain: str | None = "Q"
        elif start in pauses:
            plain = ","
        elif i in either:
            plain = "D"  # a part of the number's phrase
        else:
            plain = _plain(words[i], low, always) if words[i][0].isalnum() else _mark(low, tokens)
            if words[i] == "May" and tokens and not titled and tokens[-1].tag not in _OPENS:
                plain = TIME  # "since 21 May have killed"
            elif i < last and acts(low, tokens, lows[i + 1], lexicon):
                plain = "V"
        if plain:
            tokens.append(Token(start, end, low, plain, low, quantity))
            continue
        tag_before = tokens[-1].tag if tokens else "."
        after = lows[i + 1] if i < last else "."
        upper, counts_next = words[i][0].isupper(), i < last and raw[i + 1][2] >= 0
        shouted = _shouted(words[i], low, lexicon) or (low in lexicon.harming and (counts_next or tag_before in "Qn"))
        raised = upper and not titled and not shouted and tag_before not in _OPENS
        # "for the year to March", "injured due to fire": no verb behind "to"
        noun = i < last and words[i + 1][0].isupper() and lexicon.tags.get(after) == TIME
        noun = noun or (low == "to" and _tells_cause(tokens, lexicon))
        known = function_word(low, raised, upper, _over_particle(tokens), "." if noun else after, lexicon)
        if known:
            tokens.append(Token(start, end, low, known, "get" if low in GET else low))
            continue
        spot = Spot(low, raised, tokens, tag_before, after, counts_next)
        tokens.append(Token(start, end, low, *open_class(spot, lexicon)))
    return tokens


def _either_way(lows: list[str], raw: list[tuple[int, int, int]], lexicon: Lexicon) -> frozenset[int]:
    """Where words stand that go with the number behind them, above it and below: "is plus or minus | 3 points"."""
    numbers = [at for at, (_, _, quantity) in enumerate(raw) if quantity >= 0 and at]
    either = lexicon.groups["either way"]
    fits = ((at, size) for at in numbers for size in _SIZES if " ".join(lows[max(0, at - size) : at]) in either)
    return frozenset(k for at, size in fits for k in range(at - size, at))


def _over_particle(tokens: list[Token]) -> str:
    """The tag before a word, that of the verb where its "out" stands between: "pointed out that 45"."""
    if len(tokens) > 1 and tokens[-1].low == "out" and tokens[-2].tag in "VEI":
        return tokens[-2].tag
    return tokens[-1].tag if tokens else "."


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
    if len(low) > 1 and low not in _PUNCTUATION:  # 's, ’re, …
        # An adverb may own: "yesterday's toll".
        owner = low[1:] == "s" and tokens and (tokens[-1].tag in "nMt" or tokens[-1].low in DAYS)
        return "'" if owner else "X"
    mark = _PUNCTUATION.get(low, low)
    return mark if mark in _KEPT else "n" if mark in _MONEY else ","


def _tells_cause(tokens: list[Token], lexicon: Lexicon) -> bool:
    """ "injured due | to", "thanks | to"; but "is due to close", "schools due to close"."""
    if not tokens or tokens[-1].low not in lexicon.groups["before the to of a noun"]:
        return False
    return tokens[-1].low != "due" or len(tokens) < 2 or tokens[-2].tag not in "XAGn"
