"""The figures file as it travels: strict pydantic models whose keys are those of the file.

Every rule here speaks of one value: its type, its form, its range. A value that is refused carries the
:class:`~sifund_ledger.findings.Finding` that says so; :mod:`sifund_ledger.exchange.wire_faults` gives it its place.
Amounts arrive as whole öre, converted from the file's unit, which the validation context names (``None`` where the
file's unit is itself at fault).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final, Literal, TypeVar

try:
    from pydantic import (
        AfterValidator,
        BaseModel,
        BeforeValidator,
        ConfigDict,
        Field,
        PlainValidator,
        ValidationInfo,
        WithJsonSchema,
    )
    from pydantic_core import PydanticCustomError
except ModuleNotFoundError as error:  # pragma: no cover - the tests have it
    raise ModuleNotFoundError(
        "figures files need pydantic: pip install 'sifund-ledger[cli]'", name=error.name
    ) from None

from sifund_ledger.balance.figures.findings import FIGURE_NEGATIVE, GROUND_INCOMPLETE
from sifund_ledger.balance.figures.year_figures import (
    EntityKind,
    GroundEffect,
    Presentation,
    StatementKind,
)
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.errors import AmountRefused, Refused
from sifund_ledger.exchange import findings as codes
from sifund_ledger.exchange.document import FloatLiteral, show
from sifund_ledger.exchange.wire_faults import hints
from sifund_ledger.fields.findings import YEAR_OUT_OF_RANGE
from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.money import (
    AMOUNT_AMBIGUOUS,
    AMOUNT_BELOW_ORE,
    AMOUNT_TOO_LARGE,
    AMOUNT_UNREADABLE,
    MAX_ORE,
    perhaps_thousands,
    to_ore,
)

_LONGEST_DECISION: Final = 300
_MOST_DIGITS: Final = 40
E = TypeVar("E", bound=StrEnum)


class WireUnit(StrEnum):
    """The unit of a file's amounts (enhet): kronor, thousands or millions."""

    KR = "kr"
    TKR = "tkr"
    MKR = "mkr"


class Decisive(StrEnum):
    """Whether the result before or after the use of RUR tells whether there is a deficit."""

    AFTER = "after"
    BEFORE = "before"


def _fault(finding: Finding) -> PydanticCustomError:
    return PydanticCustomError("finding", "refused", {"finding": finding})


def _written_out(literal: FloatLiteral) -> str | None:
    """The number as decimal text without an exponent; ``None`` for NaN, infinity and what takes too many digits."""
    number = Decimal(literal.text.replace("_", ""))
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return None
    text = f"{number:f}"
    return text if len(text) <= _MOST_DIGITS else None


def _amount(value: object, info: ValidationInfo) -> int:
    unit = (info.context or {}).get("unit")
    shown = show(value)
    exact = _written_out(value) if isinstance(value, FloatLiteral) else None
    if exact is not None and unit == "kr" and perhaps_thousands(exact):
        raise _fault(AMOUNT_AMBIGUOUS.at(value=shown))
    if exact is not None:
        raise _fault(codes.FIGURES_AMOUNT_FLOAT.at(value=shown, text=exact))
    if not isinstance(value, str | int):
        raise _fault(codes.FIGURES_AMOUNT_UNREADABLE.at(value=shown))
    code = AMOUNT_TOO_LARGE.name
    # An integer of thousands of digits is never given on: Python will not print it.
    if isinstance(value, str) or abs(value) <= MAX_ORE:
        try:
            return to_ore(value, unit=unit or "kr")
        except AmountRefused as refusal:
            code = refusal.findings[0].code
    if code == AMOUNT_UNREADABLE.name:
        raise _fault(codes.FIGURES_AMOUNT_UNREADABLE.at(value=shown))
    if unit is None:
        return 0
    told = next(each for each in (AMOUNT_TOO_LARGE, AMOUNT_AMBIGUOUS, AMOUNT_BELOW_ORE) if each.name == code)
    raise _fault(told.at(value=shown, unit=unit))


