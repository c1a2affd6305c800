"""The balanskravsutredning of one or many years: the pure function, and the statement it returns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.deficits.grounds import check_earmark_sources
from sifund_ledger.balance.figures.checks import check_years
from sifund_ledger.balance.figures.figure_items import Beside
from sifund_ledger.balance.figures.figure_kinds import ENTITY_KIND, STATEMENT_KIND
from sifund_ledger.balance.figures.year_figures import EntityKind, OpeningDeficit, StatementKind, YearFigures
from sifund_ledger.balance.reserves.securities import OpeningExcluded
from sifund_ledger.balance.statement import findings as codes
from sifund_ledger.balance.statement.drawing_years import begun, by_year_and_kind, draw_years
from sifund_ledger.balance.statement.explaining import explain
from sifund_ledger.balance.statement.explanation import Explanation
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.tables.layout import (
    deficit_roll_table,
    deficits_table,
    findings_text,
    foot,
    layout_tables,
    reserves_table,
    statement_table,
)
from sifund_ledger.boundary import checked_methods
from sifund_ledger.errors import Refused
from sifund_ledger.fields.composed import UNIT
from sifund_ledger.fields.kinds import KRONOR
from sifund_ledger.findings import Finding, Severity
from sifund_ledger.table import Printed, Table
from sifund_ledger.wording import Calls, in_python


@checked_methods
@dataclass(frozen=True)
class BalanceRequirementStatement(Printed):
    """A balanskravsutredning of one or many fiscal years, in order; a year may have statements of several kinds.

    ``restated`` are the years that later ones in a book have corrected, as they are now. ``unit`` is how amounts are
    printed; inside they are whole öre. :meth:`text` is what an annual report would print,
    :meth:`explain` says where an amount comes from, and ``findings`` has every warning and note, year by year.
    """

    entity: str
    entity_kind: EntityKind
    unit: Unit
    years: tuple[YearStatement, ...]
    restated: tuple[YearStatement, ...] = ()

    @property
    def columns(self) -> tuple[YearStatement, ...]:
        """The years shown, and beside each the same restated where a later year shown has corrected it (R43)."""
        last = self.years[-1].year if self.years else 0
        return tuple(
            column
            for year in self.years
            for column in (year, *(each for each in self.restated if each.year == year.year < last))
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of the years shown, in their order."""
        return tuple(finding for year in self.years for finding in year.findings)

    def year(self, year: int, kind: StatementKind | str | None = None) -> YearStatement:
        """One year's statement: that of a kind, or its outcome, else its forecast, its budget, its interim report.

        Raises :class:`~sifund_ledger.Refused` where the year is not shown.
        """
        asked = None if kind is None else STATEMENT_KIND.read(kind, "kind", KRONOR)
        for statement in self.years:
            if statement.year == year and asked in (None, statement.kind):
                return statement
        years = ", ".join(str(statement.year) for statement in self.years)
        raise Refused([codes.YEAR_NOT_SHOWN.at(str(year), year=year, years=years)])

    def only(self, *years: int) -> BalanceRequirementStatement:
        """The same computation with only these years shown, in order of time.

        Raises :class:`~sifund_ledger.Refused` for a year that is not there.
        """
        asked = {self.year(year).year for year in years}
        return replace(self, years=tuple(statement for statement in self.years if statement.year in asked))

    def table(self, language: Language = "sv") -> Table:
        """The statement's own table: a column for each year, amounts in öre to be printed in the unit."""
        return statement_table(self.columns, self.entity, self.unit, language)

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """Every table in the order of :meth:`text`: the statement, own layouts, reserves and deficits if any.

        ``Table.code`` is ``statement``, ``layout:<presentation>``, ``reserves`` or ``deficits``.
        """
        layouts = layout_tables(self.columns, self.entity_kind, self.unit, language)
        deficits = deficits_table(self.years, self.unit, language)
        reserves = reserves_table(self.columns, self.unit, language)
        more = [table for table in (reserves, deficits) if table is not None]
        return (self.table(language), *layouts, *more)

    def deficit_roll(self, year: int | None = None, language: Language = "sv") -> Table:
        """The roll-forward of deficits over a year, by year of origin and deadline; without ``year``, the last one.

        Raises :class:`~sifund_ledger.Refused` for a year that is not shown.
        """
        return deficit_roll_table(self.years[-1] if year is None else self.year(year), self.unit, language)

    def text(self, language: Language = "sv", calls: Calls = in_python) -> str:
        """The whole statement as plain text, in Swedish (``sv``) or English (``en``), with its findings and foot.

        ``calls`` says how a command that a finding names is called where the reader stands.
        """
        parts = (Printed.text(self, language), findings_text(self.years, language, calls), *foot(self.years, language))
        return "\n\n".join(part for part in parts if part)

    def _repr_html_(self) -> str:
        below = "".join(f"<p>{escape(text)}</p>" for text in foot(self.years, "sv"))
        return Printed._repr_html_(self) + below

    def explain(self, code: str, year: int | None = None, language: Language = "sv") -> Explanation:
        """Where an amount comes from, by its line's code; without ``year``, the last year shown.

        ``str()`` of the explanation is the text. Raises :class:`~sifund_ledger.Refused` for a code or a year that the
        statement does not have.

        >>> from sifund_ledger.money import sek
        >>> figures = YearFigures(year=2013, net_result=sek(154), realised_gains=sek(33))
        >>> print(balance_requirement([figures], opening_deficits=[]).explain("result_after_adjustments"))
        Årets resultat efter balanskravsjusteringar 2013: 121 kr
            regel ÅRB-1, KRL (1997:614) 4:3 a
          + Årets resultat enligt resultaträkningen: 154 kr
              uppgift för året
          − Reducering av samtliga realisationsvinster: 33 kr
              uppgift för året
        """
        of_year = self.years[-1] if year is None else self.year(year)
        return explain(of_year, code, self.unit, language)


