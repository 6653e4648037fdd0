"""One claim in, every step by which it came about out: the number, what it counts, who says it, its figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from claimcheck import words
from claimcheck.explain.pairs import compared, standing
from claimcheck.explain.steps import Step, brief, named_rules, reading_of, worded
from claimcheck.quotes import sentence_span
from claimcheck.records import Analysis, Article, Attribution, Claim, Comparison, Fact, Figure, Relation, Sum
from claimcheck.rules import Rules
from claimcheck.stages import match

Compare = Callable[[Claim, Claim], Comparison]

_FACTS = {
    "measure": "measure",
    "word": "word that goes with it",
    "party": "party",
    "event": "event",
    "place": "place",
    "as_of": "as of",
    "scope": "scope",
    "spot": "at",
    "status": "status",
}
_NEAREST = 3  # claims named for each reason why they are not in the same figure


def explain_claim(analysis: Analysis, claim: Claim, rules: Rules) -> Step:
    """How a claim was read, and why it is in its figure and not with the other claims of the run."""
    return explain_claims(analysis, [claim], rules)[0]


def explain_claims(analysis: Analysis, claims: Sequence[Claim], rules: Rules) -> tuple[Step, ...]:
    """The same for several claims, with what is common to them worked out once."""
    if not claims:
        return ()
    compare = match.explainer(analysis.readings, rules)
    return tuple(_derived(analysis, claim, rules, compare) for claim in claims)


def _derived(analysis: Analysis, claim: Claim, rules: Rules, compare: Compare) -> Step:
    article = reading_of(analysis, claim).article
    return Step(
        text=f"claim [{claim.id}] “{worded(article, claim)}”",
        steps=(
            _sentence(article, claim),
            _number(claim, rules),
            _counted(article, claim, rules),
            _said(article, claim.attribution, rules),
            *([_held(article, claim.stance, rules)] if claim.stance else ()),
            *_figure(analysis, claim, rules, compare),
        ),
    )


def _sentence(article: Article, claim: Claim) -> Step:
    start, end = sentence_span(claim)
    return Step(text=f"in the sentence “{article.text[start:end].strip()}”")


def _number(claim: Claim, rules: Rules) -> Step:
    quantity = claim.quantity
    steps = [
        Step(text=f"to the letter {words.literal(quantity)}"),
        Step(text=f"read as {words.typical(quantity) or words.literal(quantity)}"),
    ]
    if quantity.direction:
        steps.append(Step(text=f"a change: {quantity.direction}"))
    value = f"{words.number(quantity.value)}{words.unit_suffix(quantity)}"
    named = named_rules(quantity.rules, rules)
    return Step(text=f"number: {value}, {quantity.qualifier.replace('_', ' ')}", rule=named, steps=tuple(steps))


def _counted(article: Article, claim: Claim, rules: Rules) -> Step:
    said = claim.description
    facts = [(label, getattr(said, name)) for name, label in _FACTS.items()]
    steps = [_fact(article, label, fact, rules) for label, fact in facts if fact]
    steps.extend(_fact(article, "event word", fact, rules) for fact in said.event_terms)
    if said.period:
        when = f"period: {said.period.start or 'open'} to {said.period.end or 'open'}"
        steps.append(Step(text=when, rule=named_rules([said.period.rule], rules)))
    for part in said.part_of:
        cue = article.text[slice(*part.span)]
        steps.append(Step(text=f"part of another number: “{cue}”", rule=named_rules([part.rule], rules)))
    return Step(text=f"counted: {said.object or said.unit} (class {said.noun_class})", steps=tuple(steps))


def _fact(article: Article, label: str, fact: Fact, rules: Rules) -> Step:
    shown = f": “{article.text[slice(*fact.span)]}”" if fact.span else " (no words of its own)"
    return Step(text=f"{label}: {fact.value}{shown}", rule=named_rules([fact.rule], rules))


def _said(article: Article, who: Attribution | None, rules: Rules) -> Step:
    if who is None:
        return Step(text="said by: nobody is named, the outlet speaks in its own voice")
    names = words.listed([source.name for source in who.sources]) or "nobody who is named"
    spans = {
        "speaker as written": who.speaker,
        "cue": who.cue,
        "stands for": who.resolved,
        "passed on by": who.conduit_span,
        "hedge": who.hedge,
    }
    steps = [Step(text=f"{label}: “{article.text[slice(*span)]}”") for label, span in spans.items() if span]
    if who.conduit:
        steps.append(Step(text=f"conduit: {who.conduit.name}"))
    if who.carried:
        steps.append(Step(text="carried over: the cue stands in another sentence"))
    steps.extend(Step(text=f"{source.name}: {source.kind}{_side(source.side)}") for source in who.sources)
    steps.extend(Step(text=note) for note in who.notes)
    return Step(text=f"said by: {names} ({who.manner})", rule=named_rules(who.rules, rules), steps=tuple(steps))


_HELD = {
    "plans": "planned by",
    "wants": "wanted by",
    "expects": "expected by",
    "decides": "decided by",
    "judges": "judged by",
}


def _held(article: Article, holder: Attribution, rules: Rules) -> Step:
    names = words.listed([source.name for source in holder.sources])
    cue = Step(text=f"cue: “{article.text[slice(*holder.cue)]}”")
    text = f"{_HELD[holder.manner]}: {names}, who states nothing by it: no source"
    return Step(text=text, rule=named_rules(holder.rules, rules), steps=(cue,))


def _side(side: str | None) -> str:
    return f", speaks for {side}" if side else ""


def _figure(analysis: Analysis, claim: Claim, rules: Rules, compare: Compare) -> Iterable[Step]:
    figure = next((each for each in analysis.figures if claim.id in each.claims), None)
    if figure is None:
        yield Step(text="figure: none")
        return
    claims = {each.id: each for each in analysis.claims}
    yield Step(
        text=f"figure: {figure.title} [{figure.id}]", steps=tuple(_members(analysis, figure, claim, claims, rules))
    )
    yield from _sums(analysis, claim, claims, rules)
    yield Step(text="with the other claims", steps=tuple(_rest(analysis, figure, claim, rules, compare)))


def _members(
    analysis: Analysis, figure: Figure, claim: Claim, claims: Mapping[str, Claim], rules: Rules
) -> Iterable[Step]:
    if len(figure.claims) == 1:
        yield Step(text="no other claim is about it")
    origin = next((ids for ids in figure.origins if claim.id in ids), ())
    relations = _relations_of(analysis, claim)
    for id_ in figure.claims:
        if id_ != claim.id:
            same = " (the same origin)" if id_ in origin else ""
            yield standing(f"with {brief(analysis, claims[id_])}{same}", relations.get(id_), claim, rules)


def _relations_of(analysis: Analysis, claim: Claim) -> Mapping[str, Relation]:
    mine = [each for each in analysis.relations if claim.id in (each.a, each.b)]
    return {each.b if each.a == claim.id else each.a: each for each in mine}


def _sums(analysis: Analysis, claim: Claim, claims: Mapping[str, Claim], rules: Rules) -> Iterable[Step]:
    for total in analysis.sums:
        if claim.id in (total.total, *total.parts):
            yield _sum(analysis, total, claims, rules)


def _sum(analysis: Analysis, total: Sum, claims: Mapping[str, Claim], rules: Rules) -> Step:
    steps = [Step(text=f"total {brief(analysis, claims[total.total])}")]
    steps.extend(Step(text=f"part {brief(analysis, claims[part])}") for part in total.parts)
    steps.extend(Step(text=reason) for reason in total.reasons)
    return Step(text=f"sum: {words.VERDICTS[total.verdict]}", rule=named_rules(total.rules, rules), steps=tuple(steps))


def _rest(analysis: Analysis, figure: Figure, claim: Claim, rules: Rules, compare: Compare) -> Iterable[Step]:
    """The claims of other figures by what keeps them apart, the nearest named."""
    relations = _relations_of(analysis, claim)
    apart: dict[str, list[tuple[float, Claim]]] = {}
    for other in analysis.claims:
        if other.id == claim.id or other.id in figure.claims:
            continue
        if other.id in relations:
            yield standing(f"with {brief(analysis, other)}", relations[other.id], claim, rules)
            continue
        found = compare(claim, other)
        apart.setdefault(compared(found), []).append((-found.score, other))
    for reason in sorted(apart, key=lambda reason: (-len(apart[reason]), reason)):
        nearest = sorted(apart[reason], key=lambda pair: (pair[0], pair[1].id))[:_NEAREST]
        named = tuple(Step(text=brief(analysis, other)) for _, other in nearest)
        yield Step(text=f"not with {words.count(len(apart[reason]), 'claim')}: {reason}; the nearest:", steps=named)
