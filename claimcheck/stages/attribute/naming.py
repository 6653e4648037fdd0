"""The words for a speaker in, canonical sources out: whom a ministry, a spokesman or a surname speaks for."""

from __future__ import annotations

import re
from functools import cached_property

from claimcheck.records import Source, Span
from claimcheck.stages.attribute.atlas import Atlas
from claimcheck.stages.attribute.columns import head_for
from claimcheck.stages.attribute.employers import Employers
from claimcheck.stages.attribute.foretold import Foretold
from claimcheck.stages.attribute.knownnames import NAMELESS, Named
from claimcheck.stages.attribute.ledoffices import LedOffices
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.memory import Memory
from claimcheck.stages.attribute.openings import Openings
from claimcheck.stages.attribute.story import Story
from claimcheck.stages.attribute.watchers import Watchers

_SITE = re.compile(r"((?=[A-Z][a-z]+[A-Z])[\w-]+)\.(?:com|org|net)")
_TITLE = 3  # tokens of "the Deputy Commissioner"
_HAS_PAGE = ("igo", "ngo", "agency", "government")  # kinds of bodies that have pages of their own
_SUMMED = re.compile(r"\b(?:summary|notes?|transcript) of what (?:was|is) said by ([^\n,;:–—]{3,60}?)(?=,|\sat\s)")
_DEPTH = 4  # "she" for the lawmaker for Berg for Ana Berg


