"""Every sheet of a book (hela boken som arbetsbok): one row per record and posting, and totals that the sheets compute
anew beside those of the book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.book.lists import list_table
from sifund_ledger.book.log import log_table, of_year
from sifund_ledger.book.reading import BookReader
from sifund_ledger.book.record_names import words_of
from sifund_ledger.boundary import checked
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import TOTAL, Form, amount, text
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.balances import account_words
from sifund_ledger.ledger.records import Record
from sifund_ledger.money import to_ore
from sifund_ledger.table import ColumnKind, Row, RowKind, Table
from sifund_ledger.workbook import looks
from sifund_ledger.workbook.sheet import Sheet, cell_name, column_name
from sifund_ledger.workbook.workbook import Workbook

TITLE: Final = Bilingual("Hela boken", "The whole book")
CHECKPOINT: Final = Bilingual("Kontrollpunkt {checkpoint}", "Checkpoint {checkpoint}")
_POSTINGS: Final = Bilingual("Konteringar", "Postings")
_BALANCES: Final = Bilingual("Kontrollsummor", "Control sums")
_EVERY_RECORD: Final = Bilingual("Varje post, i ordning", "Every record, in order")
_EVERY_POSTING: Final = Bilingual("Varje kontering, i debet eller kredit", "Every posting, in debit or credit")
_EVERY_ACCOUNT: Final = Bilingual(
    "Varje kontos saldo, omräknat ur konteringarna", "Every account's balance, recomputed from the postings"
)
_HEADS: Final = (
    Bilingual("Post", "Record"), Bilingual("Dag", "Day"), Bilingual("Verifikation", "Voucher"), Bilingual("År", "Year"),
    Bilingual("Händelse", "Event"), Bilingual("Kontonr", "No"), Bilingual("Konto", "Account"),
    Bilingual("Debet", "Debit"), Bilingual("Kredit", "Credit"),
)  # fmt: skip
_NUMBER, _DEBIT, _CREDIT = 5, 7, 8
"""The columns of an account's number, of debit and of credit."""
_PACKED_AT: Final = 4096
"""How many rows of postings are put away at a time."""
_FIRST: Final = 4
"""The first row of postings, below the title, the way back, the headings."""
_CONTROLS: Final = (
    Bilingual("Nr", "No"), Bilingual("Konto", "Account"), Bilingual("Saldo i boken", "Balance in the book"),
    Bilingual("Omräknat ur konteringarna", "Recomputed from the postings"), Bilingual("Kontroll", "Check"),
)  # fmt: skip
_ALL: Final = Bilingual("Alla konton: debet minus kredit", "All accounts: debit less credit")
_AGREES: Final = Bilingual("stämmer", "agrees")
_LISTS: Final = ("funds", "projects", "decisions", "years", "corrections")
_SUMMED: Final = ("funds", "projects", "claims")
_CLAIMS: Final = Form(
    "claims", Bilingual("Krav på nämnder", "Claims on boards"),
    (
        text("project", "Projekt", "Project"), text("fund", "Fond", "Fund"), text("board", "Nämnd", "Board"),
        amount("original", "Ursprunglig plan", "Original plan"), amount("planned", "Plan", "Plan"),
        amount("repaid", "Återfört", "Repaid"), amount("waived", "Efterskänkt", "Waived"),
        amount("borne", "Plan som inte återförts", "Plan not repaid"), amount("open", "Att återföra", "To repay"),
    ),
)  # fmt: skip


class _Posting(NamedTuple):
    """A line of an entry, with the record that it is of."""

    record: Record
    account: Account
    ore: int


@checked
def book_to_xlsx(book: BookReader, *, language: Language = "sv") -> bytes:
    """A book as an xlsx file: records, postings, control sums, funds, projects, claims, decisions, years, corrections.

    The same book gives the same bytes. Raises ``UnreadableInput`` where XlsxWriter is not installed.
    """
    records = tuple(book.records())
    point = CHECKPOINT.words(language).format(checkpoint=book.checkpoint)
    workbook = Workbook(TITLE.words(language), book.entity, language=language, foot=point)
    workbook.about(point)
    _write_table(workbook, log_table(records, language), _EVERY_RECORD.words(language))
    postings = tuple(_postings(records))
    numbers = {account: at for at, account in enumerate(dict.fromkeys(line.account for line in postings), 1)}
    sheet = workbook.sheet(_EVERY_POSTING.words(language), _POSTINGS.words(language))
    _write_postings(sheet, postings, numbers)
    controls = workbook.sheet(_EVERY_ACCOUNT.words(language), _BALANCES.words(language))
    _write_balances(controls, sheet, book, numbers, len(postings))
    for each in (sheet, controls):
        each.pack()
    for table in _tables(book, language):
        _write_table(workbook, table)
    return workbook.file()


def _write_table(workbook: Workbook, table: Table, title: str = "") -> None:
    """A sheet of a table, put away at once, as there may be a great many rows."""
    sheet = workbook.sheet(title or str(table.title), str(table.title))
    sheet.table(table)
    sheet.pack()


def _postings(records: Sequence[Record]) -> Iterator[_Posting]:
    for record in records:
        for line in record.entry.postings if record.entry else ():
            yield _Posting(record, line.account, line.ore)


