"""Amounts: integer öre inside, ``moneyed.Money`` in kronor at the public boundary, never a float.

One krona is 100 öre. Nothing is rounded here but by :func:`round_ore`, whose rule is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final, Literal

from moneyed import SEK, Money

from sifund_ledger.errors import AmountRefused
from sifund_ledger.findings import Finding, FindingCode, Severity

MAX_ORE: Final = 10**15
"""The largest magnitude of one amount: 10 000 000 000 000 kronor, in öre."""

Unit = Literal["kr", "tkr", "mkr"]
ORE_PER_UNIT: Final[dict[Unit, int]] = {"kr": 100, "tkr": 100_000, "mkr": 100_000_000}
_DECIMALS: Final[dict[Unit, int]] = {"kr": 2, "tkr": 5, "mkr": 8}

_KRONOR = "Give kronor as text, an integer or a Decimal: sek('1 234 567,50')."
_KRONOR_SV = "Ange kronor som text, heltal eller Decimal: sek('1 234 567,50')."
AMOUNT_IS_FLOAT = FindingCode(
    "AMOUNT_IS_FLOAT",
    Severity.ERROR,
    en="{value} is a float, and a float is no exact amount.",
    sv="{value} är ett flyttal, och ett flyttal är inget exakt belopp.",
    remedy_en=_KRONOR,
    remedy_sv=_KRONOR_SV,
)
AMOUNT_UNREADABLE = FindingCode(
    "AMOUNT_UNREADABLE",
    Severity.ERROR,
    en="{value} is not an amount.",
    sv="{value} är inget belopp.",
    remedy_en=_KRONOR,
    remedy_sv=_KRONOR_SV,
)
AMOUNT_NOT_FINITE = FindingCode(
    "AMOUNT_NOT_FINITE",
    Severity.ERROR,
    en="{value} is not a finite amount.",
    sv="{value} är inget ändligt belopp.",
    remedy_en=_KRONOR,
    remedy_sv=_KRONOR_SV,
)
AMOUNT_BELOW_ORE = FindingCode(
    "AMOUNT_BELOW_ORE",
    Severity.ERROR,
    en="{value} {unit} is not a whole number of öre.",
    sv="{value} {unit} är inte ett helt antal öre.",
    remedy_en="Round it yourself, by a rule you can name, before it is recorded.",
    remedy_sv="Avrunda själv, enligt en regel som kan anges, innan beloppet registreras.",
)
AMOUNT_AMBIGUOUS = FindingCode(
    "AMOUNT_AMBIGUOUS",
    Severity.ERROR,
    en="{value} has three digits after its point or comma: thousands or decimals, which cannot be told.",
    sv="{value} har tre siffror efter sin punkt eller sitt komma: tusental eller decimaler, det går inte att avgöra.",
    remedy_en="Write thousands with a space or nothing, 12 000, and kronor with at most two decimals, 12,00.",
    remedy_sv="Skriv tusental med mellanslag eller inget, 12 000, och kronor med högst två decimaler, 12,00.",
)
AMOUNT_TOO_LARGE = FindingCode(
    "AMOUNT_TOO_LARGE",
    Severity.ERROR,
    en="{value} {unit} is above the limit of 10 000 000 000 000 kr.",
    sv="{value} {unit} överstiger gränsen 10 000 000 000 000 kr.",
    remedy_en="Check the unit: kr, tkr or mkr.",
    remedy_sv="Kontrollera enheten: kr, tkr eller mkr.",
)
AMOUNT_FOREIGN = FindingCode(
    "AMOUNT_FOREIGN",
    Severity.ERROR,
    en="{value} is in {currency}; the books are kept in Swedish kronor.",
    sv="{value} är i {currency}; räkenskaperna förs i svenska kronor.",
    remedy_en="Convert it to SEK first.",
    remedy_sv="Räkna om till SEK först.",
    citation="LKBR 9:4",
)
AMOUNT_NOT_POSITIVE = FindingCode(
    "AMOUNT_NOT_POSITIVE",
    Severity.ERROR,
    en="{amount} kr is not above zero.",
    sv="{amount} kr är inte över noll.",
    remedy_en="Give the amount without a sign; take back an earlier record with book.correct().",
    remedy_sv="Ange beloppet utan tecken; ta tillbaka en tidigare post med book.correct().",
)
CODES = (
    AMOUNT_NOT_POSITIVE,
    AMOUNT_IS_FLOAT,
    AMOUNT_UNREADABLE,
    AMOUNT_NOT_FINITE,
    AMOUNT_BELOW_ORE,
    AMOUNT_AMBIGUOUS,
    AMOUNT_TOO_LARGE,
    AMOUNT_FOREIGN,
)

Amount = Money | Decimal | int | str
"""What the public boundary takes for an amount in kronor."""

_LONGEST_TEXT: Final = 64
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?: \d{3})*(?:[.,]\d+)?")
_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"\s*[+\u2212-]?\s*[1-9]\d{0,2}(?:\s\d{3})*[.,]\d{3}\s*")


def perhaps_thousands(text: str) -> bool:
    """Whether an amount in kronor has three digits after its only point or comma (kanske tusental).

    Kronor have two decimals at most, so it may well be thousands; in thousands and millions of kronor it is decimals.

    >>> [perhaps_thousands(text) for text in ("12.000", "12.00", "0.125", "1250.500")]
    [True, False, False, False]
    """
    return len(text) <= _LONGEST_TEXT and _THOUSANDS.fullmatch(text) is not None


def _read_text(text: str) -> Decimal | None:
    if len(text) > _LONGEST_TEXT:
        return None
    cleaned = _SPACES.sub(" ", text.replace("\u2212", "-").strip())
    if cleaned[:2] in ("- ", "+ "):
        cleaned = cleaned[0] + cleaned[2:]
    if not cleaned.isascii() or not (_PLAIN.fullmatch(cleaned) or _GROUPED.fullmatch(cleaned)):
        return None
    return Decimal(cleaned.replace(" ", "").replace(",", "."))


def to_ore(value: object, *, unit: Unit = "kr", place: str = "amount") -> int:
    """The amount in whole öre (positive or negative as given); ``unit`` is kr, tkr or mkr.

    Takes ``Money`` in SEK, ``Decimal``, ``int`` or text (``1 234 567,50``, ``1234567.50``, ``−5``). Raises
    :class:`~sifund_ledger.errors.AmountRefused` for a float, NaN, infinity, parts of an öre, another currency,
    more than 10^15 öre, or a text of kronor such as ``12.000``, which may be thousands.

    >>> to_ore("1 234 567,50"), to_ore("-0.3", unit="mkr"), to_ore(10)
    (123456750, -30000000, 1000)
    """
    if isinstance(value, Money):
        if value.currency != SEK:
            raise AmountRefused([AMOUNT_FOREIGN.at(place, value=value.amount, currency=value.currency.code)])
        value = value.amount
    if isinstance(value, float):
        raise AmountRefused([AMOUNT_IS_FLOAT.at(place, value=value)])
    if isinstance(value, bool):
        raise AmountRefused([AMOUNT_UNREADABLE.at(place, value=value)])
    number: Decimal | int | None = value if isinstance(value, int | Decimal) else None
    if isinstance(value, str):
        number = _read_text(value)
    if number is None:
        raise AmountRefused([AMOUNT_UNREADABLE.at(place, value=repr(value)[:80])])
    if isinstance(value, str) and unit == "kr" and perhaps_thousands(value):
        raise AmountRefused([AMOUNT_AMBIGUOUS.at(place, value=value.strip())])
    if isinstance(number, Decimal) and not number.is_finite():
        raise AmountRefused([AMOUNT_NOT_FINITE.at(place, value=number)])
    if not -MAX_ORE <= number <= MAX_ORE:
        raise AmountRefused([AMOUNT_TOO_LARGE.at(place, value=value, unit=unit)])
    # A tiny exponent is refused before it is expanded into a fraction of as many digits.
    if isinstance(number, Decimal) and number and number.adjusted() < -_DECIMALS[unit] - 1:
        raise AmountRefused([AMOUNT_BELOW_ORE.at(place, value=value, unit=unit)])
    exact = Fraction(number) * ORE_PER_UNIT[unit]
    if exact.denominator != 1:
        raise AmountRefused([AMOUNT_BELOW_ORE.at(place, value=value, unit=unit)])
    if abs(exact.numerator) > MAX_ORE:
        raise AmountRefused([AMOUNT_TOO_LARGE.at(place, value=value, unit=unit)])
    return exact.numerator


def positive_ore(value: object, place: str) -> tuple[int, list[Finding]]:
    """An amount that must be above zero, in öre, and what is wrong with it.

    Where something is wrong one öre stands in, so that a command's other reasons can be found in the same go.

    >>> positive_ore("2 500 000", "use")
    (250000000, [])
    >>> [finding.code for finding in positive_ore("-1", "use")[1]]
    ['AMOUNT_NOT_POSITIVE']
    """
    try:
        ore = to_ore(value, place=place)
    except AmountRefused as refusal:
        return 1, list(refusal.findings)
    return (ore, []) if ore > 0 else (1, [AMOUNT_NOT_POSITIVE.at(place, amount=format_amount(ore))])


def sek(value: Amount) -> Money:
    """Kronor as ``Money``, exact to the öre. Raises as :func:`to_ore`.

    >>> sek("1 234 567,50").amount
    Decimal('1234567.50')
    >>> sek("1234567.50") == sek("1 234 567,50")
    True
    """
    return from_ore(to_ore(value))


def from_ore(ore: int) -> Money:
    """Öre as ``Money`` in kronor.

    >>> from_ore(-1050).amount
    Decimal('-10.50')
    """
    return Money(Decimal(ore).scaleb(-2), SEK)


class Rounding(StrEnum):
    """A named rule of rounding (avrundningsregel). The statutes name none; half away from zero is the default."""

    HALF_AWAY_FROM_ZERO = "half_away_from_zero"
    HALF_EVEN = "half_even"
    TOWARDS_ZERO = "towards_zero"
    DOWN = "down"
    UP = "up"


def round_ore(exact: Fraction | int, rounding: Rounding = Rounding.HALF_AWAY_FROM_ZERO, *, step: int = 1) -> int:
    """An exact number of öre rounded to a multiple of ``step`` öre, by the named rule.

    ``DOWN`` is towards minus infinity, ``UP`` towards plus infinity.

    >>> round_ore(Fraction(5, 2)), round_ore(Fraction(-5, 2)), round_ore(Fraction(5, 2), Rounding.HALF_EVEN)
    (3, -3, 2)
    >>> round_ore(123_456, step=100)
    123500
    """
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
    """How many decimals print every amount exactly in the unit; in kronor either none or two.

    >>> decimals_needed([2_820_000_000, -950_000_000], "mkr"), decimals_needed([100, 150])
    (1, 2)
    """
    needed = 0
    for amount in amounts_ore:
        while amount % (ORE_PER_UNIT[unit] // 10**needed):
            needed += 1
    return 2 if unit == "kr" and needed else needed


def format_amount(amount_ore: int, unit: Unit = "kr", decimals: int | None = None) -> str:
    """The amount as Swedish reports print it: spaces between thousands, decimal comma, a real minus sign.

    Without ``decimals`` as many as the amount needs; with fewer the amount is rounded half away from zero.

    >>> format_amount(123_456_750), format_amount(-150_000_000), format_amount(1_550_000_000, "mkr")
    ('1 234 567,50', '−1 500 000', '15,5')
    """
    places = decimals_needed([amount_ore], unit) if decimals is None else decimals
    places = min(places, _DECIMALS[unit])
    step = ORE_PER_UNIT[unit] // 10**places
    units = round_ore(amount_ore, step=step) // step
    whole, part = divmod(abs(units), 10**places)
    text = f"{whole:,}".replace(",", " ")
    if places:
        text += f",{part:0{places}d}"
    return f"\u2212{text}" if units < 0 else text


def canonical_amount(amount_ore: int, unit: Unit = "kr") -> str:
    """The amount as files and JSON have it: decimal point, no exponent, no trailing zeros, no ``-0``.

    >>> canonical_amount(150), canonical_amount(-16_000_000_000, "mkr"), canonical_amount(0)
    ('1.5', '-160', '0')
    """
    whole, part = divmod(abs(amount_ore), ORE_PER_UNIT[unit])
    text = str(whole)
    if part:
        text += f".{part:0{_DECIMALS[unit]}d}".rstrip("0")
    return f"-{text}" if amount_ore < 0 else text