class Naming(Openings, LedOffices, Foretold, Watchers, Employers):
    """Names the speakers of one article."""

    def __init__(self, story: Story, memory: Memory, atlas: Atlas) -> None:
        super().__init__(story, memory, atlas)
        self._memo: dict[tuple[Span, int], Named] = {}

    def named(self, span: Span) -> Named:
        """The sources that the words at `span` stand for."""
        return self._named(span, _DEPTH)

    def _named(self, span: Span, depth: int) -> Named:
        if (known := self._memo.get((span, depth))) is None:
            known = self._memo[span, depth] = _undotted(self._read(span, depth))
        return known

    def _read(self, span: Span, depth: int) -> Named:
        words = line(self.story.text, *span)
        if not words.words or depth == 0:
            return Named(())
        pronoun = self._pronoun(words, span, depth)
        if pronoun is not None:
            return pronoun
        if (end := self._made_end(words)) < len(words.words):
            return self._named((span[0], words.ends[end - 1]), depth)
        joint = self._row_of_officials(words) or self._joint(words, depth) or self._both(words, span)
        if joint is not None:
            return joint
        return self._one(words, span, depth)

    def _one(self, words: Line, span: Span, depth: int) -> Named:
        """Whom one phrase means, without what stands around his name: the time, the kind of body, what he does."""
        core = self._core_end(words) or len(words.words)
        while core > 1 and words.lows[core - 1] in ("there", "here"):
            core -= 1
        if core == 1 and words.lows[0] in self.story.grammar.determiner:
            return Named(())  # some, another: nobody is named
        words = words.small() if self._only_title(words, core) else words
        opened = self._behind_time(words) or self._behind_told_of(words) or self._behind_kind(words, core)
        opened = opened or self._behind_called(words, core) or self._behind_where(words, core)
        if 0 < opened < core:
            return self._one(line(self.story.text, words.starts[opened], span[1]), span, depth)
        if (known := self._acquainted(words, core)) is not None and depth > 1:
            before = self._one(line(self.story.text, words.starts[0], words.ends[known - 1]), span, depth - 1)
            told_by_it = before.resolved is not None and words.lows[known] == "close"  # the source | close to the bank
            if {one.kind for one in before.sources} - NAMELESS and not told_by_it:
                return before
            called = self._described(words, core).sources[0]
            kind = self._kind(words, known, 0) if called.kind not in NAMELESS else called.kind
            return Named((Source(name=called.name, kind=kind),))
        if self._ours(words, core) and depth > 1 and (own := self._page_body(depth - 1)) is not None:
            return own
        if self._does_by_the_way(words, core):
            return self._one(line(self.story.text, words.starts[0], words.ends[core - 1]), span, depth)
        return self._known_body(words, core, span, depth) or self._somebody(words, core, span, depth)

    def _known_body(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """The country, body or outlet, known beforehand or explained by the article, that a phrase names or speaks for.

        The first finder that knows the phrase has it, here and in `_somebody`: who asks for more words comes first.
        """
        found = (
            self._spelled_name(words, core, depth)
            or self._exact(words, core)
            or self._guild(words, core)
            or self._so_titled(words, core, depth)
            or self._foretold(words, core, span, depth)
            or self._of_same_figure(words, core, span, depth)
            or self._official_figures(words, core)
            or self._document(words, span, core, depth)
            or self._outsider(words, core)
            or self._of_column(words, core)
            or self._body_there(words, core)
            or self._of_town(words, core)
            or self._of_breakaway(words, core)
            or self._of_people_there(words, core)
            or self._of_held_land(words, core)
            or self._only_office(words, core)
            or self._office_of(words, core, depth)
            or self._for_its_body(words, core, depth)
        )
        found = found or self._of_region(words, core)
        for find in (self._society, self._spokesman, self._known, self._unserving, self._institution, self._country):
            found = found or find(words, 0, core)
        return found

    def _somebody(self, words: Line, core: int, span: Span, depth: int) -> Named:
        """Whom a phrase means that names nobody known: by his office, his name, or what the article told before; at
        last as it describes him."""
        return (
            (self._same_body(words, core, span, depth) if core > 2 else None)
            or self._ruler_again(words, core, span, depth)
            or self._so_charged(words, core)
            or self._bare_minister(words, core)
            or self._state_body(words, 0, core)
            or self._of_same_body(words, core, span, depth)
            or self._administration(words, core)
            or self._office(words, core)
            or self._official(words, core)
            or self._police_of_land(words, core)
            or self._police(words, core)
            or self._behind_body(words, core)
            or self._firm_called(words, core, depth)
            or self._their_spokesman(words, core, span, depth)
            or self._speaks_for(words, core)
            or self._leads_watcher(words, depth)
            or self._ranked(words, core, depth)
            or self._of_holder(words, core, depth)
            or self._person(words, span, core, depth)
            or self._same_body(words, core, span, depth)
            or self._called_again(words, core, span, depth)
            or self._council_again(words, core, span, depth)
            or self._unplaced(words, core, span)
            or self._charged(words, core)
            or self._department(words, core)
            or self._abbreviated(words, core, depth)
            or self._watcher(words, core)
            or self._so_told(words, core, depth)
            or self._short_form(words, core, span, depth)
            or self._end_of_name(words, core, span, depth)
            or self._stand_in(words, core, span, depth)
            or self._outlet_again(words, core, span, depth)
            or self._body_again(words, core, span, depth)
            or self._titled_again(words, core, span, depth)
            or self._in_letters(words, core, span, depth)
            or self._alone_of_kind(words, core)
            or self._employed(words, core, depth)
            or self._apposed(words, core)
            or self._in_brackets(words, core)
            or self._paper(words, core)
            or self._described(words, core)
        )

    def _of_column(self, words: Line, core: int) -> Named | None:
        """A body that a table names beside others, "Mali: killed | Chad: killed | Source" over "9 | 12 | Health
        Ministry; Chadian army": of the land whose numbers it gives."""
        head = head_for(self.story, words.starts[0]) if self.story.grids else None
        if head is None or self.memory.states_between(words.starts[0], words.ends[core - 1]):
            return None
        institution = self._institution_at(words, 0, core)
        lands = {seen.place.country.id: seen.place.country for seen in self.memory.states_between(*head)}
        if institution is None or len(lands) != 1:
            return None
        return self._of(next(iter(lands.values())), institution)

    def _ours(self, words: Line, core: int) -> bool:
        """Whether one of those is meant whose page it is: "our representative", "our teams on the ground"."""
        return words.lows[0] == "our" and not self.classes["our-people"].isdisjoint(words.lows[1:core])

    def _page_body(self, depth: int) -> Named | None:
        """The body whose page it is: its outlet, or whose words it is told to sum up: "what was said by UNICEF's
        spokesperson"."""
        outlet = line(self.story.article.outlet or "", 0, len(self.story.article.outlet or ""))
        found = self._actor(outlet, 0, len(outlet.words)) if outlet.words else None
        if found is not None and found[0] == len(outlet.words) and found[1].source.kind in _HAS_PAGE:
            return Named((found[1].source,))
        named = self._named(self._summed, depth) if self._summed is not None else Named(())
        return named if len(named.sources) == 1 else None

    @cached_property
    def _summed(self) -> Span | None:
        """Whose words the article is told to sum up."""
        summed = _SUMMED.search(self.story.text)
        return summed.span(1) if summed is not None else None

    def _only_title(self, words: Line, core: int) -> bool:
        """Whether somebody is called by nothing but his office, in capitals: "the Mayor", "the Deputy Commissioner"."""
        office = words.lows[core - 1] in self.classes["office-alone"] - self.classes["minister-letters"]  # no PM
        if not office or not 2 <= core <= _TITLE or words.lows[0] != "the":
            return False
        capital = all(word[0].isupper() for word in words.words[1:core])
        return capital and (core == 2 or words.lows[1] in self.classes["under-office"])

    def _outsider(self, words: Line, core: int) -> Named | None:
        """ "Opponents of the president", "the wife of the minister": for whom they do not speak."""
        head = self._head(words, core)
        outside = words.lows[head] in self.classes["outsider"] | self.classes["kin"]
        return self._described(words, core) if outside and head + 1 < core else None

    def _unserving(self, words: Line, first: int, core: int) -> Named | None:
        """ "Activists in the Larkin Revolution Commission": its, and no state's."""
        head = self._head(words, core, first)
        stately = head + 2 < core and self._institution_at(words, head + 2, core) is not None
        return self._described(words, core) if stately and words.lows[head] in self.classes["unserving"] else None

    def _person(self, words: Line, span: Span, core: int, depth: int) -> Named | None:
        """A person by name; by surname alone the full mention before counts, with its office."""
        name = self._name(words, core)
        if name is None or name[-1].lower() in self.classes["collective"]:
            return None  # Activists
        particled = self._with_particle(words, core)
        if depth > 1 and (longer := self.memory.longer(name)) is not None and longer != span:
            return self._named(longer, depth - 1)._replace(resolved=longer)  # Rami | Abdel Rahman
        if (len(name) == 1 or particled) and depth > 1:
            full = self.memory.first_full(particled or name[0]) or self._as_particled(particled)
            if full is not None and full != span:
                found = self._named(full, depth - 1)
                if found.sources:
                    return found._replace(resolved=full)
            honoured = depth > 1 and full is None and words.lows[0] in self.classes["honour"]
            full = self.memory.knighted(name[0]) if honoured else full
            if honoured and full is not None and full != span:
                return self._named(full, depth - 1)._replace(resolved=full)
            ruler = self._ruler(name[0]) if full is None else None
            if ruler is not None:
                return ruler
        elif depth > 1 and (office := self._in_office(name, span, depth)) is not None:
            return office
        return self._told_to_lead(name) or Named((Source(name=" ".join(name), kind="person"),))

    def _in_office(self, name: list[str], span: Span, depth: int) -> Named | None:
        """Whom somebody speaks for who is called by his full name again: "army spokesman Jon Berg, … Jon Berg"."""
        full = self.memory.first_full(name[-1])
        if full is None or full == span or " ".join(name) not in self.story.text[slice(*full)]:
            return None
        found = self._named(full, depth - 1)
        office = bool(found.sources) and all(source.kind != "person" for source in found.sources)
        return found._replace(resolved=full) if office else None

    def _with_particle(self, words: Line, core: int) -> str:
        """A surname with its small words, as a full name has them: "Van Dam" is "van Dam"; empty if it has none."""
        head = self._head(words, core)
        first = head
        while first > 0 and words.lows[first - 1] in self.classes["name-particle"]:
            first -= 1
        given = (
            first > 0 and words.words[first - 1][0].isupper() and words.lows[first - 1] not in self.story.lexicon.titles
        )
        return " ".join((*words.lows[first:head], words.words[head])) if first < head and not given else ""

    def _as_particled(self, called: str) -> Span | None:
        """The full mention of a surname with its small words, written in another case: "Ana Von der Halm"."""
        full = self.memory.first_full(called.rpartition(" ")[2]) if called else None
        return full if full is not None and called.lower() in self.story.text[slice(*full)].lower() else None


def _undotted(named: Named) -> Named:
    """Sites that go by a name of their own as well, by that: "FlightAware.com"; not so "Booking.com"."""
    if not any(_SITE.fullmatch(one.name) for one in named.sources):
        return named
    sources = (
        Source(name=_SITE.sub(r"\1", one.name), kind="agency", side=one.side) if _SITE.fullmatch(one.name) else one
        for one in named.sources
    )
    return named._replace(sources=tuple(sources))
