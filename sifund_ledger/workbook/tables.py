"""A table on a sheet (tabell på ett blad): its cells as what they are, totals computed anew beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final

from sifund_ledger.amounts import DECIMALS, ORE_PER_UNIT
from sifund_ledger.sums import Part
from sifund_ledger.table import Cell, ColumnKind, Row, RowKind, Table
from sifund_ledger.workbook import looks, words
from sifund_ledger.workbook.sheet import LARGEST_ORE, Sheet, cell_name, lines_of
from sifund_ledger.workbook.sums import Place, Term, amount_at, recomputed, sums_of

_OF_TEXT: Final = 46
"""How wide a column of text is at most; what is longer is set on several lines."""
_FITS: Final = 50
"""How many characters of usual width have room in such a column."""
_PARTS: Final = {Part.ABOVE: "MAX", Part.BELOW: "MIN"}
_OF_AMOUNT: Final = 10
"""How wide a column of amounts is at least."""
_OF_BESIDE: Final = 44
_RIGHT: Final = frozenset({ColumnKind.AMOUNT, ColumnKind.SHARE, ColumnKind.COUNT})
_ROW_LOOKS: Final[dict[RowKind, dict[str, Any]]] = {
    RowKind.PLAIN: looks.PLAIN, RowKind.SUM: looks.SUM, RowKind.HEADING: looks.HEADING, RowKind.REMARK: looks.REMARK,
}  # fmt: skip


def set_table(
    sheet: Sheet, table: Table, beside: Mapping[str, Mapping[int, str]], links: Mapping[Place, str], *, alone: bool
) -> int:  # fmt: skip
    """Set a table below what the sheet has, and leave a row free; gives the row of its first cells."""
    width, places, kinds = len(table.columns), table.places, table.kinds
    if not alone:
        sheet.text(sheet.row, 0, table.title, looks.SECTION, width=False)
        sheet.row += 1
    if any(True for _ in table.amounts()):
        sheet.text(sheet.row, 0, words.IN_UNIT.filled(unit=table.measure).words(sheet.language), looks.SUBTITLE)
        sheet.row += 1
    if any(table.heads) or beside:
        _heads(sheet, table, beside)
        if alone:
            sheet.repeat(sheet.row - 1)
    first = sheet.row
    for number, (row, printed) in enumerate(zip(table.rows, table.printing(), strict=True)):
        _row(sheet, table, number, row, printed, links, places, kinds)
        texts = [text for text, kind in zip(printed, kinds, strict=True) if kind is ColumnKind.TEXT]
        look = _ROW_LOOKS[row.kind]
        for position, rows in enumerate(beside.values(), width):
            if said := rows.get(number, ""):
                texts.append(said)
                sheet.text(sheet.row, position, said, look, looks.BESIDE, looks.INDENTED, width=False)
                sheet.widen(position, min(len(said), _OF_BESIDE))
        if len(row.cells) > 1:
            sheet.heighten(sheet.row, max(lines_of(text, _FITS) for text in ("", *texts)))
        sheet.row += 1
    if any(table.heads):
        sheet.heighten(first - 1, max(lines_of(head, sheet.width_of(i)) for i, head in enumerate(table.heads)))
    sheet.printed_to(width + len(beside) - 1)
    _recompute(sheet, table, first, width + len(beside) + 1)
    _filter(sheet, table, first)
    _remarks(sheet, table, width + len(beside))
    sheet.row += 1
    return first


def _after_number(kinds: Sequence[ColumnKind], column: int) -> bool:
    """Whether a column stands right of one whose cells end at its edge."""
    return column > 0 and kinds[column - 1] in _RIGHT


def rows_before(table: Table, *, alone: bool, beside: bool) -> int:
    """How many rows stand above the first cells of a table: its title, the unit, the headings."""
    has_unit = any(True for _ in table.amounts())
    return (not alone) + has_unit + (any(table.heads) or beside)


def _heads(sheet: Sheet, table: Table, beside: Mapping[str, object]) -> None:
    kinds = table.kinds
    for column, (title, kind) in enumerate(zip(table.heads, kinds, strict=True)):
        look = looks.RIGHT if kind in _RIGHT else looks.INDENTED if _after_number(kinds, column) else {}
        sheet.text(sheet.row, column, title, looks.HEAD, look, width=False)
        least = _OF_AMOUNT if kind is ColumnKind.AMOUNT else 0
        sheet.widen(column, max(least, max(map(len, title.split()), default=0) + (3 if _records(table) else 0)))
    for column, title in enumerate(beside, len(table.columns)):
        sheet.text(sheet.row, column, title, looks.HEAD, looks.INDENTED)
    sheet.row += 1


def _row(
    sheet: Sheet, table: Table, number: int, row: Row, printed: Sequence[str], links: Mapping[Place, str], places: int,
    kinds: Sequence[ColumnKind],
) -> None:  # fmt: skip
    look = _ROW_LOOKS[row.kind]
    for column, (cell, text, kind) in enumerate(zip(row.cells, printed, kinds, strict=False)):
        leads = (target := links.get((number, column))) is not None and sheet.link(sheet.row, column, target)
        more: dict[str, Any] = dict(looks.LEADS) if leads else {}
        if column == 0 and row.level:
            more |= {"align": "left", "indent": row.level}
        elif _after_number(kinds, column) and kind not in _RIGHT:
            more |= looks.INDENTED
        if isinstance(cell, int) and kind is ColumnKind.AMOUNT:
            sheet.amount(sheet.row, column, cell, table.unit, places, look, more)
        else:
            _cell(sheet, column, cell, text, kind, look, more, widens=len(row.cells) > 1)
    for column in range(len(row.cells), len(table.columns)):
        if row.kind in (RowKind.PLAIN, RowKind.SUM):
            sheet.made.write_blank(sheet.row, column, None, sheet.looks.of(look))


def _of_word(text: str) -> int:
    """How wide the longest word is, which is never broken: capitals take a quarter more.

    >>> _of_word("post 67"), _of_word("BALANCE_ON_WRONG_SIDE")
    (5, 26)
    """
    return max((len(word) + sum(map(str.isupper, word)) // 4 + 1 for word in text.split()), default=0)


def _cell(
    sheet: Sheet, column: int, cell: Cell, text: str, kind: ColumnKind, *look: dict[str, Any], widens: bool
) -> None:  # fmt: skip
    row = sheet.row
    if cell is None:
        sheet.made.write_blank(row, column, None, sheet.looks.of(*look))
    elif isinstance(cell, Fraction):
        sheet.share(row, column, cell, *look)
    elif isinstance(cell, int) and abs(cell) < LARGEST_ORE:
        align: dict[str, Any] = {} if kind is ColumnKind.COUNT else {"align": "left"}
        sheet.whole(
            row, column, cell, sheet.looks.count if kind is ColumnKind.COUNT else sheet.looks.year, *look, align
        )
    elif isinstance(cell, date):
        sheet.day(row, column, cell, *look)
    else:
        wrapped = looks.WRAPPED if len(text) > _OF_TEXT else {}
        sheet.text(row, column, text, *look, wrapped, looks.RIGHT if kind in _RIGHT else {}, width=False)
        if widens:
            sheet.widen(column, max(min(len(text) + 1, _OF_TEXT), _of_word(text)))


def _recompute(sheet: Sheet, table: Table, first: int, beside: int) -> None:
    """Each total computed anew by the sheet itself, and how far the book's amount differs, in a last column."""
    live = {place: terms for place, terms in sums_of(table).items() if _is_live(table, place, terms)}
    columns = sorted({column for _, column in live})
    if not columns:
        return
    digits = DECIMALS[table.unit]
    number = sheet.looks.amount(table.places)
    at = {column: beside + position for position, column in enumerate(columns)}
    check, language = beside + len(columns), sheet.language
    for column, place in at.items():
        head = table.heads[column]
        said = words.RECOMPUTED.filled(head=head) if head else words.RECOMPUTED_ALONE
        sheet.text(first - 1, place, said.words(language), looks.HEAD, looks.RIGHT, looks.CHECKED, width=False)
        sheet.widen(place, max(12, sheet.width_of(column)))
    sheet.text(first - 1, check, words.CHECK.words(language), looks.HEAD, looks.RIGHT, looks.CHECKED)
    total = 0
    for row in sorted({row for row, _ in live}):
        differences, off = [], 0
        for column, place in at.items():
            if (row, column) in live:
                ore, formula = recomputed(table, live[row, column]), _formula(live[row, column], first)
                sheet.formula(
                    first + row, place, f"=ROUND({formula},{digits})", ore / ORE_PER_UNIT[table.unit],
                    looks.CHECKED, looks.PLAIN, form=number,
                )  # fmt: skip
                differences.append(f"ABS({cell_name(first + row, column)}-{cell_name(first + row, place)})")
                off += abs((amount_at(table, (row, column)) or 0) - ore)
        formula = f"=ROUND({'+'.join(differences)},{digits})"
        form = sheet.looks.check(digits, words.AGREES.words(language))
        sheet.formula(
            first + row, check, formula, off / ORE_PER_UNIT[table.unit], looks.CHECKED, looks.PLAIN, looks.RIGHT,
            form=form,
        )  # fmt: skip
        total += off
    last = first + len(table.rows) - 1
    sheet.checks.append((f"{sheet.at(first, check)}:{cell_name(last, check)}", total / ORE_PER_UNIT[table.unit]))
    sheet.warn_unless_zero(first, check, last)


