"""The claims of a figure in, a number line out: positions in percent of its width."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from claimcheck import words
from claimcheck.records import Record
from claimcheck.report.rows import Row

_LOGARITHMIC = 30.0  # from this ratio of the highest to the lowest on, equal steps would hide the low ones
_MARGIN = 6.0  # percent left free at each end
_TICKS = 4


class Axis(Record, frozen=True):
    """From `low` to `high`; `ticks` are position, text anchor and label."""

    low: float
    high: float
    logarithmic: bool
    ticks: tuple[tuple[float, str, str], ...] = ()

    def at(self, value: float) -> float:
        """The position of a number in percent."""
        if self.high == self.low:
            return 50.0
        low, high, here = self.low, self.high, value
        if self.logarithmic:
            low, high, here = math.log(low), math.log(high), math.log(max(value, 1e-12))
        return round(_MARGIN + (here - low) / (high - low) * (100 - 2 * _MARGIN), 2)

    def clipped(self, value: float) -> float:
        """The same, held inside the line: what lies beyond is drawn up to its end."""
        return 100.0 if math.isinf(value) else min(max(self.at(value), 0.0), 100.0)


def axis_of(rows: Sequence[Row]) -> Axis:
    """The line on which all claims of a figure have room."""
    points = [point for row in rows for point in (row.value, row.typical_low, row.typical_high) if math.isfinite(point)]
    low, high = min(points), max(points)
    bare = Axis(low=low, high=high, logarithmic=low > 0 and high / low >= _LOGARITHMIC)
    ticks = tuple((bare.at(value), _anchor(bare.at(value)), words.number(value)) for value in _marks(bare))
    return Axis(low=low, high=high, logarithmic=bare.logarithmic, ticks=ticks)


def _marks(axis: Axis) -> Iterable[float]:
    if axis.low == axis.high:
        return [axis.low]
    if axis.logarithmic:
        return _powers(math.ceil(math.log10(axis.low)), math.floor(math.log10(axis.high))) or [axis.low, axis.high]
    step = _nice((axis.high - axis.low) / _TICKS)
    first = math.ceil(axis.low / step - 1e-9)
    return [number * step for number in range(first, math.floor(axis.high / step + 1e-9) + 1)]


def _powers(first: int, last: int) -> list[float]:
    return [10.0**power for power in range(first, last + 1, max(1, (last - first) // _TICKS))]


def _nice(step: float) -> float:
    """The next 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(step))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= step * 0.999)


def _anchor(at: float) -> str:
    return "start" if at < 8 else "end" if at > 92 else "middle"
