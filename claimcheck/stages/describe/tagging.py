"""What a word is among its neighbours: a function word, a noun, a name, a verb and in which form."""

from __future__ import annotations

from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.tokens import CLAUSE_OPENING, MAY, PLURAL, WANTING_OF, Spot, Token

_IN_CLAUSE = 8  # words from a relative word to the verb of saying in its clause
_RESTATED = 10  # words between the commas around a number told again
_VOWELS = "aeiou"
DAYS = frozenset(("today", "yesterday", "tomorrow", "tonight"))
GET = frozenset(("get", "gets", "got"))  # forms of one auxiliary
_RELATIVE = frozenset(("which", "whom", "who", "where", "what"))
_OBJECT = frozenset("DN")
_AFTER_NOMINAL = frozenset("PXCG")
_AFTER_TO = frozenset(("be", "have", "do", "get", "not"))
_AFTER_NOUN = frozenset(("of", "in", "on", "at", "and", ",", ".", "was", "were", "had", "has"))
_NO_PARTICIPLE = frozenset(("a", "an", "his", "her", "it"))  # "a wounded", "it displaced"
_FLOATING = frozenset(("each", "all", "both", "first"))  # behind an auxiliary they are told of its subject, or when
_SOME = frozenset(("many", "some", "most", "others", "several", "few", "all", "both"))
_CHANGED = frozenset(("to", "by", "from", "above", "past", "again", "further"))
_ONE_THING = frozenset(("this", "that"))  # no plural noun follows them
# Stems that have lost an e: bribed → bribe, seized → seize.
_LOST_E = ("at", "iz", "is", "v", "c", "g", "u", "s", "ag", "id", "ut", "in", "ir", "ur", "ok", "ib", "yp", "op", "ak")


def function_word(low: str, raised: bool, upper: bool, before: str, after: str, lexicon: Lexicon) -> str:
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
    if low in GET and not any(form.kind in ("pp", "participle") for form in lexicon.forms.get(after, ())):
        return "V"
    tag = lexicon.tags.get(low, "")
    if tag == "t" and not upper:
        return "A" if low in DAYS else ""
    if (tag == "J" and (raised or (before == "T" and low in lexicon.forms))) or (low == "well" and before in "DJM"):
        return ""  # "Lower Saxony", "to lower the toll", "the broken well"
    if low == "that":
        return "R" if before in "nMQVEI" else "D"
    if low in _RELATIVE:
        return "R"
    if low == "yet" and after == "to":
        return "G"  # "have yet to be found"
    if before == "X" and _within_passive(low, after, lexicon):
        return "A"
    if low in CLAUSE_OPENING or (low in ("due", "owing") and after == "to"):
        return "P"
    return "D" if low == "others" and before == "D" else tag


def acts(low: str, tokens: list[Token], after: str, lexicon: Lexicon) -> bool:
    """ "40% | back the plan": whether an adverb's word is the verb of a number, or of the plural behind it."""
    if low not in lexicon.groups["verb or adverb"] or not tokens or after not in lexicon.groups["determined"]:
        return False
    if tokens[-1].tag not in "Qn" or not any(token.tag == "Q" for token in tokens):
        return False
    if tokens[-1].tag == "n" and tokens[-1].low not in lexicon.people and not tokens[-1].low.endswith(PLURAL):
        return False
    says = lexicon.groups["saying"]
    return not any(token.tag in "VXEIT" and token.lemma not in says for token in tokens)


