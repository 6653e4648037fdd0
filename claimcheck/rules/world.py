"""Rule types for countries and what stands for them: demonyms, capitals, metonyms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from claimcheck.rules.base import Rule


class Country(Rule, frozen=True):
    """A country or a territory with a government of its own. Each field before `agency` is a list, parted by "; "."""

    aliases: str = ""
    demonyms: str = ""  # adjectives; the first one names the government: "Azerbaijani government"
    people: str = ""  # plural names of the people that are not themselves adjectives: "Poles"
    capital: str = ""  # stands for the government where it speaks: "Baku"
    metonyms: str = ""  # other words for the government: "Kremlin", "Downing Street"
    cities: str = ""
    states: str = ""  # of a union: those with officials of their own
    offices: str = ""  # bodies of its state that no other has by these words: "state department", "home office"
    leaders: str = ""  # those who have led it or stood in: "President Aliyev" is Azerbaijan's, whatever else is named
    rulers: str = ""  # parties that hold it, by whom its bodies are told: "the Hamas-run health ministry"
    agency: str = ""  # its news agency, as the media pack has it: "Syria's state news agency" is SANA
    status: Literal["state", "disputed", "unrecognised", "territory", "former"] = "state"
    within: str = ""  # the country that a territory or an unrecognised state is, or is claimed to be, part of

    @property
    def names(self) -> tuple[str, ...]:
        """The country's name and its other names."""
        return (self.name, *listed(self.aliases))

    @property
    def union(self) -> bool:
        """Whether it is a union of states with officials of their own."""
        return self.states != ""

    @property
    def adjective(self) -> str:
        """The word for what is of this country; its name where it has no adjective."""
        return (listed(self.demonyms) or (self.name,))[0]

    @property
    def peoples(self) -> tuple[str, ...]:
        """Every plural name of its people: "Azeris", and "Chinese" as in "the Chinese"."""
        alike = tuple(word for word in listed(self.demonyms) if word.endswith(_PLURAL_TOO))
        return (*listed(self.people), *alike)

    def problems(self) -> Iterable[str]:
        """An empty entry in a list."""
        for field in (
            "aliases",
            "demonyms",
            "people",
            "capital",
            "metonyms",
            "cities",
            "states",
            "offices",
            "leaders",
            "rulers",
        ):
            text = getattr(self, field)
            if text and "" in (part.strip() for part in text.split(";")):
                yield f"{field} has an empty entry"


_PLURAL_TOO = ("ese", "ch", "sh", "ss")


def listed(text: str) -> tuple[str, ...]:
    """The entries of a field that is a list parted by semicolons."""
    return tuple(part.strip() for part in text.split(";")) if text else ()


PACKS: dict[str, type[Rule]] = {"countries": Country}
