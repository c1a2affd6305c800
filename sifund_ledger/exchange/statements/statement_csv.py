"""A statement as CSV: one row for each amount of each year, for a spreadsheet or a database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.balance import words
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.tables.layout import year_columns
from sifund_ledger.exchange.csv_forms import CsvForm, csv_text
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form
from sifund_ledger.table import ColumnKind

COLUMNS: Final = ("entity", "year", "code", "label", "amount", "unit", "citation")
_SWEDISH: Final = ("organisation", "år", "kod", "benämning", "belopp", "enhet", "lagrum")
_DEFICIT: Final = Bilingual("Underskott {year}", "Deficit of {year}")


def statement_to_csv(
    statement: BalanceRequirementStatement, *, language: Language = "sv", form: CsvForm = "canonical"
) -> str:
    """A balanskravsutredning as CSV text: its lines, then the reserves, the room for an allocation and the deficits.

    Comma between cells, a header and canonical amounts in the statement's unit; in the form ``sv`` semicolons, decimal
    commas and a Swedish header. A text that a spreadsheet would run as a formula gets an apostrophe before it; amounts
    are left as they are.

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
        (entity, column.code, code, label.words(language), ore, unit, citation)
        for column, year in zip(year_columns(statement.columns)[1:], statement.columns, strict=True)
        for code, label, ore, citation in _amounts(year)
        if ore is not None
    )
    return csv_text(form, _SWEDISH if form == "sv" else COLUMNS, rows, unit=unit)


def _amounts(year: YearStatement) -> Iterator[tuple[str, Bilingual, int | None, str]]:
    """Every amount of a year: its code, what it is called, öre, and the paragraph of a line."""
    for line in year.lines:
        yield line.code, Bilingual(line.label_in("sv"), line.label_in("en")), line.ore, line.citation
    for account in year.reserves:
        if account.opening_ore is not None:
            yield from _fields(words.RESERVE_ACCOUNT, account, account.reserve.value, words.RESERVES[account.reserve])
    yield from _fields(words.RESERVE_ROOM, year, words.RESERVE_ROOM.code, words.RESERVE_ROOM.title)
    for deficit in year.deficits:
        yield from _fields(words.DEFICITS, deficit, f"deficit.{deficit.year}", _DEFICIT.filled(year=deficit.year))


def _fields(form: Form, item: object, code: str, whose: Bilingual) -> Iterator[tuple[str, Bilingual, int | None, str]]:
    for each in form.fields:
        if each.kind is ColumnKind.AMOUNT:
            label = Bilingual(*(f"{name}: {field}" for name, field in zip(whose, each.words, strict=True)))
            yield f"{code}.{each.code}", label, each.of(item), ""
