"""What a municipality states of a fiscal year: the input of the balanskravsutredning.

The names are the keys of the figures file. Amounts are ``Money`` in kronor; a magnitude is positive and the
rule applies the sign. What is left out of the statement's rows is zero; what is left out of the bases
(taxes, equity, reserves, budget) is unknown, and stays ``None``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, Final

from moneyed import Money

from sifund_ledger.amounts import format_amount
from sifund_ledger.balance.figures import findings as codes
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.fields.findings import YEAR_OUT_OF_RANGE
from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.money import Amount, from_ore, to_ore


class StatementKind(StrEnum):
    """What the figures are: outcome (utfall), forecast (prognos), interim (delår) or budget (ruling R10)."""

    OUTCOME = "outcome"
    FORECAST = "forecast"
    INTERIM = "interim"
    BUDGET = "budget"


class EntityKind(StrEnum):
    """Who the balance requirement binds: kommun, region, kommunalförbund (KL 11:1, 9:9; ruling R11)."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    FEDERATION = "federation"


class Presentation(StrEnum):
    """How the municipality prints earmarks and rows of its own (redovisning; ruling R34).

    ``strict``: the statute's rows alone. ``inside``: rows of its own within the table (Upplands-Bro, Malmö).
    ``below``: after the balance requirement result (Krokom). ``grounds``: among the exceptional grounds
    (Tomelilla, Umeå). ``added_back``: a use is added back to the result (Ekerö). ``separate_decision``: outside the
    table, by a decision of its own (Solna, Uppsala).
    """

    STRICT = "strict"
    INSIDE = "inside"
    BELOW = "below"
    GROUNDS = "grounds"
    ADDED_BACK = "added_back"
    SEPARATE_DECISION = "separate_decision"


