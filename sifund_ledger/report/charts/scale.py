"""What charts share: a scale in round steps, the unit of its figures, text and elements of SVG. Whole numbers alone."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final, NamedTuple

from sifund_ledger.amounts import ORE_PER_UNIT, Language, Unit, decimals_of, format_amount
from sifund_ledger.written import on_one_line

WIDTH: Final = 360
LEFT: Final = 44
"""The least room for the amounts beside an axis."""
RIGHT: Final = 8
TOP: Final = 12
BOTTOM: Final = 24
PLOT: Final = 150
"""The plot's height; all are units of the picture's own coordinates, about a pixel each."""
_STEPS: Final = 4


class Scale(NamedTuple):
    """An axis of amounts: its lowest and highest value and its step, öre."""

    low: int
    high: int
    step: int

    def y(self, ore: int) -> int:
        """How far down an amount stands."""
        return TOP + (self.high - ore) * PLOT // (self.high - self.low)

    @property
    def ticks(self) -> range:
        """The amounts at which there is a line."""
        return range(self.low, self.high + 1, self.step)


def scale_of(values: Iterable[int], finest: int = 1) -> Scale:
    """A scale with zero in it and round steps: 1, 2 or 5 times a power of ten, at most about four of them, none below
    the ``finest``.

    >>> scale_of([3_700]), scale_of([-100, 900])
    (Scale(low=0, high=4000, step=1000), Scale(low=-500, high=1000, step=500))
    """
    given = [0, *values]
    low, high = min(given), max(given)
    least = max(finest, -(-(high - low) // _STEPS))
    power = 10 ** (len(str(least)) - 1)
    step = next(each * power for each in (1, 2, 5, 10) if each * power >= least)
    low, high = -(-low // -step) * -step if low < 0 else 0, -(-high // step) * step
    return Scale(low, high if high > low else low + step, step)


def unit_of(values: Iterable[int]) -> Unit:
    """The largest unit in which the amounts are not mostly decimals.

    >>> unit_of([250_000_000]), unit_of([1_500_000]), unit_of([90_000])
    ('mkr', 'tkr', 'kr')
    """
    largest = max((abs(value) for value in values), default=0)
    units: tuple[Unit, ...] = ("mkr", "tkr")
    return next((unit for unit in units if largest >= 2 * ORE_PER_UNIT[unit]), "kr")


def figure(ore: int, unit: Unit, language: Language) -> str:
    """An amount on an axis or beside a bar: at most one decimal, none where it is large; as in the tables where the
    report rounds."""
    if decimals_of(unit) is not None:
        return format_amount(ore, unit, language=language)
    return format_amount(
        ore, unit, 0 if ore % ORE_PER_UNIT[unit] == 0 or abs(ore) >= 100 * ORE_PER_UNIT[unit] else 1, language
    )


_WIDE: Final = {"\u2212": 65, "\u00a0": 31, " ": 31, ",": 31, ".": 31}
_DIGIT: Final = 62
"""How wide signs are in the letters of an axis, in tenths."""


def left_of(scale: Scale, unit: Unit, language: Language) -> int:
    """Where the plot begins: to the right of its longest amount.

    >>> left_of(scale_of([-100_000_000]), "kr", "sv"), left_of(scale_of([100]), "kr", "sv")
    (64, 44)
    """
    figures = (figure(tick, unit, language) for tick in scale.ticks)
    longest = max(sum(_WIDE.get(sign, _DIGIT) for sign in said) for said in figures)
    return max(LEFT, 8 + longest // 10)


def text(x: int, y: int, said: str, kind: str = "", anchor: str = "") -> str:
    """Text that stays text."""
    names = f' class="{kind}"' if kind else ""
    end = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{x}" y="{y}"{names}{end}>{escape(on_one_line(said))}</text>'


def short(said: str, most: int) -> str:
    """A name cut where it would not fit.

    >>> short("Resultatutjämningsreserv", 12)
    'Resultatutj…'
    """
    flat = on_one_line(said)
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def axis(scale: Scale, left: int, unit: Unit, language: Language) -> str:
    """Thin lines at the steps with their amounts before them, and the line of zero."""
    parts = []
    for tick in scale.ticks:
        y = scale.y(tick)
        kind = "zero" if tick == 0 else "rule"
        parts.append(f'<path class="{kind}" d="M{left} {y}H{WIDTH - RIGHT}"/>')
        parts.append(text(left - 6, y + 4, figure(tick, unit, language), "tick", "end"))
    return "".join(parts)


def label_step(count: int) -> int:
    """Every how manyth label is written below the axis, so that they do not touch."""
    return max(1, -(-count // 8))


def below(labels: Iterable[str], centres: Iterable[int]) -> str:
    """Labels below the axis: the last always, the others as there is room."""
    pairs = list(zip(labels, centres, strict=True))
    step = label_step(len(pairs))
    shown = pairs[::-1][::step]
    return "".join(text(x, TOP + PLOT + 17, short(label, 10), "tick", "middle") for label, x in reversed(shown))