def _magnitude(value: object, info: ValidationInfo) -> int:
    ore = _amount(value, info)
    if ore < 0:
        raise _fault(FIGURE_NEGATIVE.at(key=info.field_name, amount=show(value)))
    return ore


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise _fault(codes.FIGURES_DATE.at(value=show(value)))


def _decision(value: object) -> Decision:
    shown = value if isinstance(value, str) and len(value) <= _LONGEST_DECISION else show(value)
    try:
        return Decision.parse(_one_line(shown))
    except Refused as refusal:
        raise _fault(refusal.findings[0]) from None


def _fiscal(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _fault(YEAR_OUT_OF_RANGE.at(year=show(year)))
    return year


def _one_line(text: str) -> str:
    if any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in text):
        raise _fault(codes.FIGURES_TEXT_CONTROL.at(value=show(text)))
    return text


def _paragraphs(text: str) -> str:
    _one_line(text.replace("\n", " ").replace("\t", " "))
    return text


def _stated(text: str) -> str:
    if not text.strip():
        raise _fault(GROUND_INCOMPLETE.at(missing="reason", missing_sv="skäl"))
    return _paragraphs(text)


def one_of(values: type[E], **also: str) -> Callable[[object], object]:
    """A validator for a key that takes a few words; ``also`` are other spellings of them."""

    def chosen(value: object) -> object:
        word = also.get(value, value) if isinstance(value, str) else None
        if isinstance(word, str) and word in tuple(values):
            return values(word)
        allowed = ", ".join(values)
        raise _fault(codes.FIGURES_VALUE_UNKNOWN.at(value=show(value), allowed=allowed, **hints(value, list(values))))

    return chosen


