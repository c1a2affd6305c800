"""Budgets by needs or by resources (behov och resurser; S20): both orders on the same data, and the gap between them.

By resources the frame is given and divided by shares; by needs the most urgent is met first, whole, until the frame
ends. The gap is what is left unmet, and what it would take of the tax. Amounts are öre.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import Language, Unit, split
from sifund_ledger.errors import Refused
from sifund_ledger.fields.kinds import NAME, NOT_NEGATIVE, POSITIVE, SHARE, Setting
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount, share, text
from sifund_ledger.programme import findings as codes
from sifund_ledger.table import OneTable, Row, RowKind, Table


class Need(NamedTuple):
    """A need (behov), what it costs to meet it, and what the frame gives it either way; öre."""

    name: str
    need_ore: int
    share: Fraction
    by_resources_ore: int
    by_needs_ore: int

    @property
    def unmet_ore(self) -> int:
        """What is left of it when the more urgent are met."""
        return self.need_ore - self.by_needs_ore


_NEEDS: Final = Form(
    "needs",
    Bilingual("Behov och resurser", "Needs and resources"),
    (
        text("name", "Behov, mest angeläget först", "Need, the most urgent first"),
        amount("need", "Kostar", "Costs"),
        share("share", "Andel av ramen", "Share of the frame"),
        amount("by_resources", "Efter resurser", "By resources"),
        amount("by_needs", "Efter behov", "By needs"),
        amount("unmet", "Ouppfyllt", "Unmet"),
    ),
)
_GAP: Final = Bilingual("Gapet mellan behov och ram är {gap:unit}.", "The gap between needs and frame is {gap:unit}.")
_TAX: Final = Bilingual(
    "Det motsvarar {tax} kr i skattesats per 100 kr, på ett underlag av {base:unit}.",
    "That is {tax} kr of tax per 100 kr, on a base of {base:unit}.",
)


@dataclass(frozen=True, slots=True)
class NeedsAndResources(OneTable):
    """Needs in their order of urgency against a frame (S20); ``tax_base_ore`` is 0 where it is not given."""

    needs: tuple[Need, ...]
    frame_ore: int
    tax_base_ore: int = 0
    unit: Unit = "kr"

    @property
    def gap_ore(self) -> int:
        """What needs come to beyond the frame; never below zero."""
        return max(0, sum(each.need_ore for each in self.needs) - self.frame_ore)

    @property
    def tax(self) -> Fraction | None:
        """The gap as kronor of tax per 100 kronor of the base; ``None`` where that is not given."""
        return Fraction(100 * self.gap_ore, self.tax_base_ore) if self.tax_base_ore else None

    def table(self, language: Language = "sv") -> Table:
        """The needs, with their sums, and the gap."""
        rows = [Row(tuple(each.of(need) for each in _NEEDS.fields), code=need.name) for need in self.needs]
        sums = [
            sum(getattr(need, f"{name}_ore") for need in self.needs) for name in ("need", "by_resources", "by_needs")
        ]
        unmet = sum(need.unmet_ore for need in self.needs)
        rows.append(Row((_SUM, sums[0], None, *sums[1:], unmet), RowKind.SUM, "total"))
        remarks = [_GAP.filled(gap=self.gap_ore, unit=self.unit)]
        if self.tax is not None:
            mark = _two(self.tax)
            remarks.append(
                _TAX.filled(tax=Bilingual(mark.replace(".", ","), mark), base=self.tax_base_ore, unit=self.unit)
            )
        return _NEEDS.table(_NEEDS.columns, rows, language, unit=self.unit, remarks=remarks)


_SUM: Final = Bilingual("Summa", "Total")


def _two(number: Fraction) -> str:
    """A number with two decimals, rounded half up."""
    hundredths = (200 * number.numerator + number.denominator) // (2 * number.denominator)
    return f"{hundredths // 100}.{hundredths % 100:02}"


def needs_and_resources(
    needs: Mapping[str, Any] | Iterable[tuple[str, Any]], *, frame: Any, shares: Sequence[Any] = (),
    tax_base: Any = None, unit: Unit = "kr",
) -> NeedsAndResources:  # fmt: skip
    """Needs, the most urgent first, against a frame, by resources and by needs (S20); amounts in the unit.

    ``shares`` are of the frame, in the needs' order; without them the frame is divided as the needs are. Raises
    :class:`~sifund_ledger.Refused` for shares that do not make one.

    >>> both = needs_and_resources({"Skola": 50, "Social": 30, "Fritid": 24, "Kultur": 16}, frame=100,
    ...                            shares=["0.35", "0.30", "0.20", "0.15"], tax_base=4000)
    >>> [need.by_resources_ore // 100 for need in both.needs], [need.by_needs_ore // 100 for need in both.needs]
    ([35, 30, 20, 15], [50, 30, 20, 0])
    >>> both.gap_ore, both.tax
    (2000, Fraction(1, 2))
    """
    setting = Setting(unit)
    pairs = needs.items() if isinstance(needs, Mapping) else needs
    read = [
        (NAME.read(name, "needs", setting), NOT_NEGATIVE.read(ore, f"needs.{name}", setting)) for name, ore in pairs
    ]
    frame_ore: int = POSITIVE.read(frame, "frame", setting)
    total = sum(ore for _, ore in read)
    parts = [SHARE.read(each, "shares", setting) for each in shares] or [
        Fraction(ore, total) if total else Fraction(1, len(read)) for _, ore in read
    ]
    if len(parts) != len(read) or sum(parts) != 1 or min(parts, default=Fraction(0)) < 0:
        raise Refused([codes.SHARES_DO_NOT_MAKE_ONE.at("shares", total=sum(parts), count=len(read))])
    scale = 1
    for part in parts:
        scale *= part.denominator
    by_resources = split(frame_ore, [int(part * scale) for part in parts])
    made, left = list[Need](), frame_ore
    for (name, ore), part, given in zip(read, parts, by_resources, strict=True):
        met = min(ore, left)
        made.append(Need(name, ore, part, given, met))
        left -= met
    base: int = 0 if tax_base is None else POSITIVE.read(tax_base, "tax_base", setting)
    return NeedsAndResources(tuple(made), frame_ore, base, unit)
