"""A figure of a year (uppgift): a field, what tables call it, and the years in which the law has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sifund_ledger.fields.declared import Field
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.reserves import EQUALISATION_USE, FLOW_CEILING
from sifund_ledger.law.result import DECISIVE_RESULT
from sifund_ledger.law.rows import ROW_NAMES
from sifund_ledger.law.rules import Dated, holds


@dataclass(frozen=True, slots=True)
class Figure(Field):
    """A figure of a year (uppgift). ``title`` is what tables call it where the law has no name for it."""

    title: Bilingual | None = None
    law: tuple[Dated, ...] = ()
    """What the law has of it, each part with its years; empty where the law dates nothing."""

    @property
    def first_year(self) -> int | None:
        """The first fiscal year that the law has it in; ``None`` where it has it in every year."""
        return min((each.first_year for each in self.law), default=None)

    @property
    def last_year(self) -> int | None:
        """The last fiscal year that the law has it in; ``None`` until further notice."""
        ends = [each.last_year for each in self.law]
        return None if not ends or None in ends else max(end for end in ends if end is not None)

    def in_law(self, year: int) -> bool:
        """Whether the law of a fiscal year has it."""
        return not self.law or any(holds(each, year) for each in self.law)


_BESIDE: Final = tuple(rule for rule in EQUALISATION_USE if rule.first_year >= DECISIVE_RESULT[0].first_year)
"""What is left of RUR, once the reserve of the year is another."""
_LAW: Final[dict[str, tuple[Dated, ...]]] = {
    "decisive_result": DECISIVE_RESULT,
    "reserve_before": FLOW_CEILING,
    "equalisation_reserve_before": _BESIDE,
}
_TITLES: Final = {
    "earmark_set_aside": Bilingual("öronmärkt under året", "earmarked during the year"),
    "earmark_used": Bilingual("ianspråktagna öronmärkningar", "earmarks used during the year"),
    "earmark_from_result": Bilingual("öronmärkt av årets resultat", "earmarked of the year's result"),
    "voluntarily_restored": Bilingual("frivilligt återställt", "restored voluntarily"),
    "taxes_and_grants": Bilingual("skatter, generella bidrag och utjämning", "taxes, general grants and equalisation"),
    "equity": Bilingual("eget kapital vid årets utgång", "equity at the close of the year"),
    "pension_contingency": Bilingual(
        "ansvarsförbindelse för pensioner", "pension obligations outside the balance sheet"
    ),
    "reserve_before": Bilingual("reservens ingående balans", "the reserve at the opening of the year"),
    "equalisation_reserve_before": Bilingual("RUR, ingående balans", "RUR at the opening of the year"),
}


def figure(declared: Field) -> Figure:
    """The figure that a field of :class:`YearFigures` declares."""
    name = declared.name
    law = _LAW.get(name) or tuple(row for row in ROW_NAMES if row.name == name)
    return Figure(name, declared.kind, declared.words, declared.help, declared.default, _TITLES.get(name), law)