def _tables(book: BookReader, language: Language) -> Iterator[Table]:
    """Funds, projects, claims, decisions, years and corrections, each with the sums of its amounts where it has any."""
    claims = (
        (name, each.fund, board, claim.original, claim.planned, claim.repaid, claim.waived, claim.borne, claim.open)
        for name, each in book.projects.items()
        for board, claim in each.claims
    )
    tables = [list_table(book, what, language) for what in _LISTS]
    tables.insert(2, _CLAIMS.listing(claims, language))
    yield from (_summed(table) if table.code in _SUMMED else table for table in tables if table.rows)


def _summed(table: Table) -> Table:
    """A table with the sum of each column of amounts below it."""
    amounts = [column.kind is ColumnKind.AMOUNT for column in table.columns]
    cells = (row.cells for row in table.rows)
    totals = [sum(column) if kind else None for kind, column in zip(amounts, zip(*cells, strict=True), strict=True)]
    return replace(table, rows=(*table.rows, Row((TOTAL, *totals[1:]), RowKind.SUM, "total")))


def _write_postings(sheet: Sheet, postings: Sequence[_Posting], numbers: Mapping[Account, int]) -> None:
    """The postings, a row each: written cell by cell without a table, as there may be a great many."""
    language, made = sheet.language, sheet.made
    sheet.row = _FIRST - 1
    for column, head in enumerate(_HEADS):
        right = looks.RIGHT if column in (_DEBIT, _CREDIT) else {}
        sheet.text(sheet.row, column, head.words(language), looks.HEAD, right)
    sheet.repeat(sheet.row)
    plain, day, kronor = (
        sheet.looks.of(),
        sheet.looks.of(num_format=sheet.looks.day, align="left"),
        sheet.looks.of(num_format=sheet.looks.amount(2)),
    )
    whole = sheet.looks.of(num_format=sheet.looks.year, align="left")
    named = {account: account_words(account).words(language) for account in numbers}
    for row, (record, account, ore) in enumerate(postings, _FIRST):
        entry = record.entry
        made.write_number(row, 0, record.seq, whole)
        made.write_datetime(row, 1, record.recorded_at.date(), day)
        made.write_string(row, 2, f"{entry.series} {entry.number}" if entry else "", plain)
        made.write_number(row, 3, of_year(record), whole)
        made.write_string(row, 4, words_of(record).words(language), plain)
        made.write_number(row, _NUMBER, numbers[account], whole)
        made.write_string(row, 6, named[account], plain)
        made.write_number(row, _DEBIT if ore > 0 else _CREDIT, abs(ore) / 100, kronor)
        if row % _PACKED_AT == 0:
            sheet.pack()
    for column, width in enumerate((8, 11, 13, 7, 34, 8, 46, 18, 18)):
        sheet.widen(column, width)
    sheet.row = _FIRST + len(postings)
    if postings:
        sheet.filter(_FIRST - 1, sheet.row - 1, len(_HEADS) - 1)
    sheet.printed_to(len(_HEADS) - 1)


def _write_balances(
    sheet: Sheet, postings: Sheet, book: BookReader, numbers: Mapping[Account, int], count: int
) -> None:
    """Each account's balance beside what its postings come to, which the sheet computes anew; and all of them."""
    language = sheet.language
    balances = {account: to_ore(money) for account, money in book.balances.items()}
    sheet.row = _FIRST - 1
    for column, head in enumerate(_CONTROLS):
        sheet.text(sheet.row, column, head.words(language), looks.HEAD, looks.RIGHT if column > 1 else {})
    sheet.repeat(sheet.row)

    def cells(column: int) -> str:
        name = column_name(column)
        return f"'{postings.name}'!${name}${_FIRST + 1}:${name}${_FIRST + max(count, 1)}"

    number, debit, credit = (cells(column) for column in (_NUMBER, _DEBIT, _CREDIT))
    first = row = _FIRST
    for row, (account, at) in enumerate(numbers.items(), _FIRST):
        sheet.whole(row, 0, at, sheet.looks.year, looks.PLAIN, {"align": "left"})
        sheet.text(row, 1, account_words(account).words(language), looks.PLAIN)
        of_account = f"SUMIF({number},A{row + 1},{debit})-SUMIF({number},A{row + 1},{credit})"
        _control(sheet, row, balances.get(account, 0), of_account)
    if numbers:
        sheet.text(row + 1, 1, _ALL.words(language), looks.SUM)
        _control(sheet, row + 1, sum(balances.values()), f"SUM({debit})-SUM({credit})", looks.SUM)
        sheet.checks.append((f"{sheet.at(first, 4)}:{cell_name(row + 1, 4)}", 0))
        sheet.warn_unless_zero(first, 4, row + 1)
    sheet.row = row + 2
    sheet.printed_to(len(_CONTROLS) - 1)


def _control(sheet: Sheet, row: int, ore: int, formula: str, *look: dict[str, Any]) -> None:
    """A balance, the same computed anew, and the difference between them."""
    look = look or (looks.PLAIN,)
    money, check = sheet.looks.amount(2), sheet.looks.check(2, _AGREES.words(sheet.language))
    sheet.amount(row, 2, ore, "kr", 2, *look)
    sheet.formula(row, 3, f"=ROUND({formula},2)", ore / 100, *look, looks.CHECKED, form=money)
    sheet.formula(row, 4, f"=ROUND(ABS(C{row + 1}-D{row + 1}),2)", 0, *look, looks.CHECKED, looks.RIGHT, form=check)
    sheet.widen(3, 20)