def _is_live(table: Table, place: Place, terms: Sequence[Term]) -> bool:
    """Whether a sheet can compute a total: it and all its terms are numbers."""
    cells = [amount_at(table, each) for each in (place, *(term.place for term in terms))]
    return bool(terms) and cells[0] is not None and all(abs(ore) <= LARGEST_ORE for ore in cells if ore is not None)


def _formula(terms: Sequence[Term], first: int) -> str:
    """The terms as a formula: one range where they stand below each other, else one by one."""
    rows, columns = zip(*(term.place for term in terms), strict=True)
    alike = all(term.sign == 1 and not term.part for term in terms) and len(set(columns)) == 1
    if alike and len(rows) > 2 and list(rows) == list(range(rows[0], rows[-1] + 1)):
        return f"SUM({cell_name(first + rows[0], columns[0])}:{cell_name(first + rows[-1], columns[0])})"
    parts = []
    for (row, column), sign, part in terms:
        name = cell_name(first + row, column)
        counted = f"{_PARTS[part]}(0,{name})" if part else name
        parts.append(f"{'+' if sign > 0 else '-'}{counted}")
    return "".join(parts).removeprefix("+")


def _records(table: Table) -> bool:
    """Whether each row is a record of its own, that a reader may sift."""
    whole = all(len(row.cells) == len(table.columns) for row in table.rows)
    return len(table.rows) > 2 and bool(table.heads[0]) and whole


def _filter(sheet: Sheet, table: Table, first: int) -> None:
    if _records(table) and any(table.heads):
        last = len(table.rows) - (table.rows[-1].code == "total")
        sheet.filter(first - 1, first + last - 1, len(table.columns) - 1)


def _remarks(sheet: Sheet, table: Table, columns: int) -> None:
    for remark in table.remarks:
        for line in str(remark).splitlines():
            sheet.across(columns, line)