_MANY: Final[Any] = Field(max_length=200)
_DECIMAL: Final[dict[str, Any]] = {
    "description": "an amount in the file's unit, as decimal text; an integer is exact too",
    "anyOf": [{"type": "string", "pattern": r"^[+\-−]?\s?\d[\d\s]*([.,]\d+)?$"}, {"type": "integer"}],
}
_POSITIVE: Final[dict[str, Any]] = {
    "description": "a magnitude in the file's unit, without a sign; the rule applies the sign",
    "anyOf": [{"type": "string", "pattern": r"^\+?\d[\d\s]*([.,]\d+)?$"}, {"type": "integer", "minimum": 0}],
}
Amount = Annotated[int, PlainValidator(_amount), WithJsonSchema(_DECIMAL)]
Magnitude = Annotated[int, PlainValidator(_magnitude), WithJsonSchema(_POSITIVE)]
Year = Annotated[
    int, AfterValidator(_fiscal), WithJsonSchema({"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR})
]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Line = Annotated[str, AfterValidator(_one_line)]
Text = Annotated[str, AfterValidator(_paragraphs)]
Reason = Annotated[str, AfterValidator(_stated)]
DecisionText = Annotated[Decision, PlainValidator(_decision), WithJsonSchema({"type": "string"})]


class _Wire(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class GroundWire(_Wire):
    """An exceptional ground (synnerliga skäl) of the file."""

    amount: Magnitude
    deficit_year: Year
    effect: Annotated[GroundEffect, BeforeValidator(one_of(GroundEffect))] = GroundEffect.WAIVE
    reason: Reason
    decision: DecisionText
    decision_state: Annotated[DecisionState, BeforeValidator(one_of(DecisionState))] = DecisionState.DECIDED
    decision_kept_at: Line = ""
    source: Line = ""
    due_year: Year | None = None

    def decision_taken(self) -> Decision:
        """The decision (beslut) with its state, and where its minutes are kept."""
        return replace(self.decision, state=self.decision_state, kept_at=self.decision_kept_at)


class OpeningDeficitWire(_Wire):
    """A deficit brought into the first year (ingående underskott) of the file."""

    year: Year
    left: Magnitude
    due_year: Year | None = None
    grounds: Annotated[list[GroundWire], _MANY] = []


class OpeningExcludedWire(_Wire):
    """Unrealised gains and losses excluded in earlier years (ruling R8) of the file."""

    unrealised_gains: Magnitude = 0
    unrealised_losses: Magnitude = 0


class OwnRowWire(_Wire):
    """A row of the municipality's own (egen rad) of the file."""

    label: Line
    amount: Amount
    citation: Line = ""


class YearWire(_Wire):
    """One fiscal year (räkenskapsår) of the file."""

    year: Year
    kind: Annotated[StatementKind, BeforeValidator(one_of(StatementKind))] = StatementKind.OUTCOME
    as_of: Day | None = None
    net_result: Amount
    realised_gains: Magnitude = 0
    realised_gains_exempt: Magnitude = 0
    realised_losses_exempt: Magnitude = 0
    unrealised_gains: Magnitude = 0
    unrealised_losses: Magnitude = 0
    unrealised_gains_reversed: Magnitude = 0
    unrealised_losses_reversed: Magnitude = 0
    reserve_allocated: Magnitude = 0
    reserve_used: Magnitude = 0
    reserve_purpose: Text = ""
    reserve_decision: DecisionText | None = None
    reserve_decision_state: Annotated[DecisionState, BeforeValidator(one_of(DecisionState))] = DecisionState.DECIDED
    reserve_decision_kept_at: Line = ""
    equalisation_reserve_used: Magnitude = 0
    decisive_result: Annotated[Decisive, BeforeValidator(one_of(Decisive))] = Decisive.AFTER
    taxes_and_grants: Magnitude | None = None
    equity: Amount | None = None
    pension_contingency: Magnitude | None = None
    reserve_before: Magnitude | None = None
    equalisation_reserve_before: Magnitude | None = None
    earmark_set_aside: Magnitude = 0
    earmark_used: Magnitude = 0
    voluntarily_restored: Magnitude = 0
    budget_income: Magnitude | None = None
    budget_cost: Magnitude | None = None
    presentation: Annotated[Presentation, BeforeValidator(one_of(Presentation))] = Presentation.STRICT
    other_adjustments: Annotated[list[OwnRowWire], _MANY] = []
    exceptional_grounds: Annotated[list[GroundWire], _MANY] = []

    def reserve_decision_taken(self) -> Decision | None:
        """The decision on the reserves with its state, and where its minutes are kept."""
        if self.reserve_decision is None:
            return None
        return replace(self.reserve_decision, state=self.reserve_decision_state, kept_at=self.reserve_decision_kept_at)


class FiguresWire(_Wire):
    """The whole figures file (uppgiftsfil)."""

    entity: Line = ""
    entity_kind: Annotated[EntityKind, BeforeValidator(one_of(EntityKind))] = EntityKind.MUNICIPALITY
    unit: Annotated[WireUnit, BeforeValidator(one_of(WireUnit, mnkr="mkr"))] = WireUnit.KR
    opening_deficits: Annotated[list[OpeningDeficitWire], _MANY] | None = None
    opening_excluded: OpeningExcludedWire | None = None
    year: Annotated[list[YearWire], Field(min_length=1, max_length=200)]


KEYS: Final[dict[Literal["", "year", "opening_deficits", "opening_excluded"] | str, tuple[str, ...]]] = {
    "": tuple(FiguresWire.model_fields),
    "year": tuple(YearWire.model_fields),
    "opening_deficits": tuple(OpeningDeficitWire.model_fields),
    "opening_excluded": tuple(OpeningExcludedWire.model_fields),
    "other_adjustments": tuple(OwnRowWire.model_fields),
    "exceptional_grounds": tuple(GroundWire.model_fields),
    "grounds": tuple(GroundWire.model_fields),
}
"""The keys known below each list or table, for suggestions."""
