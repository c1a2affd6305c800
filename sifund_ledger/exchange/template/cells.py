"""What a field has of a cell (cellens värde): the value that a file of text would have, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal, cast

from sifund_ledger.amounts import DECIMALS, ORE_PER_UNIT, Unit
from sifund_ledger.exchange.template import findings as codes
from sifund_ledger.exchange.template.sheet import CellError, Uncomputed, Value
from sifund_ledger.fields.kinds import SHARE, Kind
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.written import cleaned

Form = Literal["whole", "number", "flag", "day", "word", "several", "text"]
"""What a field takes of a workbook."""
_NEAR: Final = Decimal("0.0001")
"""How far from a whole öre a number may be, in öre, as programs compute with numbers of two."""
_BETWEEN: Final = re.compile(r"[;\n]+")
_DAY: Final = Bilingual("ett datum", "a date")
_TRUTH: Final = Bilingual("sant eller falskt", "true or false")
_NUMBER: Final = Bilingual("ett tal", "a number")


def form_of(kind: Kind) -> Form:
    """What a field of a kind takes of a cell.

    >>> from sifund_ledger.fields.kinds import AMOUNT, DAY, YEAR
    >>> form_of(AMOUNT), form_of(DAY), form_of(YEAR)
    ('number', 'day', 'whole')
    """
    schema = schema_of(kind)
    if kind.parts:
        return "several"
    if "enum" in schema:
        return "word"
    if schema.get("format") == "date":
        return "day"
    plain: Mapping[str, Form] = {"integer": "whole", "boolean": "flag", "string": "text"}
    stated = schema.get("type")
    return plain.get(stated, "number") if isinstance(stated, str) else "number"


def schema_of(kind: Kind) -> Mapping[str, Any]:
    """What a cell can have of a kind: one of its words, where a file can have other things too, as own rules."""
    words = (each for each in kind.schema.get("anyOf", ()) if "enum" in each)
    return cast(Mapping[str, Any], next(words, kind.schema))


def taken(value: Value, kind: Kind, place: str, unit: Unit = "kr") -> tuple[Any, Finding | None]:
    """What a field of a kind has of a cell, as a file would have it, and a finding where it has nothing it can use.

    With a finding there is still a value, so that the field does not count as left out.
    """
    form = form_of(kind)
    if isinstance(value, Uncomputed):
        return str(value), codes.CELL_WITHOUT_VALUE.at(place)
    if isinstance(value, CellError):
        return str(value), codes.CELL_HAS_ERROR.at(place, error=str(value))
    if isinstance(value, bool):
        return (value, None) if form == "flag" else (value, _other(_TRUTH, kind, place))
    if isinstance(value, date):
        return (value, None) if form == "day" else (value.isoformat(), _other(_DAY, kind, place))
    if isinstance(value, int | Decimal):
        return _of_number(value, kind, form, place, unit)
    return _of_text(value, kind, form), None


def _other(given: Bilingual, kind: Kind, place: str) -> Finding:
    example = Bilingual(kind.typed("sv"), kind.typed("en"))
    return codes.CELL_OF_OTHER_KIND.at(place, given=given, wanted=kind.words, example=example)


def _of_number(value: int | Decimal, kind: Kind, form: Form, place: str, unit: Unit) -> tuple[Any, Finding | None]:
    if form == "whole":
        return value, None
    if form == "number":
        return (value if kind.name == SHARE.name else to_the_ore(value, unit)), None
    if form in ("day", "flag", "word"):
        return str(value), _other(_NUMBER, kind, place)
    return (str(value) if form == "text" else _parts(str(value), kind)), None


def to_the_ore(number: int | Decimal, unit: Unit) -> int | Decimal:
    """A number without what a program's arithmetic has added to whole öre; any other as it is.

    >>> to_the_ore(Decimal("0.300000000001"), "kr"), to_the_ore(Decimal("12.345"), "kr"), to_the_ore(5, "mkr")
    (Decimal('0.30'), Decimal('12.345'), 5)
    """
    if isinstance(number, int):
        return number
    ore = number * ORE_PER_UNIT[unit]
    meant = ore.to_integral_value()
    return meant.scaleb(-DECIMALS[unit]) if abs(ore - meant) <= _NEAR else number


def _of_text(text: str, kind: Kind, form: Form) -> Any:
    plain = cleaned(text)
    if form == "whole" and plain.isascii() and plain.isdigit() and len(plain) < 10:
        return int(plain)
    if form == "word":
        return plain.casefold() if plain.casefold() in {*kind.said.values(), *kind.said} else plain
    return _parts(text, kind) if form == "several" else text


def _parts(text: str, kind: Kind) -> Any:
    """What stands in a cell for several values: apart by semicolons or line breaks, as options of a command are."""
    texts = [cleaned(part) for part in _BETWEEN.split(text) if cleaned(part)]
    return kind.parts(texts) if kind.parts else text
