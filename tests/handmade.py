"""An analysis made by hand, so that the report's tests do not hang on any rule."""

from __future__ import annotations

import math

from claimcheck.records import (
    Analysis,
    Article,
    Attribution,
    Claim,
    Description,
    Fact,
    Figure,
    Mention,
    Quantity,
    Range,
    Reading,
    Rejected,
    Relation,
    Segments,
    Sentence,
    Source,
    Sum,
)

GOVERNMENT = Source(name="Norland government", kind="government", side="Norland")
OTHERS = Source(name="Sudland government", kind="government", side="Sudland")
AGENCY = Source(name="Coast News Agency", kind="agency")
RIGHTS = Source(name="Harbour Watch", kind="ngo")

MORNING = """Ferry sinks off Norland

The Norland defence ministry said about 2,855 soldiers were killed.
Sudland's army told Coast News Agency that more than 4,000 Norland soldiers were killed.
The war lasted six weeks. In all, more than 9,500 soldiers of both sides died.
Harbour Watch, a rights group, criticised both governments on 12 May.
"""
EVENING = """Norland mourns

By Friday 2,906 soldiers had been killed, the Norland defence ministry said.
It added that 112 were still missing.
Sudland lost 3,500 soldiers.
"""
REPRINT = """From our partners

It added that 112 were still missing.
"""


def fact(value: str | None) -> Fact | None:
    return Fact(value=value, rule="made-1") if value else None


def article(name: str, text: str, **known: str) -> Article:
    return Article(name=name, text=text, path=f"desk/{name}", **known)


def claim(
    of: Article,
    id_: str,
    words: str,
    value: float,
    *,
    counted: str = "soldiers",
    measure: str = "killed",
    party: str | None = "Norland",
    literal: Range | None = None,
    typical: Range | None = None,
    unit: str | None = None,
    as_of: str | None = None,
    who: Attribution | None = None,
    qualifier: str = "exact",
) -> Claim:
    start = of.text.index(words)
    line = of.text.rfind("\n", 0, start) + 1
    end = of.text.find("\n", start)
    exact = Range(low=value, high=value)
    return Claim(
        id=id_,
        article=of.name,
        quantity=Quantity(
            start=start,
            end=start + len(words),
            number=(start, start + len(words)),
            sentence=0,
            value=value,
            qualifier=qualifier,
            literal=literal or exact,
            typical=typical or literal or exact,
            dimension="duration" if unit else "count",
            unit=unit,
            rules=("made-2",),
        ),
        description=Description(
            object=counted,
            object_span=None,
            unit=unit or "soldier",
            noun_class="soldier",
            measure=fact(measure),
            party=fact(party),
            event=fact("coast-war"),
            as_of=fact(as_of),
        ),
        attribution=who,
        sentence=(line, end),
    )


def said(of: Article, speaker: str, cue: str, *sources: Source, conduit: Source | None = None, **more: object):
    at = [of.text.index(words) for words in (speaker, cue)]
    return Attribution(
        sources=sources,
        speaker=(at[0], at[0] + len(speaker)),
        cue=(at[1], at[1] + len(cue)),
        conduit=conduit,
        rules=("made-3",),
        **more,
    )


def reading(of: Article, *claims: Claim, mentions: tuple[Mention, ...] = (), rejected: tuple[Rejected, ...] = ()):
    sentences, start = [], 0
    for number, line in enumerate(of.text.splitlines(keepends=True)):
        sentences.append(Sentence(start=start, end=start + len(line), paragraph=number))
        start += len(line)
    return Reading(
        article=of,
        segments=Segments(sentences=tuple(sentences), quotes=()),
        claims=tuple(sorted(claims, key=lambda each: each.quantity.start)),
        rejected=rejected,
        mentions=mentions,
    )


