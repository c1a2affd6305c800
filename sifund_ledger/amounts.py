"""Whole öre: rounding by named rules, splitting without remainder, and how an amount is printed.

Knows nothing of what is wrong with an amount: ``money`` reads and refuses.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Final, Literal

Language = Literal["sv", "en"]
Unit = Literal["kr", "tkr", "mkr"]
MAX_ORE: Final = 10**15
"""The largest magnitude of one amount: 10 000 000 000 000 kronor, in öre."""
ORE_PER_UNIT: Final[dict[Unit, int]] = {"kr": 100, "tkr": 100_000, "mkr": 100_000_000}
DECIMALS: Final[dict[Unit, int]] = {"kr": 2, "tkr": 5, "mkr": 8}
"""How many decimals express an öre in each unit."""
DECIMALS_OF_REPORTS: Final[dict[Unit, int | None]] = {"kr": None, "tkr": 0, "mkr": 1}
"""How many decimals reports print in each unit (R30); in kronor every öre, as published reports have tkr and mkr so."""
DECIMAL_MARK: Final[dict[Language, str]] = {"sv": ",", "en": "."}
"""The decimal mark of a language; thousands are set apart by a space in both, which no reader takes for decimals."""


class RoundedUnit(str):
    """A unit whose amounts are printed with a number of decimals, rounded (enhet med decimaler).

    It is the unit in every other respect, so that a sentence and a table that are given it round alike.

    >>> unit = rounded_unit("tkr", 0)
    >>> unit == "tkr", amount_in_unit(155_050_000, unit)
    (True, '1 551 tkr')
    """

    __slots__ = ("decimals",)
    decimals: int

    def __new__(cls, unit: str, decimals: int) -> RoundedUnit:
        """The unit with its decimals."""
        made = super().__new__(cls, unit)
        made.decimals = decimals
        return made


def rounded_unit(unit: Unit, decimals: int | None) -> Unit:
    """The unit with a number of decimals; itself without one, which prints every amount exactly."""
    return unit if decimals is None else RoundedUnit(unit, decimals)  # type: ignore[return-value]  # it equals the unit


def decimals_of(unit: Unit) -> int | None:
    """The decimals that a unit rounds to; ``None`` where it prints every amount exactly."""
    return getattr(unit, "decimals", None)


class Rounding(StrEnum):
    """A named rule of rounding (avrundningsregel). The statutes name none; half away from zero is the default."""

    HALF_AWAY_FROM_ZERO = "half_away_from_zero"
    HALF_EVEN = "half_even"
    TOWARDS_ZERO = "towards_zero"
    DOWN = "down"
    UP = "up"


def round_ore(exact: Fraction | int, rounding: Rounding = Rounding.HALF_AWAY_FROM_ZERO, *, step: int = 1) -> int:
    """An exact number of öre rounded to a multiple of ``step`` öre, by the named rule.

    ``DOWN`` is towards minus infinity, ``UP`` towards plus infinity. Raises ``ValueError`` for a step below one öre.

    >>> round_ore(Fraction(5, 2)), round_ore(Fraction(-5, 2)), round_ore(Fraction(5, 2), Rounding.HALF_EVEN)
    (3, -3, 2)
    >>> round_ore(123_456, step=100)
    123500
    """
    if step < 1:
        raise ValueError("a step is one öre or more")
    scaled = Fraction(exact) / step
    floor = scaled.numerator // scaled.denominator
    rest = scaled - floor
    half = Fraction(1, 2)
    if rounding is Rounding.DOWN:
        up = False
    elif rounding is Rounding.UP:
        up = rest > 0
    elif rounding is Rounding.TOWARDS_ZERO:
        up = rest > 0 and floor < 0
    elif rounding is Rounding.HALF_EVEN:
        up = rest > half or (rest == half and floor % 2 == 1)
    else:
        up = rest > half or (rest == half and floor >= 0)
    return (floor + up) * step


def split(amount_ore: int, weights: Sequence[int] | Sequence[Fraction]) -> tuple[int, ...]:
    """The amount in öre divided by weights, in parts that sum to it exactly (fördelning).

    Each part is the exact share rounded towards zero; the öre left over go one by one to the largest
    remainders, the first of equals first. Raises ``ValueError`` for no weights, a negative one, or a sum of zero.

    >>> split(100, [1, 1, 1])
    (34, 33, 33)
    >>> split(-100, [1, 1, 1])
    (-34, -33, -33)
    """
    exact = [Fraction(weight) for weight in weights]
    total = sum(exact, start=Fraction(0))
    if total <= 0 or any(weight < 0 for weight in exact):
        raise ValueError("weights must be non-negative and not all zero")
    sign = -1 if amount_ore < 0 else 1
    shares = [Fraction(abs(amount_ore)) * weight / total for weight in exact]
    parts = [share.numerator // share.denominator for share in shares]
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - shares[i], i))
    for i in by_remainder[: abs(amount_ore) - sum(parts)]:
        parts[i] += 1
    return tuple(sign * part for part in parts)


def decimals_needed(amounts_ore: Sequence[int], unit: Unit = "kr") -> int:
    """How many decimals print every amount exactly in the unit; in kronor either none or two. A unit that rounds has
    its own number.

    >>> decimals_needed([2_820_000_000, -950_000_000], "mkr"), decimals_needed([100, 150])
    (1, 2)
    """
    if (own := decimals_of(unit)) is not None:
        return own
    needed = 0
    for amount in amounts_ore:
        while amount % (ORE_PER_UNIT[unit] // 10**needed):
            needed += 1
    return 2 if unit == "kr" and needed else needed


def format_amount(amount_ore: int, unit: Unit = "kr", decimals: int | None = None, language: Language = "sv") -> str:
    """The amount as reports print it: spaces between thousands, the language's decimal mark, a real minus sign.

    Without ``decimals`` as many as the amount needs; with fewer the amount is rounded half away from zero.

    >>> format_amount(123_456_750), format_amount(-150_000_000), format_amount(1_550_000_000, "mkr", language="en")
    ('1 234 567,50', '−1 500 000', '15.5')
    """
    places = decimals_needed([amount_ore], unit) if decimals is None else decimals
    places = min(places, DECIMALS[unit])
    step = ORE_PER_UNIT[unit] // 10**places
    units, rest = divmod(amount_ore, step)
    if rest:
        units = round_ore(amount_ore, step=step) // step
    whole, part = divmod(abs(units), 10**places)
    text = f"{whole:,}".replace(",", " ")
    if places:
        text += f"{DECIMAL_MARK[language]}{part:0{places}d}"
    return f"\u2212{text}" if units < 0 else text


def amount_in_unit(amount_ore: int, unit: Unit = "kr", language: Language = "sv") -> str:
    """The amount with its unit, as a sentence has it.

    >>> amount_in_unit(1_550_000_000, "mkr"), amount_in_unit(-150, "kr", "en")
    ('15,5 mkr', '−1.50 kr')
    """
    return f"{format_amount(amount_ore, unit, language=language)} {unit}"


_DECIMALS_OF_SHARES: Final = 4
"""How many decimals of a per cent a share is printed with in full."""
_LARGE_SHARE: Final = Fraction(1, 10)


def decimals_of_share(share: Fraction) -> tuple[int, bool]:
    """How many decimals of a per cent a share is printed with, and whether it is rounded to them: one that needs more
    than four has one decimal, below 10 per cent three.

    >>> decimals_of_share(Fraction(3, 40)), decimals_of_share(Fraction(1, 3)), decimals_of_share(Fraction(1, 30))
    ((1, False), (1, True), (3, True))
    """
    needed = next((n for n in range(_DECIMALS_OF_SHARES + 1) if (share * 100 * 10**n).denominator == 1), None)
    if needed is not None:
        return needed, False
    return (1 if abs(share) >= _LARGE_SHARE else 3), True


def format_share(share: Fraction, decimals: int | None = None, language: Language = "sv") -> str:
    """The share as a percentage, with the decimals that :func:`decimals_of_share` says; one that is rounded has ≈
    before it, and ``decimals`` where they are given.

    >>> format_share(Fraction(3, 5)), format_share(Fraction(3, 40)), format_share(Fraction(-1, 3), 1, "en")
    ('60 %', '7,5 %', '≈ −33.3%')
    """
    percent = abs(share) * 100
    places, rounded = decimals_of_share(share)
    if rounded and decimals is not None:
        places = decimals
    whole, part = divmod(round(percent * 10**places), 10**places)
    text = f"{whole}{DECIMAL_MARK[language]}{part:0{places}d}" if places else str(whole)
    about, sign = "≈ " if rounded else "", "\u2212" if share < 0 else ""
    return f"{about}{sign}{text} %" if language == "sv" else f"{about}{sign}{text}%"


def canonical_amount(amount_ore: int, unit: Unit = "kr") -> str:
    """The amount as files and JSON have it: decimal point, no exponent, no trailing zeros, no ``-0``.

    >>> canonical_amount(150), canonical_amount(-16_000_000_000, "mkr"), canonical_amount(0)
    ('1.5', '-160', '0')
    """
    whole, part = divmod(abs(amount_ore), ORE_PER_UNIT[unit])
    text = str(whole)
    if part:
        text += f".{part:0{DECIMALS[unit]}d}".rstrip("0")
    return f"-{text}" if amount_ore < 0 else text
