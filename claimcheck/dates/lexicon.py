"""The words of dates, and what each stands for."""

from __future__ import annotations

from claimcheck.dates.when import Kind


def words(text: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(text.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS = {name: number for number, name in enumerate(_DAY_NAMES)}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the month it starts; of the north
LAST = frozenset(("last", "past", "previous"))
NEXT = frozenset(("next", "coming", "following"))
PARTS = {"early": (0.0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1.0)}  # what share of the period is meant
DECADES = {
    word: 10 * number
    for number, word in enumerate(
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), 2
    )
}
_ONE_TO_NINETEEN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
AMOUNTS = {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
AMOUNTS |= {word: number for number, word in enumerate(_ONE_TO_NINETEEN.split(" "), 1)}
KINDS: dict[str, Kind] = {"week": "week", "month": "month", "year": "year", "decade": "decade", "century": "period"}
UNIT_DAYS: dict[str, float] = {
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "month": 30,
    "year": 365,
    "decade": 3652,
    "century": 36525,
}
