"""Which charts a report's tables give (diagrammens underlag): every amount in them is a cell of a table.

A chart that would be empty is left out: ``None``, or no chart in a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sifund_ledger.amounts import Language
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.report import words
from sifund_ledger.report.charts.chart import Chart, Series, Shape
from sifund_ledger.table import Cell, Column, Row, Table


def _row(table: Table, code: str) -> Row | None:
    return next((row for row in table.rows if row.code == code and len(row.cells) > 1), None)


def _years(table: Table) -> list[int]:
    """The positions of the columns of single years, as they were printed at the time, in order of time."""
    found = [i for i, column in enumerate(table.columns) if column.code.isdigit()]
    return sorted(found, key=lambda i: int(table.columns[i].code))


def _amount(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) else None


def _by_year(
    table: Table, code: str, title: str, shape: Shape, rows: Iterable[tuple[str, str]],
    marks: Sequence[tuple[str, str]] = (),
) -> Chart | None:  # fmt: skip
    """A chart of rows of a table with a column for each year; ``rows`` are pairs of code and name, "" for the row's."""
    columns = _years(table)
    labels = tuple(table.columns[i].code for i in columns)
    series = []
    for row_code, name in rows:
        row = _row(table, row_code)
        values = tuple(_amount(row.cells[i]) for i in columns) if row is not None else ()
        if row is not None and any(values):
            series.append(Series(name or str(row.cells[0]), values))
    if not series or len(labels) < 2:
        return None
    return Chart(code, title, shape, labels, tuple(series), table.language, tuple(marks))


def of_fund(account: Table, fund: str, number: int = 0) -> Iterator[Chart]:
    """The fund over the years, and what moved it; from its account with a column for each year."""
    language = account.language
    title = words.CHARTS["balance"].words(language).format(fund=fund)
    pots = [(code, words.SERIES[code].words(language)) for code in ("of_which_available", "of_which_left")]
    moves = [("set_aside", ""), ("used", ""), ("renewal", "")]
    charts = (
        _by_year(account, f"balance-{number}", title, Shape.STACKED, pots),
        _by_year(
            account,
            f"movements-{number}",
            words.CHARTS["movements"].words(language).format(fund=fund),
            Shape.BARS,
            moves,
        ),
    )
    return (chart for chart in charts if chart is not None)


def of_repayments(table: Table, number: int = 0) -> Iterator[Chart]:
    """Plan and outcome year by year, a chart for each board; from the table of repayments by board and year."""
    at = {column.code: i for i, column in enumerate(table.columns)}
    boards = dict.fromkeys(str(row.cells[at["board"]]) for row in table.rows)
    labels = tuple(dict.fromkeys(str(row.cells[at["year"]]) for row in table.rows))
    for place, board in enumerate(boards):
        rows = {str(row.cells[at["year"]]): row for row in table.rows if row.cells[at["board"]] == board}
        series = tuple(
            Series(
                str(table.columns[at[code]].title),
                tuple(_amount(rows[label].cells[at[code]]) if label in rows else None for label in labels),
            )
            for code in ("original", "repaid")
        )
        title = words.CHARTS["repayments"].words(table.language).format(board=board)
        yield Chart(f"repayments-{number}-{place}", title, Shape.BARS, labels, series, table.language)


def of_with_and_without(table: Table) -> Chart | None:
    """The result with and without what funds met; nothing where no fund met anything."""
    used = _row(table, "used")
    if used is None or not any(used.cells[1:]):
        return None
    title = words.CHARTS["with_and_without"].words(table.language)
    return _by_year(
        table,
        "with-and-without",
        title,
        Shape.BARS,
        [(code, words.SERIES[code].words(table.language)) for code in ("result", "without")],
    )


def of_results(statement: Table, deficits: Table | None) -> Chart | None:
    """The balance requirement result and what is left to restore, with the deadlines of what is left."""
    marks = []
    at = {column.code: i for i, column in enumerate(deficits.columns)} if deficits else {}
    for row in deficits.rows if deficits else ():
        if row.cells[at["left"]]:
            said = words.DUE.words(statement.language).format(due=row.cells[at["due"]])
            marks.append((str(row.cells[at["year"]]), said))
    title = words.CHARTS["results"].words(statement.language)
    rows = [("balance_requirement_result", ""), ("to_restore", "")]
    return _by_year(statement, "results", title, Shape.LINES, rows, marks)


def of_reserves(reserves: Table) -> Iterator[Chart]:
    """Each reserve at the close of the years, and the ceiling of its size, which the result reserve alone has."""
    for reserve in Reserve:
        heading = next((row for row in reserves.rows if row.code == reserve.value), None)
        if heading is not None:
            name = str(heading.cells[0])
            bounded = reserve is Reserve.RESULT
            title = words.CHARTS["reserves" if bounded else "reserve"].words(reserves.language).format(reserve=name)
            rows = [(f"{reserve.value}.closing", name), *([("largest", "")] if bounded else [])]
            chart = _by_year(reserves, reserve.value.replace("_", "-"), title, Shape.LINES, rows)
            if chart is not None:
                yield chart


def of_roads(table: Table, fund: str, number: int = 0) -> Chart | None:
    """The result on the road of an earmark, and on that of the result reserve; a row for each year."""
    at = {column.code: i for i, column in enumerate(table.columns)}
    labels = tuple(str(row.cells[at["year"]]) for row in table.rows)
    codes = ("earmark_result", "reserve_result")
    columns: list[Column] = [table.columns[at[code]] for code in codes]
    values = [tuple(_amount(row.cells[at[code]]) for row in table.rows) for code in codes]
    if len(labels) < 2 or values[0] == values[1]:
        return None
    series = tuple(Series(str(column.title), of) for column, of in zip(columns, values, strict=True))
    title = words.CHARTS["roads"].words(table.language).format(fund=fund)
    return Chart(f"roads-{number}", title, Shape.LINES, labels, series, table.language)


def of_flow(table: Table, year: int, language: Language) -> Chart | None:
    """The way of a year's result, from the table that has it."""
    sides: dict[str, list[tuple[str, int]]] = {}
    side = ""
    for row in table.rows:
        if len(row.cells) == 1:
            side = row.code
        elif isinstance(cell := row.cells[1], int):
            sides.setdefault(side, []).append((str(row.cells[0]), cell))
    pairs = [pair for each in sides.values() for pair in each]
    if len(pairs) < 3:
        return None
    labels = tuple(label for label, _ in pairs)
    names = [str(row.cells[0]) for row in table.rows if len(row.cells) == 1]
    series, before = [], 0
    for name, each in zip(names, sides.values(), strict=True):
        values = tuple(value for _, value in each)
        after = len(pairs) - before - len(values)
        series.append(Series(name, (*([None] * before), *values, *([None] * after))))
        before += len(values)
    return Chart(
        "flow", words.CHARTS["flow"].words(language).format(year=year), Shape.FLOW, labels, tuple(series), language
    )
