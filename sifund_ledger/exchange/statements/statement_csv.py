"""A statement as CSV: one row for each line of each year, for a spreadsheet or a database."""

from __future__ import annotations

import csv
import io
from typing import Final

from sifund_ledger.amounts import Language, canonical_amount
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement

COLUMNS: Final = ("entity", "year", "code", "label", "amount", "unit", "citation")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


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
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for year in statement.years:
        for line in year.lines:
            label, amount = guarded(line.label_in(language)), canonical_amount(line.ore, statement.unit)
            cited = guarded(line.citation)
            writer.writerow((guarded(statement.entity), year.year, line.code, label, amount, statement.unit, cited))
    return out.getvalue()


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula.

    >>> guarded("=SUM(A1)"), guarded("Malmö")
    ("'=SUM(A1)", 'Malmö')
    """
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text