class GroundEffect(StrEnum):
    """What an exceptional ground does: waive (ej återställas) or extend (återställas senare); ruling R4."""

    WAIVE = "waive"
    EXTEND = "extend"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionalGround:
    """An exceptional ground (synnerliga skäl): how much of which year's deficit, why, and who decided (KL 11:13).

    ``amount`` is positive kronor. ``effect`` is ``waive`` or ``extend``; an extension has its own ``due_year``.
    ``source`` is ``earmark:<fund>`` where the ground rests on an earmark's use (ruling R3). Raises
    :class:`~sifund_ledger.Refused` for a ground without reason, for a negative amount, and for an extension without
    a due year.
    """

    amount: Money
    deficit_year: int
    reason: str
    decision: Decision
    effect: GroundEffect = GroundEffect.WAIVE
    source: str = ""
    due_year: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "effect", GroundEffect(self.effect))
        faults = list(_amounts_checked(self, {"amount"}, set(), "exceptional_grounds"))
        if not self.reason.strip():
            faults.append(codes.GROUND_INCOMPLETE.at("exceptional_grounds.reason", missing="reason", missing_sv="skäl"))
        if self.effect is GroundEffect.EXTEND and self.due_year is None:
            faults.append(
                codes.GROUND_INCOMPLETE.at("exceptional_grounds.due_year", missing="due year", missing_sv="slutår")
            )
        if faults:
            raise Refused(faults)

    @property
    def ore(self) -> int:
        """The amount in öre, positive."""
        return to_ore(self.amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningDeficit:
    """What is left to restore of an earlier year's deficit when the figures begin (ingående underskott; ruling R5).

    ``left`` is positive kronor; ``due_year`` is ``None`` where the statute's own deadline holds.
    """

    year: int
    left: Money
    due_year: int | None = None
    grounds: tuple[ExceptionalGround, ...] = ()

    def __post_init__(self) -> None:
        faults = list(_amounts_checked(self, {"left"}, set(), "opening_deficits"))
        if faults:
            raise Refused(faults)

    @property
    def ore(self) -> int:
        """What is left, in öre, positive."""
        return to_ore(self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """A row of the municipality's own (egen rad): its label, and its amount in kronor, signed as it is printed."""

    label: str
    amount: Money
    citation: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "amount", from_ore(to_ore(self.amount, place="other_adjustments.amount")))

    @property
    def ore(self) -> int:
        """The amount in öre, signed."""
        return to_ore(self.amount)


_ZERO: Final = from_ore(0)
STATEMENT_ROWS: Final = (
    "realised_gains",
    "realised_gains_exempt",
    "realised_losses_exempt",
    "unrealised_gains",
    "unrealised_losses",
    "unrealised_gains_reversed",
    "unrealised_losses_reversed",
    "reserve_allocated",
    "reserve_used",
    "equalisation_reserve_used",
    "earmark_set_aside",
    "earmark_used",
    "voluntarily_restored",
)
"""The magnitudes that are zero where they are left out."""
BASES: Final = (
    "taxes_and_grants",
    "equity",
    "pension_contingency",
    "reserve_before",
    "equalisation_reserve_before",
    "budget_income",
    "budget_cost",
)
"""The amounts that are unknown where they are left out."""
_SIGNED: Final = frozenset({"net_result", "equity"})


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFigures:
    """The figures of one fiscal year (årets uppgifter), with the keys of the figures file.

    Amounts may be given as anything :func:`~sifund_ledger.sek` takes, in kronor. ``net_result`` and ``equity`` are
    signed; everything else is a magnitude. ``reserve_decision`` is the council's on allocation and use; RUR for 2010 to
    2012 needs one of 2013. ``voluntarily_restored`` is what of a waived deficit is restored all the same. ``sources``
    names the records of a book that an amount comes from. Raises :class:`~sifund_ledger.Refused` with every fault: a
    negative magnitude, a float, a year outside 1998–2060.

    >>> from sifund_ledger.money import sek
    >>> figures = YearFigures(year=2014, net_result=sek(-149), realised_gains=sek(56))
    >>> figures.ore("realised_gains"), figures.ore("taxes_and_grants")
    (5600, None)
    """

    net_result: Money
    year: int | None = None
    kind: StatementKind = StatementKind.OUTCOME
    as_of: date | None = None
    realised_gains: Money = _ZERO
    realised_gains_exempt: Money = _ZERO
    realised_losses_exempt: Money = _ZERO
    unrealised_gains: Money = _ZERO
    unrealised_losses: Money = _ZERO
    unrealised_gains_reversed: Money = _ZERO
    unrealised_losses_reversed: Money = _ZERO
    reserve_allocated: Money = _ZERO
    reserve_used: Money = _ZERO
    reserve_purpose: str = ""
    reserve_decision: Decision | None = None
    equalisation_reserve_used: Money = _ZERO
    decisive_result: str = "after"
    taxes_and_grants: Money | None = None
    equity: Money | None = None
    pension_contingency: Money | None = None
    reserve_before: Money | None = None
    equalisation_reserve_before: Money | None = None
    earmark_set_aside: Money = _ZERO
    earmark_used: Money = _ZERO
    voluntarily_restored: Money = _ZERO
    budget_income: Money | None = None
    budget_cost: Money | None = None
    presentation: Presentation = Presentation.STRICT
    other_adjustments: tuple[OwnRow, ...] = ()
    exceptional_grounds: tuple[ExceptionalGround, ...] = ()
    sources: tuple[tuple[str, tuple[int, ...]], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", StatementKind(self.kind))
        object.__setattr__(self, "presentation", Presentation(self.presentation))
        object.__setattr__(self, "other_adjustments", tuple(self.other_adjustments))
        object.__setattr__(self, "exceptional_grounds", tuple(self.exceptional_grounds))
        place = str(self.year) if self.year is not None else "figures"
        faults = list(_amounts_checked(self, {"net_result", *STATEMENT_ROWS, *BASES}, _SIGNED, place))
        if self.year is not None and not FIRST_YEAR <= self.year <= LAST_YEAR:
            faults.append(YEAR_OUT_OF_RANGE.at(place, year=self.year))
        if faults:
            raise Refused(faults)

    def ore(self, key: str) -> int | None:
        """The amount under a key of the figures file, in öre; ``None`` where it is unknown."""
        amount = getattr(self, key)
        return None if amount is None else int(amount.amount.scaleb(2))

    def records(self, key: str) -> tuple[int, ...]:
        """The sequence numbers of the records that the amount under a key comes from; empty without a book."""
        return dict(self.sources).get(key, ())


def _amounts_checked(owner: Any, keys: set[str], signed: set[str] | frozenset[str], place: str) -> Iterator[Finding]:
    """Turn each amount into exact ``Money``; yield what is wrong with them."""
    for spec in fields(owner):
        value: Amount | None = getattr(owner, spec.name)
        if spec.name not in keys or value is None or value is _ZERO:
            continue
        try:
            ore = to_ore(value, place=f"{place}.{spec.name}")
        except Refused as refusal:
            yield from refusal.findings
            continue
        if ore < 0 and spec.name not in signed:
            yield codes.FIGURE_NEGATIVE.at(f"{place}.{spec.name}", key=spec.name, amount=f"{format_amount(ore)} kr")
        object.__setattr__(owner, spec.name, from_ore(ore))
