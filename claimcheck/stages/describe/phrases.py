"""Tagged words in, a flat row of phrases out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.tokens import WANTING_OF, Token

_NOMINAL = frozenset("nMJDQN'")
_ARTICLES = frozenset(("the", "its", "their", "these", "those"))
_BEFORE_NOUNS = frozenset(("the", "a", "an", "its", "their"))  # no main verb follows: "the broken Solari pump"
_WHICH = frozenset(("last", "this", "next", "that"))
_APART = frozenset(("earlier", "later", "ago", "before", "after"))  # "hours earlier"
_TWO = 2  # tokens
_EITHER = frozenset(("either", "both"))
_SINGLE = frozenset('PCRS,;:."()-/t')
_VERBAL = frozenset("XGVEIT")
_JOINING = {
    "as": (("as", "well", "as"),),
    "along": (("along", "with"),),
    "together": (("together", "with"),),
    "in": (("in", "addition", "to"),),
}
BE = frozenset(
    (
        *("is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re", "am"),
        *("get", "gets", "got", "getting"),
        *("isn't", "aren't", "wasn't", "weren't", "isn’t", "aren’t", "wasn’t", "weren’t"),
    )
)
HAVE = frozenset(("has", "have", "had"))
THEIR = frozenset(("its", "their", "our"))


class Chunk(Struct, frozen=True, gc=False):
    """A noun phrase (NP), a verb group (VP), or a single word or mark under its tag."""

    kind: str
    start: int  # of its tokens
    end: int
    head: int  # token: last noun, main verb


class Parsed(Struct, frozen=True, gc=False):
    """A sentence: tokens and the chunks over them."""

    tokens: tuple[Token, ...]
    chunks: tuple[Chunk, ...]
    at: tuple[int, ...]  # token → chunk

    def passive(self, chunk: Chunk) -> bool:
        """Whether a verb group is a passive with its auxiliary."""
        return self.tokens[chunk.head].tag == "E" and any(
            token.low in BE for token in self.tokens[chunk.start : chunk.head]
        )

    def undergone(self, chunk: Chunk) -> bool:
        """Whether the main verb itself is a passive: not "are believed to have died"."""
        at = chunk.head - 1
        while at > chunk.start and self.tokens[at].tag in "AG":
            at -= 1
        return self.tokens[chunk.head].tag == "E" and at >= chunk.start and self.tokens[at].low in BE

    def bare(self, chunk: Chunk) -> bool:
        """Whether a verb group is a lone form in -ed: "killed", a past or a participle."""
        return self.tokens[chunk.head].tag == "E" and not any(
            token.tag == "X" for token in self.tokens[chunk.start : chunk.head]
        )

    def infinitive(self, chunk: Chunk) -> bool:
        """Whether a verb group is an infinitive: "to leave", "yet to be found"."""
        first = chunk.start + (self.tokens[chunk.start].tag == "G" and chunk.end > chunk.start + 1)
        return self.tokens[first].tag == "T"


def parse(tokens: Sequence[Token], lexicon: Lexicon) -> Parsed:
    """The chunks of a sentence."""
    chunks: list[Chunk] = []
    at: list[int] = []
    while (i := len(at)) < len(tokens):
        tag = tokens[i].tag
        joining = _joining(tokens, i)
        if joining:
            chunk = Chunk("C", i, i + joining, i)
        else:
            phrase = None if tag in _SINGLE else _verb_group(tokens, i, lexicon) or _noun_phrase(tokens, i, lexicon)
            chunk = phrase or Chunk(tag, i, i + 1, i)
            if chunk.kind == "NP" and chunks and _tells_when(tokens, chunk, lexicon):
                chunk = Chunk("t", chunk.start, chunk.end, chunk.head)
        at += [len(chunks)] * (chunk.end - i)
        chunks.append(chunk)
    return Parsed(tuple(tokens), tuple(chunks), tuple(at))


def _tells_when(tokens: Sequence[Token], chunk: Chunk, lexicon: Lexicon) -> bool:
    """ "(kidnapped) last month", "(killed) hours earlier": a noun of time that is nobody's object."""
    head = tokens[chunk.head]
    if head.lemma not in lexicon.groups["time noun"] or chunk.end - chunk.start > _TWO:
        return False
    behind = tokens[chunk.end].low if chunk.end < len(tokens) else "."
    named = chunk.end - chunk.start == _TWO and tokens[chunk.start].low in _WHICH
    return named or (chunk.start == chunk.head and head.low != head.lemma and behind in _APART)


