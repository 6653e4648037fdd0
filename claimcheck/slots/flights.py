"""Slots in, those of who fled in a known exodus told alike out, whichever of its ends a text names.

"28,000 ethnic Armenians have fled the region", "2,900 refugees have entered Armenia": one people flees, from one place.
"""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.rules.world import listed
from claimcheck.slots.book import Book
from claimcheck.slots.records import Slots


def told_of_flight(slots: Slots, book: Book) -> Slots:
    """The slots, of who fled with the exodus's people for their side, and with no land that they came to as place."""
    known = book.events.get(slots.event or "")
    if known is None or not book.is_flight(known.name) or not book.flees(slots.measure or "", slots.noun_class):
        return slots
    left, lands = listed(known.places), listed(known.parties)
    its_own = slots.party is None or slots.party in left
    arrived = slots.place in lands and slots.place not in left
    return replace(
        slots,
        party=known.victims if its_own and known.victims else slots.party,
        place=None if arrived else slots.place,
        own_place=slots.own_place and not arrived,
    )