def balance_requirement(
    years: Iterable[YearFigures],
    *,
    entity: str = "",
    entity_kind: EntityKind | str = EntityKind.MUNICIPALITY,
    unit: Unit = "kr",
    opening_deficits: Iterable[OpeningDeficit] | None = None,
    opening_excluded: OpeningExcluded | None = None,
    beside: Mapping[int, Sequence[Beside]] = {},
    draft: bool = False,
) -> BalanceRequirementStatement:
    """Draw up the balanskravsutredning from the figures of the years (LKBR 11:10; KL 11:12-13).

    The order in which years are given does not matter; a year may be given once of each kind. Only an outcome makes a
    deficit: a forecast, a budget and an interim report show what is foreseen (ruling R42). ``opening_deficits`` is what
    is left of deficits from before the first year; ``None`` means unknown, and gives a warning. ``opening_excluded`` is
    what was excluded of unrealised gains and losses before it (ruling R8). ``unit`` is how amounts are printed.
    ``beside`` is by year what a book has recorded beside the figures: reserves dissolved, earlier years corrected
    (R43). With ``draft`` errors in the figures stay among the findings, and what they ask for is left undone.
    Raises :class:`~sifund_ledger.Refused` with every error at once: a year that is missing or given twice, a row
    that the year's law does not know, own rows in the strict layout, a ground that reaches beyond its deficit or is not
    the council's, a reserve above its ceilings or used beyond its balance, a kind of entity or a unit that
    there is not.

    >>> from sifund_ledger.money import sek
    >>> figures = [
    ...     YearFigures(year=2014, net_result=sek(-149), realised_gains=sek(56), reserve_used=sek(12)),
    ...     YearFigures(year=2015, net_result=sek(563), realised_gains=sek(23), reserve_allocated=sek(185))]
    >>> statement = balance_requirement(figures, entity="Malmö", opening_deficits=[])
    >>> statement.year(2014).balance_requirement_result.amount, statement.year(2014).to_restore.amount
    (Decimal('-193.00'), Decimal('193.00'))
    >>> statement.year(2015).remaining_result.amount, statement.year(2015).to_restore.amount
    (Decimal('162.00'), Decimal('0.00'))
    """
    entity_kind = EntityKind(ENTITY_KIND.read(entity_kind, "entity_kind", KRONOR))
    UNIT.read(unit, "unit", KRONOR)
    given = list(years)
    if faults := list(check_years(given)):
        raise Refused(faults)
    by_year, opening = by_year_and_kind(given), None if opening_deficits is None else tuple(opening_deficits)
    outcomes, opened = begun(opening, opening_excluded, min(by_year), unit)
    before = [*opened, *check_earmark_sources({year: next(iter(each.values())) for year, each in by_year.items()})]
    drawn_up = [*draw_years(by_year, replace(outcomes, beside=beside), entity_kind, unit)]
    shown = (*(finding.in_unit(unit) for finding in before), *drawn_up[0].findings)
    drawn_up[0] = replace(drawn_up[0], findings=shown)
    errors = [found for year in drawn_up for found in year.findings if found.severity is Severity.ERROR]
    if errors and not draft:
        raise Refused(errors)
    return BalanceRequirementStatement(entity, entity_kind, unit, tuple(drawn_up))