def _joining(tokens: Sequence[Token], i: int) -> int:
    """How many words a conjunction of several has: "as well as", "along with"; 0 for all others."""
    for words in _JOINING.get(tokens[i].low, ()):
        if all(i + k < len(tokens) and tokens[i + k].low == word for k, word in enumerate(words)):
            return len(words)
    return 0


def _verb_group(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Chunk | None:
    if tokens[i].tag not in _VERBAL or _modifies(tokens, i, lexicon):
        return None
    j, head = i, i
    while j < len(tokens):
        tag = tokens[j].tag
        if tag not in _VERBAL:
            over = _goes_on(tokens, head, j, lexicon)
            if not over:
                break
            j = over
            continue
        if tag in "VEI":
            if j > i and _modifies(tokens, j, lexicon):
                break  # "there are qualified candidates"
            # "Police said killed": a second finite verb starts a group of its own.
            if tag == "V" and j > i and tokens[head].tag == "V" and tokens[j - 1].tag not in "TXGA":
                break
            if tag == "V" and j > i and tokens[head].tag == "E" and _is_past(tokens[j], lexicon):
                break  # "the number of people displaced | rose"
            if tag == "E" and j > i and _ends_relative(tokens, head, j, lexicon):
                break
            head = j
        elif tag == "X" and tokens[head].tag in "VEI" and head >= i and tokens[j - 1].tag not in "TGX":
            break
        j += 1
    head = head if tokens[head].tag in "VEI" else j - 1
    if j < len(tokens) and tokens[j].tag in "PA" and (tokens[head].lemma, tokens[j].low) in lexicon.phrasal:
        j += 1  # "dug up", "laid off"
    return Chunk("VP", i, j, head)


def _is_past(token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb can only be a past: "rose", but "helped put out the fire"."""
    kinds = lexicon.kinds.get(token.low, {})
    return "past" in kinds and "base" not in kinds


def _goes_on(tokens: Sequence[Token], head: int, j: int, lexicon: Lexicon) -> int:
    """Where a verb group goes on behind an adverb, or its auxiliary behind more: "have (so far) been", "had (by Monday)
    been", "were (either fully or partly) damaged"; 0: it ends."""
    if tokens[j].tag == "A" and j + 1 < len(tokens) and tokens[j + 1].tag in _VERBAL:
        return j + 1
    if tokens[head].tag != "X":
        return 0
    end = j + (tokens[j].tag == "P" and j + 1 < len(tokens) and tokens[j + 1].tag == "t")
    while end < len(tokens) and (tokens[end].tag in "At" or _correlates(tokens, end)):
        end += 1
    goes_on = j < end < len(tokens) and (tokens[end].low in BE or tokens[end].tag == "E")
    return end if goes_on and not _modifies(tokens, end, lexicon) else 0


def _correlates(tokens: Sequence[Token], j: int) -> bool:
    """ "were (either completely or) partially damaged": a word of a pair, or what joins two adverbs."""
    if tokens[j].low in _EITHER:
        return True
    return tokens[j].tag == "C" and tokens[j - 1].tag == "A" and j + 1 < len(tokens) and tokens[j + 1].tag == "A"


def _ends_relative(tokens: Sequence[Token], head: int, j: int, lexicon: Lexicon) -> bool:
    """ "The miners rescued died", "those killed overnight included": the second form in -ed is a verb of its own; but
    "reported killed", "left stranded"."""
    if tokens[head].tag != "E" or tokens[j - 1].tag not in "EA" or (head and tokens[head - 1].tag in "XGA"):
        return False
    return not any(tokens[head].lemma in lexicon.groups[name] for name in ("copular", "raising", "saying"))


def _modifies(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a form in -ed or -ing stands before its noun: "displaced people", "45 wounded soldiers"."""
    tag = tokens[i].tag
    if tag not in "EI" or i + 1 >= len(tokens) or _acts(tokens, i, lexicon):
        return False
    if tokens[i + 1].tag not in "nJM":  # "40 armored | fighting vehicles"
        named = i > 1 and tokens[i - 1].tag == "M" and tokens[i - _TWO].tag == "Q"  # "24 Kozak armoured | jeeps"
        counted = named or (i > 0 and tokens[i - 1].tag == "Q")
        again = tokens[i + 1].tag in "EI" and counted and _modifies(tokens, i + 1, lexicon)
        return again or _listed(tokens, i, lexicon)
    before = tokens[i - 1].tag if i else "."
    if before == "A" and i > 1 and tokens[i - 2].tag in "QDJ":
        before = tokens[i - 2].tag  # "11 newly confirmed Ebola cases"
    if before == "A" and i > 1 and tag == "E" and tokens[i - 2].tag in "VEP" and _plural(tokens[i + 1]):
        return True  # "hit heavily crowded markets"
    of = i > 0 and tokens[i - 1].low == "of"
    if tag == "E" and tokens[i + 1].tag in "MJ" and of and _people_behind(tokens, i + 1, lexicon):
        return True  # "the number of killed Kenyan soldiers", "thousands of dispossessed Kenyans"
    if tokens[i + 1].tag == "M" and _acts_on_name(tokens, i, before, lexicon):
        return False
    if before == "X" and i > 1 and tokens[i - 2].low == "there" and _plural(tokens[i + 1]):
        return True  # "there are qualified candidates"
    if before == "M" and i > 1 and tokens[i - 2].low == "of" and _plural(tokens[i + 1]):
        return True  # "of Kenyan registered voters"
    if before in "DJQ'" or _compound(tokens, i, lexicon):
        return True
    if i > 1 and tokens[i - 1].low == "of" and tokens[i - 2].tag == "Q" and _plural(tokens[i + 1]):
        return True  # "hundreds of screaming fans"
    governed = i > 0 and tokens[i - 1].low in lexicon.groups["before a participle and noun"]
    if tag == "E" and tokens[i + 1].tag == "n" and governed:
        return True  # "for refined oil"
    return tag == "E" and before in "PC.,:" and tokens[i + 1].tag == "n" and tokens[i + 1].low.endswith(("s", "people"))


def _listed(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """ "three armed, masked officers": a modifier right behind a number, and another behind a comma; but "four dead,
    young boys missing"."""
    ahead = tokens[i + 1 : i + 4]
    if i == 0 or len(ahead) <= _TWO or tokens[i - 1].tag != "Q" or (tokens[i].low,) in lexicon.states:
        return False
    return ahead[0].tag == "," and ahead[1].tag in "EJ" and _plural(ahead[2])


def _acts(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """ "Thousands attended Okoro's funeral": a vague number wants an "of" before a noun; "14 sustained wounds", "20
    people, two children among them, sustained wounds"."""
    if i == 0:
        return False
    if tokens[i].tag == "I":  # "thousands fleeing | violence", "tens of thousands fleeing"; not "45 fleeing civilians"
        return tokens[i - 1].tag == "Q" and tokens[i - 1].low.endswith(WANTING_OF)
    if tokens[i].lemma in lexicon.groups["no modifier"]:
        return tokens[i - 1].tag in "QC,"
    return tokens[i - 1].tag == "Q" and tokens[i - 1].low.endswith("s")


def _acts_on_name(tokens: Sequence[Token], i: int, before: str, lexicon: Lexicon) -> bool:
    """Whether a form has the name behind it for its object: "and nearly 300 left | Madaya", "45 leaving | Madaya"; but
    "two captured Kenyans", "23 armed Kenyan and Ugandan pirates"."""
    if before not in "Q'":
        return tokens[i - 1].low not in _BEFORE_NOUNS
    at = i + 1
    while at < len(tokens) and tokens[at].tag in "MCJ":
        at += 1
    named = at == len(tokens) or tokens[at].tag not in "nQEI'-"
    if tokens[at - 1].tag == "C" and at < len(tokens) and tokens[at].tag == "Q":
        named, at = True, at - 1  # "45% supported | Biden and 40% Trump"
    several = tokens[at - 1].low.endswith("s") or tokens[at - 1].low in lexicon.people
    doing = tokens[i].tag == "E" or tokens[i].lemma in lexicon.groups["going somewhere"]
    return named and doing and tokens[i - 1].tag == "Q" and not several


def _people_behind(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether names and adjectives from a token on go on to a plural, or name a people: "Kenyan soldiers"."""
    if tokens[i].low in lexicon.people:
        return True
    while i < len(tokens) and tokens[i].tag in "MJ":
        i += 1
    return i < len(tokens) and _plural(tokens[i])


def _compound(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a form in -ed or -ing is inside a compound: "45 infantry fighting vehicles", "three combat armored
    vehicles"; behind a number above one a noun in the singular is no head."""
    if (tokens[i].low, tokens[i + 1].lemma) in lexicon.compounds:
        return True
    at, same = i - 1, lexicon.groups["unchanged plural"]
    while at > 0 and tokens[at].tag in "JnMEI" and not _plural(tokens[at]) and tokens[at].low not in same:
        at -= 1
    many = tokens[at].tag == "Q" and tokens[at].low not in ("one", "1")
    return many and at < i - 1 and _plural(tokens[i + 1])


def _noun_phrase(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Chunk | None:
    graded = tokens[i].tag == "A" and i > 0 and tokens[i - 1].low == "of" and _graded(tokens, i)
    if not graded and tokens[i].tag not in _NOMINAL and not _modifies(tokens, i, lexicon):
        return None
    if tokens[i].tag == "N":
        return Chunk("NP", i, i + 1, i)
    j, head, quantity = i + 2 * graded, -1, False
    while j < len(tokens) and _belongs(tokens, j, i, head, quantity, lexicon):
        quantity = quantity or tokens[j].tag == "Q"
        head = j if tokens[j].tag in "nM" else head
        j += 1
    return Chunk("NP", i, j, head if head >= 0 else j - 1)


def _graded(tokens: Sequence[Token], i: int) -> bool:
    """ "of badly injured civilians"."""
    return i + 2 < len(tokens) and tokens[i + 1].tag in "EJ" and tokens[i + 2].tag in "nM"


def _belongs(tokens: Sequence[Token], j: int, first: int, head: int, quantity: bool, lexicon: Lexicon) -> bool:
    """Whether a token goes on with the noun phrase that began at `first` and has its last noun at `head`."""
    tag = tokens[j].tag
    if tag == "D":
        return j == first or (tokens[j].low in _ARTICLES and tokens[j - 1].low in ("all", "both"))
    if tag == "Q":
        return not quantity and (head < 0 or tokens[j - 1].tag == "'")
    if tag == "J":
        # "200 people dead": an adjective behind the noun is no part of it.
        return (
            head < 0
            or (tokens[j - 1].tag == "M" and not quantity)
            or (j + 1 < len(tokens) and tokens[j + 1].tag in "nMJ")
        )
    if tag in "EI":
        modifies = _modifies(tokens, j, lexicon)
        return modifies and (head < 0 or tokens[j - 1].tag in "J'QM" or _compound(tokens, j, lexicon))
    if tag in "AC":
        return _links_modifiers(tokens, j)
    if tag == ",":
        return head < 0 and j > first and _listed(tokens, j - 1, lexicon)
    # "the 154 meetings Clinton had", "two reasons Israel refuses": a name behind the plural opens a clause of its own.
    return tag in "n'" or (tag == "M" and not (quantity and head == j - 1 and _plural(tokens[head])))


def _plural(token: Token) -> bool:
    return token.tag == "n" and token.low != token.lemma


def _links_modifiers(tokens: Sequence[Token], j: int) -> bool:
    """ "23 heavily armed men", "Somali and Yemeni pirates": words between modifiers of one noun."""
    if j + 2 >= len(tokens) or not j:
        return False
    before, behind, then = tokens[j - 1].tag, tokens[j + 1].tag, tokens[j + 2].tag
    if tokens[j].tag == "A":
        return before in "QDJ" and behind in "JE" and then in "nMJ"
    return before in "JM" and behind in "JM" and then in "nM" and tokens[j].low in ("and", "or")
