"""The words of the packs in; out what tells the day of a report and the place of a speaker from those of the event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from claimcheck.stages.describe.inflected import gerund, past_form, third_person

_NEAR = r"[^,.;]{0,40}\b"
_MOST = r"[a-z]{3,}est|most|least|worst"
_BEST = rf"(?:the|its|their)\s+(?:{_MOST})\s[^,.;]{{0,60}}\bsince"


class SceneWords(Struct, frozen=True):
    """What the words around a date or a place tell of it."""

    reporting: frozenset[str]  # verbs before the day on which something was told
    saying: frozenset[str]  # verbs behind the day on which somebody told something
    showing: frozenset[str]  # verbs behind the day of figures or a document
    document: re.Pattern[str]  # figures, or a document
    between: frozenset[str]  # what may stand between such a verb and its day: "said in a statement on Monday"
    opens: re.Pattern[str]  # before a date that opens a sentence
    figures: re.Pattern[str]  # behind the day of a report: "Sunday's figures"
    begins: re.Pattern[str]  # before a day from which on something lasts
    since: re.Pattern[str]  # before the day of what something has lasted since: "since the truce broke down in May"
    first: re.Pattern[str]  # before the day of the last like happening: "the first time since the fall of Kabul in"
    compared: re.Pattern[str]  # between a number and the day of what it is held against
    apart: re.Pattern[str]  # before a day that is so many days before or after: "four days on from Friday's quake"
    spoke: re.Pattern[str]  # right behind the place of a speaker: "the ministry in Paris said"
    seat: re.Pattern[str]  # before the place where a body of all the land sits: "the ministry in Paris"
    office: re.Pattern[str]  # the same of what a town has, too, in a capital: "officials in Paris"
    told_in: re.Pattern[str]  # before the place where something was told: "told reporters in Geneva"
    met_in: re.Pattern[str]  # before the place of a gathering, where nothing else happens: "at a summit in Geneva"
    spread: re.Pattern[str]  # right behind the place where something broke out, which is of more than that place
    foremost: re.Pattern[str]  # before the place where most of it was, though not all: "mostly in Ava"
    by_foe: re.Pattern[str]  # right behind a country that strikes, where another one tells of its dead
    speaking: re.Pattern[str]  # what opens a sentence and tells where and when somebody spoke, up to the verb
    assails: re.Pattern[str]  # right behind a country that strikes: "in Ruritania's heavy shelling of"
    abroad: re.Pattern[str]  # where those go who leave their land: "abroad", "to neighbouring countries"
    own_land: re.Pattern[str]  # the land that is left, behind the verb of flight: "fled their battered country"
    apart_clause: re.Pattern[str]  # what ends a clause: "fled to the hills, an envoy to Chad said"
    losses: re.Pattern[str]  # those whom somebody lost: "heavy losses", "the Malian dead"
    foe_next: re.Pattern[str]  # right before the land that another fights: "its clashes with the neighbouring"
    fight: re.Pattern[str]  # right behind two lands that fight one another: "have fought a war"
    own_losses: re.Pattern[str]  # those whom who is named lost: "its overall losses", "their own dead"
    both: re.Pattern[str]  # that those of two sides are told of: "killed on both sides"
    of_both_sides: re.Pattern[str]  # the two that fight as one, or their counts put together: "the warring sides"
    foe: re.Pattern[str]  # whom one side fights, by what he does: "the attackers lost"
    row: re.Pattern[str]  # all that stands between two lands of a row: "Chad and neighbouring Niger"
    other_side: re.Pattern[str]  # right before the side of the next number: "Mali lost 40 men and Chad 30"
    on_side: re.Pattern[str]  # right before the side that a clause opens with: "while on the Malian side"
    again: re.Pattern[str]  # a noun that what was told of a sum may be spoken of again by: "the current wage"
    until: re.Pattern[str]  # before a day up to which something will last
    bearing: re.Pattern[str]  # before a place that tells but where another one lies: "40 miles southwest of Accra"
    earliest: re.Pattern[str]  # before a day on which something may come at the earliest
    clause: re.Pattern[str]  # what opens a clause with a time of its own: "after rains killed"


def scene_words(groups: Mapping[str, frozenset[str]], pasts: Mapping[str, str]) -> SceneWords:
    """The patterns that the groups of rules/words.toml make; `pasts` are the past forms of irregular verbs."""
    any_of = {name: _any_of(groups.get(name, ())) for name in _PHRASES}
    passing = _any_of(_forms("surpassing", groups, pasts))
    raising = _any_of(_forms("raising toll", groups, pasts))
    compared = (
        any_of["comparing"],
        rf"{any_of['comparative']}\s{_NEAR}than",
        rf"(?:above|below|than|over|{passing})\s+(?:that|those)\s(?:of|in|from|at)",
        rf"{raising}\s{_NEAR}{any_of['figure']}\b[^,.;]*\bsince",
        rf",\s(?:which|that)\s(?:[a-z]+\s)?{passing}",
        _BEST,
    )
    begun = rf"{any_of['beginning']}(?:\s+as\s[^,.;]{{1,50}})?(?:\s+(?:on|in))?"
    return SceneWords(
        reporting=groups.get("reporting", frozenset()),
        saying=groups.get("saying behind a day", frozenset()),
        showing=groups.get("showing behind a day", frozenset()),
        document=re.compile(rf"\b(?:{any_of['report noun']}|{any_of['document']})s?\b", re.I),
        between=groups.get("behind saying", frozenset()),
        opens=re.compile(rf"[\W_]*(?:(?i:{any_of['time opening']})\s(?:the\s)?)?"),
        figures=re.compile(rf"['’]s\s+(?:{any_of['report noun']})s?\b"),
        begins=re.compile(rf"\b(?:since|{begun})\s+(?:the\s+)?$", re.I),
        since=re.compile(
            rf"\bsince\s(?:the\s{any_of['course of a thing']}\sof\s[^.;:()\d]{{1,130}}|[^,.;:()\d]{{1,70}})?"
            r"\s(?:(?:in|on|of|from)\s+)?(?:the\s+)?$",
            re.I,
        ),
        first=re.compile(rf"\b(?:first|only|{_MOST})\b[^,.;]{{0,60}}\bsince\s[^,.;]*$", re.I),
        compared=re.compile(rf"\b(?:{'|'.join(compared)})\b", re.I),
        apart=re.compile(rf"\b(?:hour|day|week|month|year)s?\s+{any_of['apart']}\s+(?:the\s+)?$", re.I),
        spoke=re.compile(rf"(?: [A-Z][\w-]*){{0,3}} {any_of['spoke']}\b"),
        seat=re.compile(rf"\b{any_of['body of the land']} in $", re.I),
        office=re.compile(rf"\b{any_of['office of the land']} in $", re.I),
        told_in=re.compile(
            rf"\b(?:{any_of['saying in a place']}|{any_of['occasion']}|"
            rf"{any_of['telling in a place']} (?:[a-z]+ )?[a-z]+s)"
            r"(?: (?:on|late|early|earlier) [A-Za-z]+| [A-Z][a-z]+day)? (?:in|from)(?: the)? $"
        ),
        met_in=re.compile(rf"\b{any_of['gathering']}(?: {any_of['held']})?(?: on [A-Z][a-z]+day)? in(?: the)? $"),
        spread=re.compile(
            rf"[^.;:]{{0,40}}?,? (?:and|before)(?: [a-z]+ly| has| have| soon| then){{0,2}} {any_of['spreading']}\b"
        ),
        foremost=re.compile(rf"\b{any_of['foremost']} (?:in|around|from) (?:the )?(?:[a-z]+ (?:of )?){{0,2}}$", re.I),
        by_foe=re.compile(rf"(?: [a-z]+)? {any_of['striking']}\b", re.I),
        speaking=re.compile(
            rf"\W*{any_of['opening a speech']}\s(?:[a-z]+\s)*?(?:[\w'’.-]+\s){{0,4}}?{any_of['speaking at']}\b"
            rf"[^.;:]{{0,200}}?\b{any_of['spoke']}\b"
        ),
        assails=re.compile(rf"['’]s(?:\s(?!\w+est\b|worst\b)[a-z-]+){{0,2}}?\s{any_of['assailing']}\b"),
        abroad=re.compile(rf"\b{any_of['over a border']}\b", re.I),
        own_land=re.compile(
            rf"\b{any_of['out of a land']}\s(?:the|their|its|his|her)\s(?:[a-z-]+\s)?{any_of['own land']}\b(?!['’-])",
            re.I,
        ),
        apart_clause=re.compile(rf"[.;:,]|\b(?:{any_of['joining clauses']}|{any_of['subordinator']})\b"),
        losses=re.compile(rf"\b{any_of['those lost']}\b", re.I),
        foe_next=re.compile(rf"\b{any_of['fighting whom']}(?:\sthe(?:\s[a-z]+)?|\s[a-z]+)?\s$"),
        fight=re.compile(rf"\s(?:[a-z]+\s){{0,2}}?{any_of['fighting each other']}\b"),
        own_losses=re.compile(rf"\b(?:its|their|own)\s(?:[a-z-]+\s){{0,2}}?{any_of['those lost']}\b", re.I),
        both=re.compile(
            r"\b(?:on|from|of|(?<!according\s)to|by|among)\s+(?:both|the\s+two|all|either)\s+"
            rf"(?:{any_of['against each other']}\s+)?{any_of['side']}\b|\b[Bb]oth\s+sides\b"
        ),
        of_both_sides=re.compile(rf"\b{any_of['both together']}\b", re.I),
        foe=re.compile(rf"\b(?:the|that)\s{any_of['foe by his deeds']}\b", re.I),
        row=_row(any_of),
        other_side=re.compile(rf"(?:[,;]|\b{any_of['joining clauses']})\s*(?:the\s)?$"),
        on_side=re.compile(
            rf"(?:^|[,;:“\"]|\b(?:{any_of['joining clauses']}|that))\s*(?:from|on)\sthe\s$", re.IGNORECASE
        ),
        again=re.compile(rf"\b(?:the|its|their|that|this|an?) (?:{any_of['of its time']} )?([a-z]+)\b", re.I),
        until=re.compile(rf"\b(?:until|till|by)\s+(?:the\s+)?{any_of['part of time']}\s+of\s+(?:the\s+)?$", re.I),
        bearing=re.compile(rf"\b{any_of['bearing']} of (?:the )?(?:[a-z]+,? ){{0,3}}$"),
        earliest=re.compile(rf"\b{any_of['at the earliest']}\s$", re.I),
        clause=re.compile(rf"\b{any_of['own clause']}\s"),
    )


_PHRASES = (
    "fighting each other",
    "comparing",
    "comparative",
    "figure",
    "beginning",
    "time opening",
    "report noun",
    "document",
    "apart",
    "part of time",
    "at the earliest",
    "bearing",
    "own clause",
    "spoke",
    "body of the land",
    "office of the land",
    "occasion",
    "speaking at",
    "assailing",
    "gathering",
    "course of a thing",
    "saying in a place",
    "telling in a place",
    "held",
    "opening a speech",
    "spreading",
    "foremost",
    "striking",
    "side",
    "against each other",
    "joining lands",
    "before a land of a row",
    "piece of a land",
    "heading",
    "joining clauses",
    "of its time",
    "those lost",
    "over a border",
    "out of a land",
    "own land",
    "fighting whom",
    "subordinator",
    "both together",
    "foe by his deeds",
)


def _row(any_of: Mapping[str, str]) -> re.Pattern[str]:
    """What joins a land to the one before it: "Chad, Niger and the rebel-held areas of Niger", "Chad/Niger"."""
    piece = rf"(?:[a-z-]+ )?{any_of['piece of a land']} of |[a-z-]*{any_of['heading']}[a-z]* "
    lead = rf"(?:{any_of['before a land of a row']} |{piece}){{0,3}}"
    return re.compile(rf"(?:,|,? {any_of['joining lands']}) {lead}| ?[–/-] ?")


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first; any blank fits the blank between their words."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(re.escape(phrase).replace(chr(92) + ' ', chr(92) + 's+') for phrase in longest_first)})"


def _forms(group: str, groups: Mapping[str, frozenset[str]], pasts: Mapping[str, str]) -> set[str]:
    """Every form of the verbs of a group."""
    stressed = groups.get("stressed", frozenset())
    return {
        form
        for base in groups.get(group, ())
        for form in (base, third_person(base), gerund(base, stressed), pasts.get(base) or past_form(base, stressed))
    }
