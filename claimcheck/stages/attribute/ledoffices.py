"""An office by whose it is in, the state out that he leads: "Netanyahu's office", "Assad's army"."""

from __future__ import annotations

from abc import ABC

from claimcheck.records import Span
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.coordination import Coordination
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line, in_name, line


class LedOffices(Coordination, ABC):
    """Names whom an office speaks for that goes by its holder."""

    def _office_of(self, words: Line, core: int, depth: int) -> Named | None:
        """ "Netanyahu's office", "the prime minister's spokesman", "the office of the president": the state that he
        leads; "Assad's army": that of this state."""
        last = words.lows[core - 1]
        if words.lows[0] in self.story.grammar.determiner and words.lows[1:3] == ["office", "of"] and depth > 1:
            owner: Span | None = words.span(3, core) if core > 3 else None
        else:
            at = next((k for k in range(1, core) if words.lows[k] == "'s"), 0)
            own = self.classes["own-office"] - {"campaign"}
            owner = (
                words.span(0, at) if at and depth > 1 and at + 2 == core and words.words[core - 1].islower() else None
            )
            if owner is not None and last not in own:
                return self._of_leader(words, at, core)
        return (self._ruling(owner, depth) or self._whose_office(owner, depth)) if owner is not None else None

    def _whose_office(self, owner: Span, depth: int) -> Named | None:
        """Whose office it is that speaks for him, by his name: "a statement from | Berg | 's office"."""
        capital = all(map(in_name, line(self.story.text, *owner).words))
        named = self._named(owner, depth - 1) if capital else Named(())
        return named._replace(resolved=owner) if [one.kind for one in named.sources] == ["person"] else None

    def _ruling(self, owner: Span, depth: int) -> Named | None:
        """Who leads a state, by his name or his title, as that state."""
        words = line(self.story.text, *owner)
        titled = words.lows[-1] in self.classes["ruler"] and not any(word[0].isupper() for word in words.words[1:])
        if not titled and not words.words[-1][0].isupper():
            return None
        named = self._named(owner, depth - 1)
        one = len(named.sources) == 1 and named.sources[0].kind == "government" and named.sources[0].side
        land = self._led_by_one_called(words) if not one else None
        if land is not None:
            return self._of(land, self._state)
        return named._replace(resolved=owner) if one else None

    def _led_by_one_called(self, words: Line) -> Country | None:
        """The land that the article names which somebody called so has led, and nobody else of his name is told of."""
        name = [word for word in words.words if word.lower() not in self.story.lexicon.titles]
        full = self.memory.first_full(name[-1]) if len(name) == 1 else None
        if full is not None:
            called = line(self.story.text, *full).words
            name = called[: called.index(name[-1]) + 1] if name[-1] in called else name
        return self._led_by([word for word in name if word.lower() not in self.story.lexicon.titles], heads=False)

    def _of_leader(self, words: Line, at: int, core: int) -> Named | None:
        """ "Assad's forces": the army of the state that he leads, which the article names."""
        institution = self._institution_at(words, at + 1, core)
        body = institution is not None and words.lows[core - 1] in self.classes["state-head"] - {"president", "premier"}
        land = self._led_by([words.words[at - 1]], heads=False) if body and words.words[at - 1][0].isupper() else None
        return self._of(land, institution) if land is not None and institution is not None else None
