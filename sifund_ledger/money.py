"""Amounts: integer öre inside, ``moneyed.Money`` in kronor at the public boundary, never a float.

One krona is 100 öre. Rounding, splitting and printing whole öre is in ``amounts``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from moneyed import SEK, Money

from sifund_ledger.amounts import DECIMALS, MAX_ORE, ORE_PER_UNIT, Unit
from sifund_ledger.citations import LKBR
from sifund_ledger.errors import AmountRefused
from sifund_ledger.findings import Finding, declared, error, shown
from sifund_ledger.written import Mark, written_amount

_KRONOR = 'Write a decimal number as text, such as "1 234 567,50".'
_KRONOR_SV = 'Skriv ett decimaltal som text, till exempel "1 234 567,50".'
AMOUNT_IS_FLOAT = error(
    "{value} är ett flyttal, som inte är exakt.",
    "{value} is a float, which is not exact.",
    'Skriv det som text: "{text}".',
    'Write it as text: "{text}".',
)
AMOUNT_UNREADABLE = error(
    "{value} är inget belopp.",
    "{value} is not an amount.",
    _KRONOR_SV,
    _KRONOR,
)
AMOUNT_NOT_FINITE = error(
    "{value} är inget ändligt belopp.",
    "{value} is not a finite amount.",
    _KRONOR_SV,
    _KRONOR,
)
AMOUNT_BELOW_ORE = error(
    "{value} {unit} är inte ett helt antal öre.",
    "{value} {unit} is not a whole number of öre.",
    "Avrunda beloppet innan det registreras, enligt en angiven regel.",
    "Round the amount before it is recorded, by a stated rule.",
)
AMOUNT_AMBIGUOUS = error(
    "{value} har tre siffror efter punkt eller komma. Oklart: tusental eller decimaler?",
    "{value} has three digits after its point or comma. Unclear: thousands or decimals?",
    "Skriv tusental med mellanslag eller inget, 12 000, och högst två decimaler, 12,00; eller fler än tre, 12,0000.",
    "Write thousands with a space or nothing, 12 000, and at most two decimals, 12,00; or more than three, 12,0000.",
)
AMOUNT_IN_OTHER_UNIT = error(
    "{value} är i en annan enhet; här är beloppen i {unit}.",
    "{value} is in another unit; the amounts here are in {unit}.",
    "Skriv beloppet i {unit}, utan enhet.",
    "Write the amount in {unit}, without a unit.",
)
AMOUNT_TOO_LARGE = error(
    "{value} {unit} överstiger gränsen 10 000 000 000 000 kr.",
    "{value} {unit} is above the limit of 10 000 000 000 000 kr.",
    "Kontrollera enheten: kr, tkr eller mkr.",
    "Check the unit: kr, tkr or mkr.",
)
AMOUNT_FOREIGN = error(
    "{value} är i {currency}; räkenskaperna förs i svenska kronor.",
    "{value} is in {currency}; the books are kept in Swedish kronor.",
    "Räkna om till SEK först.",
    "Convert it to SEK first.",
    cites=LKBR("9:4"),
)
AMOUNT_NOT_POSITIVE = error(
    "{amount} kr är inte över noll.",
    "{amount} kr is not above zero.",
    "Ange beloppet utan tecken; ta tillbaka en tidigare post så här: {do.correct}.",
    "Give the amount without a sign; take back an earlier record like this: {do.correct}.",
)
CODES = declared(globals())

Amount = Money | Decimal | int | str
"""What the public boundary takes for an amount in kronor."""

_MOST_DIGITS: Final = 40


class FloatLiteral(float):
    """A number of a file without an exact amount, as it is written there: ``12.5``, ``1e3``, ``nan``."""

    def __new__(cls, written: str) -> FloatLiteral:
        """The number that is written."""
        number = super().__new__(cls, written)
        number.written = written
        return number

    written: str

    def __repr__(self) -> str:
        return self.written

    __str__ = __repr__


def _float_fault(value: float, place: str) -> Finding:
    """A float is read no further, but for the text that it may stand for."""
    number = Decimal(str(value).replace("_", ""))
    long = not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS
    text = "1234.5" if long else f"{number:f}"
    if isinstance(value, FloatLiteral) and (read := written_amount(text)) and read.unclear:
        return AMOUNT_AMBIGUOUS.at(place, value=value)
    return AMOUNT_IS_FLOAT.at(place, value=shown(value), text=text)


def _number_of(text: str, unit: Unit, decimal: Mark, place: str) -> Decimal:
    """The number that a text stands for, in the unit."""
    read = written_amount(text)
    if read is None:
        raise AmountRefused([AMOUNT_UNREADABLE.at(place, value=shown(text))])
    if read.unit not in ("", unit):
        raise AmountRefused([AMOUNT_IN_OTHER_UNIT.at(place, value=text.strip(), unit=unit)])
    if read.unclear and not decimal:
        raise AmountRefused([AMOUNT_AMBIGUOUS.at(place, value=text.strip())])
    return read.by(decimal)


def to_ore(value: object, *, unit: Unit = "kr", place: str = "amount", decimal: Mark = "") -> int:
    """The amount in whole öre (positive or negative as given); ``unit`` is kr, tkr or mkr.

    Takes ``Money`` in SEK, ``Decimal``, ``int`` or text (``1 234 567,50``, ``1.234.567,50``, ``−5``, ``(5 kr)``).
    Raises :class:`~sifund_ledger.errors.AmountRefused` for a float, NaN, infinity, parts of an öre, another currency,
    more than 10^15 öre, or a text such as ``12.000``, which may be thousands: unless ``decimal`` says which mark is
    the decimal one where the text comes from.

    >>> to_ore("1 234 567,50"), to_ore("-0.3", unit="mkr"), to_ore(10)
    (123456750, -30000000, 1000)
    >>> to_ore("12.000", decimal=",")
    1200000
    """
    if isinstance(value, Money):
        if value.currency != SEK:
            raise AmountRefused([AMOUNT_FOREIGN.at(place, value=value.amount, currency=value.currency.code)])
        value = value.amount
    if isinstance(value, float):
        raise AmountRefused([_float_fault(value, place)])
    number = _number_of(value, unit, decimal, place) if isinstance(value, str) else value
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        if callable(refusal := getattr(value, "not_an_amount", None)):  # what says itself why it is none
            raise AmountRefused([refusal(place)])
        raise AmountRefused([AMOUNT_UNREADABLE.at(place, value=shown(value))])
    if isinstance(number, Decimal) and not number.is_finite():
        raise AmountRefused([AMOUNT_NOT_FINITE.at(place, value=str(number))])  # as text: some have no hash
    if not -MAX_ORE <= number <= MAX_ORE:
        raise AmountRefused(
            [AMOUNT_TOO_LARGE.at(place, value=shown(value) if type(value) is int else value, unit=unit)]
        )
    # A tiny exponent is refused before it is expanded into a ratio of as many digits.
    if isinstance(number, Decimal) and number and number.adjusted() < -DECIMALS[unit] - 1:
        raise AmountRefused([AMOUNT_BELOW_ORE.at(place, value=value, unit=unit)])
    numerator, denominator = number.as_integer_ratio()
    ore, below_ore = divmod(numerator * ORE_PER_UNIT[unit], denominator)
    if below_ore:
        raise AmountRefused([AMOUNT_BELOW_ORE.at(place, value=value, unit=unit)])
    if abs(ore) > MAX_ORE:
        raise AmountRefused([AMOUNT_TOO_LARGE.at(place, value=value, unit=unit)])
    return ore


def sek(value: Amount) -> Money:
    """Kronor as ``Money``, exact to the öre. Raises as :func:`to_ore`.

    >>> sek("1 234 567,50").amount
    Decimal('1234567.50')
    >>> sek("1234567.50") == sek("1 234 567,50")
    True
    """
    return from_ore(to_ore(value))


class InKronor(property):
    """An amount in kronor: that of the attribute with the same name and ``_ore`` behind it, or of ``ore`` by name.

    >>> class Left:
    ...     left_ore = 150
    ...     left = InKronor("What is left, in kronor.")
    >>> Left().left.amount
    Decimal('1.50')
    """

    def __init__(self, doc: str, ore: str = "") -> None:
        super().__init__(self._money)
        self.__doc__ = doc
        self._ore = ore

    def __set_name__(self, owner: type, name: str) -> None:
        self._ore = self._ore or f"{name}_ore"

    def _money(self, of: object) -> Money:
        return from_ore(getattr(of, self._ore))

    if TYPE_CHECKING:

        def __get__(self, of: object, owner: type | None = None) -> Money: ...  # type: ignore[override]


class InKronorIfKnown(InKronor):
    """An amount in kronor as :class:`InKronor` has it; ``None`` where it is unknown."""

    def _money(self, of: object) -> Money:
        return from_ore(getattr(of, self._ore)) if getattr(of, self._ore) is not None else None  # type: ignore[return-value]

    if TYPE_CHECKING:

        def __get__(self, of: object, owner: type | None = None) -> Money | None: ...  # type: ignore[override]


def from_ore(ore: int) -> Money:
    """Öre as ``Money`` in kronor.

    >>> from_ore(-1050).amount
    Decimal('-10.50')
    """
    return Money(Decimal(ore).scaleb(-2), SEK)
