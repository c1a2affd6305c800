"""A list of balances in CSV (saldolista, balansrapport): opening and closing balances by account, and no vouchers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sifund_ledger.exchange.ledgers import findings as codes
from sifund_ledger.exchange.ledgers.csv_cells import Cells, Unread
from sifund_ledger.exchange.sie.document import ACCOUNT_KINDS, SieAccount, SieBalance, SieDocument
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.findings import listed, printable
from sifund_ledger.written import cleaned, written_day

if TYPE_CHECKING:
    from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader

_ACCOUNT: Final = re.compile(r"([0-9]+)(?:\s+(.*))?", re.DOTALL)
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DAY: Final = re.compile(r"(?<![0-9])[0-9]{4}-?[0-9]{2}-?[0-9]{2}(?![0-9])")


@dataclass(slots=True)
class _Year:
    accounts: dict[str, SieAccount] = field(default_factory=dict)
    balances: Counter[tuple[str, str]] = field(default_factory=Counter)


class Balances:
    """The rows of a list of balances, by year: a column says it, or else the lines above the names of the columns.

    Rows of one account, such as those of its objects, are added up.
    """

    def __init__(self, cells: Cells, titles: Sequence[str]) -> None:
        self._cells = cells
        above = " ".join(map(cleaned, titles))
        days = sorted(f"{read.day:%Y%m%d}" for text in _DAY.findall(above) if (read := written_day(text)))
        years = {day[:4] for day in days} or set(_YEAR.findall(above))
        self._year = max(years) if days or len(years) == 1 else ""
        self._last = days[-1] if days else ""
        self._years: dict[str, _Year] = {}
        self._left_out: list[tuple[int, str]] = []

    def take(self, line: int, cells: list[str]) -> None:
        """One row. A row without an account, such as a sum, is left out. Raises :class:`Unread` for one unread."""
        cells = self._cells.filled(cells)
        account = self._cells.word(cells, "account")
        match = _ACCOUNT.fullmatch(account)
        if match is None:
            self._left_out.append((line, account or next(filter(None, map(cleaned, cells)))))
            return
        year = self._cells.text(cells, "year") or self._year
        if year and not _YEAR.fullmatch(year):
            raise Unread("year", year)
        amounts = {
            meaning: self._cells.amount(line, cells, meaning) if self._cells.text(cells, meaning) else 0
            for meaning in ("opening", "change", "closing")
            if meaning in self._cells.at
        }
        kind = self._cells.text(cells, "kind").upper()
        name = self._cells.text(cells, "text") or match[2] or ""
        chosen = SieAccount(match[1], name, kind if kind in ACCOUNT_KINDS else "")
        self._add(line, self._years.setdefault(year, _Year()), chosen, amounts)

    def _add(self, line: int, year: _Year, account: SieAccount, amounts: dict[str, int]) -> None:
        opening = amounts.get("opening", 0)
        closing = amounts.get("closing", opening + amounts.get("change", 0))
        if {"opening", "change", "closing"} <= amounts.keys() and opening + amounts["change"] != closing:
            self._cells.found.add(
                codes.LEDGER_CSV_BALANCE_DIFFERS, line, account=account.number, opening=opening,
                change=amounts["change"], closing=closing,
            )  # fmt: skip
        year.accounts.setdefault(account.number, account)
        if account.on_balance_sheet:
            labels = [("IB", "opening", opening), ("UB", "closing", closing)]
            stated = [(label, ore) for label, meaning, ore in labels if meaning in amounts or "change" in amounts]
        else:
            stated = [("RES", closing)]
        for label, ore in stated:
            year.balances[label, account.number] += ore

    def put_into(self, reader: LedgerReader) -> int:
        """Put the balances into a ledger, a source for each year; how many there are."""
        count = 0
        for document in self._documents():
            count += len(document.balances)
            reader.take_document(document, self._cells.found)
        return count

    def _documents(self) -> Iterator[SieDocument]:
        """A document for each year, the first year first."""
        if self._left_out:
            rows = listed(printable(text) for _, text in self._left_out)
            self._cells.found.add(codes.LEDGER_CSV_ROWS_LEFT_OUT, self._left_out[0][0], rows=rows)
        if self._years.pop("", None):
            self._cells.found.add(codes.LEDGER_CSV_YEAR_UNKNOWN)
        for year, each in sorted(self._years.items()):
            records = [SieRecord("PROGRAM", ("CSV",)), SieRecord("RAR", ("0", f"{year}0101", f"{year}1231"))]
            if self._last.startswith(year):
                records.append(SieRecord("OMFATTN", (self._last,)))
            balances = [SieBalance(label, 0, account, ore) for (label, account), ore in each.balances.items()]
            yield SieDocument(type="1", records=records, accounts=each.accounts, balances=balances)
