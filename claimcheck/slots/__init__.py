"""A claim in, its slots out, and how two claims compare in each of them. Shared by stages: a leaf.

match puts claims together by these slots, compare reads from them what two claims leave open.
"""

from __future__ import annotations

from claimcheck.records import HELD
from claimcheck.slots.alike import may_be_alike
from claimcheck.slots.amounts import Sizes, chance, compare_values, digits, near, same_number, sizes
from claimcheck.slots.book import Book, known_of, named, story_of
from claimcheck.slots.conversions import in_one_unit
from claimcheck.slots.counted import meant, once
from claimcheck.slots.happening import (
    compare_events,
    fits,
    of_all_on_a_ground,
    of_one_season,
    of_strike,
    one_happening,
    one_war,
)
from claimcheck.slots.pairs import (
    RETOLD,
    as_counted,
    kind_of,
    labels,
    labels_of_counted,
    labels_of_scene,
    labels_of_slots,
    levels,
    or_grown,
    party_of_pair,
    shown,
    tied,
)
from claimcheck.slots.periods import compare_days, gap, is_part_of, length
from claimcheck.slots.records import BOTH, FIGHTERS, MEET, Again, Amount, Days, Label, Slots, Subject
from claimcheck.slots.retelling import may_retell, retold, retold_keys
from claimcheck.slots.scene import ALL_OF, LATER, its_own_land, of_an_area
from claimcheck.slots.strikers import camp_of, striker_of
from claimcheck.slots.subjects import days, subject_of
from claimcheck.slots.voices import (
    bound_one,
    compare_contexts,
    compare_order,
    compare_statements,
    converted,
    kind_of_pair,
    leaves_out,
    of_two_days,
    risen,
    said_again,
    same_voice,
    vaguely_one,
)
from claimcheck.slots.world import World, world_of

__all__ = [
    "ALL_OF",
    "BOTH",
    "FIGHTERS",
    "HELD",
    "LATER",
    "MEET",
    "RETOLD",
    "Again",
    "Amount",
    "Book",
    "Days",
    "Label",
    "Sizes",
    "Slots",
    "Subject",
    "World",
    "as_counted",
    "bound_one",
    "camp_of",
    "chance",
    "compare_contexts",
    "compare_days",
    "compare_events",
    "compare_order",
    "compare_statements",
    "compare_values",
    "converted",
    "days",
    "digits",
    "fits",
    "gap",
    "in_one_unit",
    "is_part_of",
    "its_own_land",
    "kind_of",
    "kind_of_pair",
    "known_of",
    "labels",
    "labels_of_counted",
    "labels_of_scene",
    "labels_of_slots",
    "leaves_out",
    "length",
    "levels",
    "may_be_alike",
    "may_retell",
    "meant",
    "named",
    "near",
    "of_all_on_a_ground",
    "of_an_area",
    "of_one_season",
    "of_strike",
    "of_two_days",
    "once",
    "one_happening",
    "one_war",
    "or_grown",
    "party_of_pair",
    "retold",
    "retold_keys",
    "risen",
    "said_again",
    "same_number",
    "same_voice",
    "shown",
    "sizes",
    "story_of",
    "striker_of",
    "subject_of",
    "tied",
    "vaguely_one",
    "world_of",
]
