"""A statement as CSV: one row for each line of each year, for a spreadsheet or a database."""

from __future__ import annotations

from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.exchange.csv_forms import csv_text

COLUMNS: Final = ("entity", "year", "code", "label", "amount", "unit", "citation")


def statement_to_csv(statement: BalanceRequirementStatement, *, language: Language = "sv") -> str:
    """A balanskravsutredning as CSV text: comma between cells, a header, canonical amounts in the statement's unit.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; amounts are left as they are.

    >>> from sifund_ledger.balance.figures.year_figures import YearFigures
    >>> from sifund_ledger.balance.statement.statement import balance_requirement
    >>> statement = balance_requirement([YearFigures(year=2015, net_result=-5)], entity="=1+1", opening_deficits=[])
    >>> statement_to_csv(statement).splitlines()[0]
    'entity,year,code,label,amount,unit,citation'
    >>> statement_to_csv(statement).splitlines()[1].split(",")[:6]
    ["'=1+1", '2015', 'net_result', 'Årets resultat enligt resultaträkningen', '-5', 'kr']
    """
    entity, unit = statement.entity, statement.unit
    rows = (
        (entity, str(year.year), line.code, line.label_in(language), line.ore, unit, line.citation)
        for year in statement.years
        for line in year.lines
    )
    return csv_text("canonical", COLUMNS, rows, unit=unit)