def analysis() -> Analysis:
    """Three articles: a contradiction, an update, a sum that does not add up, a reprint, a source without a figure."""
    morning = article("a-morning.txt", MORNING, outlet="The Morning", date="2031-05-12")
    evening = article("b-evening.txt", EVENING)
    reprint = article("c-reprint.txt", REPRINT)
    ministry = said(morning, "The Norland defence ministry", "said", GOVERNMENT)
    later = said(evening, "the Norland defence ministry", "said", GOVERNMENT)
    army = said(morning, "Sudland's army", "told", OTHERS, conduit=AGENCY)
    added = said(evening, "It", "added", GOVERNMENT, carried=True)
    again = said(reprint, "It", "added", GOVERNMENT, carried=True)
    above = Range(low=4000, high=math.inf, low_open=True)
    total = Range(low=9500, high=math.inf, low_open=True)
    claims = {
        "about": claim(
            morning, "aaaaaaaa", "about 2,855", 2855, who=ministry, qualifier="about",
            literal=Range(low=2712.25, high=2997.75), typical=Range(low=2826.45, high=2883.55),
        ),
        "above": claim(
            morning, "bbbbbbbb", "more than 4,000", 4000, who=army, qualifier="more_than", literal=above,
            typical=Range(low=4000, high=4500),
        ),
        "weeks": claim(morning, "cccccccc", "six weeks", 42, unit="day", measure="duration", party=None, counted="war"),
        "total": claim(
            morning, "dddddddd", "more than 9,500", 9500, party="both", qualifier="more_than", literal=total,
            typical=Range(low=9500, high=9750), counted="soldiers of both sides",
        ),
        "later": claim(evening, "eeeeeeee", "2,906", 2906, who=later, as_of="2031-05-16"),
        "missing": claim(evening, "ffffffff", "112", 112, measure="missing", who=added),
        "lost": claim(
            evening, "gggggggg", "3,500", 3500, party="Sudland", typical=Range(low=3250, high=3750)
        ),
        "again": claim(reprint, "hhhhhhhh", "112", 112, measure="missing", who=again),
    }  # fmt: skip
    twelfth = MORNING.index("12 May")
    watch = MORNING.index("Harbour Watch")
    return Analysis(
        readings=(
            reading(
                morning,
                *(claims[name] for name in ("about", "above", "weeks", "total")),
                mentions=(Mention(source=RIGHTS, span=(watch, watch + 13), rule="made-4"),),
                rejected=(Rejected(start=twelfth, end=twelfth + 6, why="a date", rule="made-5"),),
            ),
            reading(evening, *(claims[name] for name in ("later", "missing", "lost"))),
            reading(reprint, claims["again"]),
        ),
        figures=(
            Figure(
                id="f-killed", title="Norland soldiers killed, coast war", claims=("aaaaaaaa", "bbbbbbbb", "eeeeeeee"),
                origins=(("aaaaaaaa",), ("bbbbbbbb",), ("eeeeeeee",)),
            ),
            Figure(
                id="f-missing", title="Norland soldiers missing", claims=("ffffffff", "hhhhhhhh"),
                origins=(("ffffffff", "hhhhhhhh"),),
            ),
            Figure(id="f-lost", title="Sudland soldiers killed", claims=("gggggggg",), origins=(("gggggggg",),)),
            Figure(id="f-total", title="soldiers killed, both sides", claims=("dddddddd",), origins=(("dddddddd",),)),
            Figure(id="f-weeks", title="length of the war", claims=("cccccccc",), origins=(("cccccccc",),)),
        ),
        relations=(
            Relation(a="aaaaaaaa", b="eeeeeeee", kind="update", reasons=("the same office at two times, upwards",)),
            Relation(
                a="aaaaaaaa", b="bbbbbbbb", kind="contradict",
                reasons=("2,712 to 2,998 and more than 4,000 do not meet",),
                doubts=("the texts give no date for either count",),
            ),
            Relation(
                a="bbbbbbbb", b="eeeeeeee", kind="contradict", reasons=("2,906 and more than 4,000 do not meet",)
            ),
            Relation(a="ffffffff", b="hhhhhhhh", kind="agree", reasons=("the same number",)),
            Relation(a="aaaaaaaa", b="dddddddd", kind="part_of", reasons=("one side of both",)),
            Relation(a="gggggggg", b="dddddddd", kind="part_of", reasons=("one side of both",)),
        ),
        sums=(
            Sum(
                total="dddddddd", parts=("aaaaaaaa", "gggggggg"), verdict="contradict",
                reasons=("the two sides together are less than the total",),
            ),
        ),
    )  # fmt: skip


def hostile() -> Analysis:
    """An article whose text, names and titles try to act wherever they are shown."""
    bad = (
        "=cmd|' /C calc'!A1 \x1b[31mred\x1b]0;title\x07 \u202eevil\u202c [bold]x[/bold] "
        '<script>alert(1)</script> & "quoted" |pipe| `code` [a](javascript:x) \\ 12 people \x9b0m \x00 \ud800 end'
    )
    of = article("bad\x1b[2J[red]<b>.txt", bad)
    source = Source(name='<img src=x>"\\ [red]Source\x1b[0m', kind="person", side="=1+1")
    who = Attribution(sources=(source,), speaker=(0, 40), cue=(0, len(bad)), rules=("T\x1b",), notes=("\x1b[5m",))
    spoken = claim(of, "@xxxxxxx", "12", 12, counted="=people\x1b[1m", who=who)
    # The sentence is the whole text: there is no line break in it.
    whole = Claim(
        id=spoken.id,
        article=of.name,
        quantity=spoken.quantity,
        description=spoken.description,
        attribution=who,
        sentence=(0, len(bad)),
    )
    figure = Figure(
        id="f\x1b|]", title="+title\x1b[2J\n# <b>[bold]\u202e", claims=("@xxxxxxx",), origins=(("@xxxxxxx",),)
    )
    mention = Mention(source=Source(name="-named\x1b<i>", kind="n\x1bgo"), span=(0, 20), rule="T\x1b")
    return Analysis(readings=(reading(of, whole, mentions=(mention,)),), figures=(figure,), relations=(), sums=())