def _within_passive(low: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a word behind an auxiliary is an adverb: "have since died", "are likely hurt", "were each jailed",
    "was first put at 45"."""
    if low == "likely":
        return after[:1].isalpha() and after not in ("to", "that")
    return low == "since" or (low in _FLOATING and _done(after, lexicon))


def _done(low: str, lexicon: Lexicon) -> bool:
    """Whether a word goes on with a passive: a participle, or "been" before one."""
    forms = lexicon.forms.get(low, ())
    return low in ("been", "being") or low.endswith("ed") or any(form.kind in ("pp", "participle") for form in forms)


# ── nouns, names and verbs ────────────────────────────────────────────────────────────────────


def open_class(spot: Spot, lexicon: Lexicon) -> tuple[str, str]:
    """Tag and lemma of a word with a content."""
    low = spot.low
    if _nominal(spot, lexicon):
        return "n", low
    forms = lexicon.forms.get(low)
    if spot.capital:
        return "M", lexicon.singular(low)
    if forms:
        return _verb(spot, lexicon.kinds[low], lexicon) or ("n", lexicon.singular(low))
    if low.endswith(lexicon.endings["manner ending"]) and _tells_how(spot, lexicon):
        return "A", low
    if low.endswith("ly") and len(low) > 4 and not ((low,) in lexicon.nouns or low in lexicon.groups["ly noun"]):
        return "A", low
    if low.endswith("ed") and len(low) > 4:
        return ("J", low) if "-" in low else ("E", _base(low[:-2], lexicon))
    if low.endswith("ing") and "-" in low and spot.before in "VXCJD":
        return "J", low  # "had (serious or) life-threatening injuries"
    if low.endswith("ing") and len(low) > 5 and spot.before not in "DJ'" and not _of_a_trade(spot, lexicon):
        return "I", _base(low[:-3], lexicon)
    return "n", lexicon.singular(low)


def _of_a_trade(spot: Spot, lexicon: Lexicon) -> bool:
    """ "Bought | outsourcing giant Larkin": a word in -ing that no form of a known verb is, and that tells a trade."""
    return spot.low in lexicon.groups["ing noun"] or spot.after in lexicon.groups["firm noun"]


def _tells_how(spot: Spot, lexicon: Lexicon) -> bool:
    """ "killed execution-style in Ohio": behind a verb, and before no noun."""
    return spot.before in 'VE"' and (not spot.after[:1].isalnum() or lexicon.tags.get(spot.after) == "P")


def _nominal(spot: Spot, lexicon: Lexicon) -> bool:
    """Whether a participle stands for people: "the wounded were …", "the number of displaced stands at"."""
    if not spot.low.endswith(("ed", "slain", "fallen")) or spot.word_before in _NO_PARTICIPLE or "-" in spot.low:
        return False  # "dozens of open-ended questions"
    if spot.word_before == "those" or (spot.before != "D" and spot.word_before != "of"):
        return False
    return _ends_noun(spot, lexicon)


def _ends_noun(spot: Spot, lexicon: Lexicon) -> bool:
    """Whether what follows a word shows that it was a noun: a finite verb, a mark, a preposition."""
    contains = lexicon.groups["containing"]
    finite = any(
        form.kind in ("s", "past", "pp") or form.lemma in contains for form in lexicon.forms.get(spot.after, ())
    )
    return finite or spot.after in ".,;" or lexicon.tags.get(spot.after) in _AFTER_NOMINAL


def _verb(spot: Spot, kinds: dict[str, str], lexicon: Lexicon) -> tuple[str, str] | None:
    """Tag and lemma of a word that may be a verb; None where it is none here."""
    noun = (lexicon.singular(spot.low),) in lexicon.nouns or (spot.low,) in lexicon.nouns
    if spot.before == "Q" and spot.low in lexicon.groups["verb or adjective"] and _several(spot.after, lexicon):
        return "J", spot.low  # "45 live animals"
    of = spot.after == "of" and kinds.get("base") not in lexicon.groups["verb with of"]
    if spot.before == "Q" and not of and kinds.get("base") in lexicon.groups["verb behind a number"]:
        return "V", kinds["base"]  # "thousands come to Greece"
    compound = "base" in kinds and f"{spot.word_before} {spot.low}" in lexicon.named and not spot.number_follows
    if compound and "past" in kinds and lexicon.tags.get(spot.after) != "D":
        return None  # "the $45 million budget cut hit schools"
    if spot.before == "Q" and kinds.get("pp") in lexicon.groups["staying"]:
        return "V", kinds["pp"]  # "12 remained captive": nobody is a remained captive
    if "pp" in kinds or "participle" in kinds or "past" in kinds:
        return _past(spot, kinds, noun and (spot.after,) not in lexicon.states)  # "18 shot dead"
    if "gerund" in kinds and spot.after == "to" and spot.low in lexicon.groups["because, before to"]:
        return "P", spot.low  # "owing to the rain"; but "owing $45 million"
    if "gerund" in kinds:
        return None if _gerund_is_noun(spot, lexicon) else ("I", kinds["gerund"])
    if "base" in kinds:
        named = f"{spot.word_before} {spot.low}" in lexicon.named  # "a tax increase of 45 percent"
        return ("V", kinds["base"]) if not named and _base_is_verb(spot, kinds["base"], noun, lexicon) else None
    if f"{spot.word_before} {kinds['s']}" in lexicon.named and not spot.number_follows and spot.after not in _CHANGED:
        return None  # "45 million in tax cuts"; but "the toll rises to 45"
    return ("V", kinds["s"]) if _stays(spot, kinds["s"], lexicon) or _third_person(spot, noun, lexicon) else None


def _several(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is a noun for several things."""
    known = (lexicon.singular(low),) in lexicon.nouns or low in lexicon.plurals
    return low not in lexicon.tags and low.endswith(PLURAL) and (known or low not in lexicon.kinds)


def _past(spot: Spot, kinds: dict[str, str], noun: bool) -> tuple[str, str] | None:
    if "base" in kinds and spot.before in "DJQ'":
        return None  # "the cut"
    if "pp" in kinds:
        return None if noun and spot.before in "DJQ'P" else ("E", kinds["pp"])
    if "participle" in kinds:
        return "E", kinds["participle"]
    # "will lay off": base of one verb, past of another.
    return "V", kinds["base"] if "base" in kinds and spot.before in "TX" else kinds["past"]


def _gerund_is_noun(spot: Spot, lexicon: Lexicon) -> bool:
    """ "the killing of 45", "a rating", but "killing 45"."""
    acts = spot.number_follows or lexicon.tags.get(spot.after) in _OBJECT
    acts = acts or (spot.before == "P" and (spot.after,) in lexicon.states)  # "charged with shooting dead 45 miners"
    if spot.word_before == "those" and acts:
        return False  # "those earning $45,000"
    named = (spot.low,) in lexicon.nouns or spot.low in lexicon.named
    if named and spot.number_follows and (spot.before == "D" or _in_result(spot, lexicon)):
        return True  # "as a result of (the) shelling 45 people died"
    if named and not acts and (spot.before in "DJQnM'P" or spot.after == "of"):
        return True
    if spot.word_before in _SOME and len(spot.tokens) > 1 and spot.tokens[-2].tag == ",":
        return False  # "bodies, many bearing signs of torture, were found"
    return spot.before in "DJ'" and (spot.after in _AFTER_NOUN or _ends_noun(spot, lexicon))


def _in_result(spot: Spot, lexicon: Lexicon) -> bool:
    return spot.word_before == "of" and len(spot.tokens) > 1 and spot.tokens[-2].low in lexicon.groups["outcome"]


def _base_is_verb(spot: Spot, lemma: str, noun: bool, lexicon: Lexicon) -> bool:
    tag_after = lexicon.tags.get(spot.after, "")
    if lemma in lexicon.groups["copular"] and (tag_after == "J" or (spot.after,) in lexicon.states):
        return True  # "remain missing"
    if spot.after == "to" and lemma in lexicon.groups["amounting to"] and spot.before in "nMAC":
        return True  # "the losses of the population amount to 200"; "an amount to be paid"
    of_so_many = spot.before == "Q" and spot.word_before.endswith(WANTING_OF) and spot.after != "of"
    if of_so_many or _opens_measure(spot, lemma, lexicon):
        return True  # "thousands protest in Lima", "20,000 face starvation", "45 people face starvation"
    if spot.before == "Q" and (spot.after != "of" or lemma in lexicon.groups["verb with of"]):
        # "101 remain in hospital", "all five say", "51% approve of it"
        names = ("copular", "verb behind a number") if noun else ("copular", "verb behind a number", "saying")
        return any(lemma in lexicon.groups[name] for name in names)
    helped = spot.word_before in lexicon.groups["helping"]  # "helped rescue 45"
    helped = helped and (spot.number_follows or tag_after == "D")
    if helped or spot.before in "TXGN" or (spot.before == "A" and spot.tag_before_that in "XTN"):
        return True
    if noun:  # "to track and arrest 45", "to seize the drugs and arrest 45"
        if spot.number_follows and _can_act(spot, lexicon):
            return True
        joined = spot.number_follows and spot.before == "C"
        return joined and (spot.tag_before_that in "VEI" or any(token.tag == "T" for token in spot.tokens))
    if spot.number_follows and spot.before == ",":
        return True  # "Gunmen Attack Village, Kill 15", "Adidas, Hugo Boss and Zara, among others, employ 600,000"
    if spot.number_follows and (spot.before in "nM" or lemma in lexicon.groups["containing"]):
        return True  # "air strikes on Atareb kill dozens", "the dead include 40 children"
    if spot.before == "R" or (spot.before == "A" and spot.tag_before_that == "n"):
        return True
    if spot.before in ".C":
        return tag_after == "D" or spot.number_follows
    return _behind_restated(spot) or _behind_subject(spot, lemma, tag_after, lexicon)


def _can_act(spot: Spot, lexicon: Lexicon) -> bool:
    """ "as authorities | arrest 16": a plural for people who act, behind what opens a clause."""
    who = lexicon.singular(spot.word_before)
    acts = lexicon.is_a(lexicon.class_of(who), "person") or spot.word_before in lexicon.groups["authority"]
    several = spot.word_before.endswith(PLURAL) or spot.word_before == "police"
    return acts and several and (len(spot.tokens) == 1 or spot.tag_before_that in "SPC,:")


def _behind_subject(spot: Spot, lemma: str, tag_after: str, lexicon: Lexicon) -> bool:
    """Whether those stand before a base form whose deed it tells: "2,000 men | flee", "those in Mali | suffer"."""
    word, people = spot.word_before, spot.word_before in lexicon.people
    # "Indonesians use kerosene"
    act = people and word.endswith(lexicon.endings["peoples ending"]) and spot.after != "of"
    subject = people or (spot.before == "n" and word.endswith(PLURAL))
    named = spot.before == "M" and (people or word.endswith(lexicon.endings["people ending"]))
    named = named or (spot.before == "M" and tag_after == "P")  # "500,000 people in the UK suffer from it"
    if act or ((subject or named) and lemma in lexicon.groups["verb behind a number"]):
        return True  # "2,000 Armenians flee Karabakh"
    return subject and (
        spot.number_follows
        or spot.after in (".", ",", "to")
        or spot.after.endswith("ing")
        or (tag_after != "" and tag_after in "DPAJtCN")
    )


def _opens_measure(spot: Spot, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a verb's word behind a number, or behind a plural, tells a measure with the noun that follows it."""
    if (lemma, spot.after) not in lexicon.openings:
        return False
    if spot.before == "Q":
        return spot.tag_before_that not in "DJ'" and spot.after not in lexicon.tags
    return spot.word_before in lexicon.people or (spot.before == "n" and spot.word_before.endswith(PLURAL))


def _behind_restated(spot: Spot) -> bool:
    """ "45,000 people, or 30 percent of the population, live …": behind the comma that ends a number told again."""
    tokens = spot.tokens
    end = len(tokens) - 1 - (spot.before == "A")
    if end < 0 or tokens[end].tag != ",":
        return False
    opening = next((t for t in range(end - 1, max(-1, end - _RESTATED), -1) if tokens[t].tag == ","), -1)
    return opening > 0 and tokens[opening + 1].low == "or" and tokens[opening + 2].tag == "Q"


def _stays(spot: Spot, lemma: str, lexicon: Lexicon) -> bool:
    """ "the fate of 200 | remains unknown"."""
    return lemma in lexicon.groups["copular"] and spot.after in lexicon.groups["unknown"]


def _third_person(spot: Spot, noun: bool, lexicon: Lexicon) -> bool:
    if spot.word_before in _ONE_THING:
        return True  # "That brings the toll to 45"
    if spot.number_follows and (spot.before == "Q" or (spot.before in "nM" and not noun) or _told(spot, lexicon)):
        return True  # "Attack kills two injures three", "6.1 magnitude quake injures dozens"
    if noun and (_reported(spot, lexicon) or _makes_up(spot, lexicon)):
        return True
    wanted = (spot.noun_wanted and not _one_counted(spot)) or _nothing_of(spot)
    if wanted or spot.before not in "nMNR'AC,I\"":
        return False
    named = spot.before == "'" and lexicon.singular(spot.low) in lexicon.named
    if named and (spot.after == "to" or _ends_noun(spot, lexicon)):
        return False  # "the country's exports stood at"
    if spot.number_follows:
        return True
    if _ends_object(spot, lexicon):
        return False
    if spot.before in 'I"' or spot.after in MAY:
        return False  # "material damages could reach"
    adverb = "A" if spot.after.endswith("ly") else ""  # "One person remains critically ill"
    tag_after = lexicon.tags.get(spot.after, "") or adverb
    if spot.before == "," or (noun and tag_after in ("", "P")):
        return False
    if noun and spot.before == "M" and f"{spot.word_before}s" in lexicon.people and spot.tag_before_that == "P":
        return False  # "the toll in Kenyan floods now"
    if (
        spot.after == ","
        and spot.before == "n"
        and not any(form.lemma in lexicon.groups["saying"] for form in lexicon.forms.get(spot.low, ()))
    ):
        return False  # "outside the school grounds, causing panic"
    return not noun or tag_after in "DNARGSTtJ"


def _nothing_of(spot: Spot) -> bool:
    """ "no visible | signs of injury": a "no" before the last word wants a noun."""
    return spot.after == "of" and spot.before == "n" and len(spot.tokens) > 1 and spot.tokens[-2].low == "no"


def _makes_up(spot: Spot, lexicon: Lexicon) -> bool:
    """ "Shipping accounts | for 3 percent": the first verb of its clause, where no bank accounts are opened."""
    known = (form.lemma for form in lexicon.forms.get(spot.low, ()))
    led = (
        spot.after == "for"
        and spot.before in "nMNIR"
        and any(lemma in lexicon.groups["accounting for"] for lemma in known)
    )
    says = lexicon.groups["saying"]
    return led and not any(token.tag in "VXEQ" and token.lemma not in says for token in spot.tokens)


def _reported(spot: Spot, lexicon: Lexicon) -> bool:
    """ "killed at least six people AFP | reports.": a name behind a plural, where no comma stands, and what it says."""
    tokens = spot.tokens
    if not tokens[1:] or spot.before != "M" or spot.after not in ("", ".") or tokens[-2].tag != "n":
        return False
    several = tokens[-2].low != tokens[-2].lemma or tokens[-2].low == "people" or tokens[-2].low in lexicon.plurals
    return several and any(form.lemma in lexicon.groups["saying"] for form in lexicon.forms.get(spot.low, ()))


def _one_counted(spot: Spot) -> bool:
    """ "One person remains ill": what stands behind the noun of a single one is no plural noun."""
    tokens = spot.tokens
    return len(tokens) > 1 and tokens[-2].tag == "Q" and tokens[-2].low in ("one", "1") and tokens[-1].tag == "n"


def _ends_object(spot: Spot, lexicon: Lexicon) -> bool:
    """ "received shrapnel wounds": a word for a measure behind a verb and the noun that goes with it."""
    tokens = spot.tokens
    if len(tokens) <= 1 or tokens[-1].tag != "n" or tokens[-2].tag not in "VE":
        return False
    return lexicon.singular(spot.low) in lexicon.named and tokens[-2].lemma not in lexicon.groups["saying"]


def _told(spot: Spot, lexicon: Lexicon) -> bool:
    """Whether a verb of saying stands before, in a clause that hangs on a noun: "the attack which it says | kills"."""
    tokens = spot.tokens
    if not tokens or tokens[-1].tag not in "VE" or tokens[-1].lemma not in lexicon.groups["saying"]:
        return False
    return any(token.tag == "R" for token in tokens[-_IN_CLAUSE:-1])


def _base(stem: str, lexicon: Lexicon) -> str:
    """The base of a verb; "totalling" is "total" where that is known."""
    base = _stem(stem)
    single = base[:-1]
    return single if base.endswith("ll") and "base" in lexicon.kinds.get(single, {}) else base


def _stem(stem: str) -> str:
    """The base of an unknown verb: visited → visit, shelled → shell, bribed → bribe."""
    if len(stem) > 2 and stem[-1] == stem[-2]:
        return stem if stem[-1] in "lsz" else stem[:-1]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    vowels = sum(letter in _VOWELS for letter in stem)
    if vowels == 1 and len(stem) > 2 and stem[-2] in _VOWELS and stem[-1] not in "wxy":
        return stem + "e"  # "blaming", "trading": without an e they would double their last letter
    return stem + "e" if stem.endswith(_LOST_E) and not stem.endswith("ng") else stem
