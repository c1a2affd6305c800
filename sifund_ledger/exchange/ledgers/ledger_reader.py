"""A general ledger in the making (huvudbok under inläsning): file after file into columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain, repeat

from sifund_ledger.exchange.ledgers import findings as codes
from sifund_ledger.exchange.ledgers.csv_journal import JournalYear
from sifund_ledger.exchange.sie.checks.stated_months import StatedMonths, stated_months
from sifund_ledger.exchange.sie.checks.tie_checks import Stated, StatedBalances
from sifund_ledger.exchange.sie.checks.voucher_faults import repeats
from sifund_ledger.exchange.sie.document import FiscalYear, SieAccount, SieDocument, SieVoucher
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.reading import read_into
from sifund_ledger.exchange.sie.records.bulk import RowTexts, Vouchers
from sifund_ledger.exchange.sie.text.known_parts import KnownParts
from sifund_ledger.exchange.sie.text.rows import day_of_tail, joined, objects_of, tail_of
from sifund_ledger.exchange.sie.values import date_of
from sifund_ledger.findings import Bilingual, Counted, Finding, listed, printable
from sifund_ledger.general_ledger.columns import Columns, day_number
from sifund_ledger.general_ledger.ledger import GeneralLedger
from sifund_ledger.general_ledger.sources import LedgerAccount, LedgerSource
from sifund_ledger.named_rows import named_tuples
from sifund_ledger.written import all_cleaned, cleaned


class LedgerReader:
    """A general ledger in the making, one file after another; where there are several, ``known`` may be shared."""

    lists_balances = False

    def __init__(self, known: KnownParts | None = None) -> None:
        self.columns = Columns()
        self.texts = RowTexts(self.columns.objects, self.columns.details)
        self.sources: list[LedgerSource] = []
        self.accounts: dict[str, LedgerAccount] = {}
        self._agreed: dict[str, SieAccount] = {}
        self._declared = frozenset[str]()
        self.dimensions: dict[str, str] = {}
        self.findings: list[Finding] = []
        self._balances: list[tuple[StatedBalances, Mapping[str, SieAccount]]] = []
        self._known = known
        self._moved: dict[str, int] | None = None
        self._stated: tuple[StatedBalances, Stated, StatedMonths] | None = None
        self.has_like = False
        """Whether a file that differs from the last one in sound vouchers alone states the same, with its findings."""

    def ledger(self) -> GeneralLedger:
        """The ledger of all files taken."""
        self._settle()
        return GeneralLedger(
            self.columns, self.sources, self.accounts, tuple(self.findings), objects_of, tail_of, self.dimensions
        )

    def take_sie(self, data: bytes, found: FileFindings) -> None:
        """A SIE file of any type."""
        self._take_stated(read_into(self, data, found, self._known), found)

    def take_document(self, document: SieDocument, found: FileFindings) -> None:
        """A document, as a SIE file of it is taken."""
        self.take(*document.vouchers)
        self._take_stated(document, found)

    def _take_stated(self, document: SieDocument, found: FileFindings) -> None:
        """Everything of a document but its vouchers, which have been taken."""
        if document.accounts is not self._agreed:  # which files that have the same chart share
            declared = document.accounts
            names = all_cleaned([each.name for each in declared.values()])
            kinds = [each.kind for each in declared.values()]
            accounts = named_tuples(LedgerAccount, zip(declared, names, kinds, strict=True))
            if self._declare(dict(zip(declared, accounts, strict=True)), found):
                self._agreed, self._declared = declared, frozenset(declared)
        currency = document.first("VALUTA")
        if currency.upper() not in ("", "SEK"):
            found.add(codes.LEDGER_CURRENCY, currency=printable(currency))
        for dimension in document.dimensions.values():
            self.dimensions.setdefault(dimension.number, cleaned(dimension.name))
        self.end_source(found, document)

    @property
    def _vouchers(self) -> range:
        """The vouchers since the last source ended, which are those of the file being read."""
        return range(self.sources[-1].vouchers.stop if self.sources else 0, len(self.columns.voucher_first))

    @property
    def _rows(self) -> range:
        return range(self.sources[-1].rows.stop if self.sources else 0, len(self.columns.row_ore))

    def end_source(self, found: FileFindings, document: SieDocument) -> None:
        """A file has been read: its vouchers and rows are the source's, with what the document states."""
        span = document.years.get(0)
        first_day, last_day = (date_of(span.start), date_of(span.end)) if span else (None, None)
        year = last_day.year if last_day else max(self.columns.voucher_day[self._vouchers.start :], default=0) // 10000
        if not year:
            found.add(codes.LEDGER_NO_YEAR)
        elif not last_day:
            found.add(codes.LEDGER_YEAR_UNKNOWN, year=year)
        balances, of_year, of_months = self._stated or _stated(StatedBalances.of(document), self.moved())
        covered, label = self._covered(document, balances, span) if span and first_day and last_day else (None, "")
        if covered:
            found.add(codes.LEDGER_COVERS_PART, covered=covered, label=label, last=last_day)
        organisation = "".join(filter(str.isdigit, document.organisation_number))
        self.sources.append(
            LedgerSource(
                found.name, cleaned(document.company), organisation, document.program, year, first_day, last_day,
                *of_year[:3], self.moved(), self._vouchers, self._rows, *of_months[:3],
                self._declared if document.accounts is self._agreed else frozenset(document.accounts), covered,
            )
        )  # fmt: skip
        self._balances.append((balances, document.accounts))
        self._moved = self._stated = None
        # Findings depend on vouchers where balances or no year are stated, and on letters in another format.
        is_of_year = last_day is not None and document.type == "4I" and not balances.every
        self.has_like = is_of_year and document.format.upper() == "PC8"

    def end_source_like(self, source: int, name: str) -> None:
        """A file has been read that states what a source, by position, does; its vouchers and rows are its own."""
        like, moved = self.sources[source], self.columns.moved()
        self.sources.append(like._replace(name=name, moved=moved, vouchers=self._vouchers, rows=self._rows))
        self._balances.append(self._balances[source])

    def _covered(self, document: SieDocument, balances: StatedBalances, year: FiscalYear) -> tuple[date | None, str]:
        """The day within the year to which the balances of the file go, and the record that says so.

        They go to the day that it states (#OMFATTN), and no further than the day on which it was made (#GEN): some
        programs state the year's end whenever they write. A day that vouchers or months go beyond says nothing, nor
        does one outside the year.
        """
        if not balances.of_years:
            return None, ""
        days = [(day, label) for label in ("OMFATTN", "GEN") if date_of(day := document.first(label))]
        if not any(year.start <= day < year.end for day, _ in days):
            return None, ""  # so most files have it, and their rows need not be asked
        every = balances.every
        months = (period for label, number, period, _, _ in every if period and label == "PSALDO" and number == 0)
        month, last = max(months, default=""), str(self._last_day())
        day, label = min(((day, label) for day, label in days if day >= last and day[:6] >= month), default=("", ""))
        return (date_of(day), label) if year.start <= day < year.end else (None, "")

    def _last_day(self) -> int:
        """The last day of the vouchers and rows of the file being read, as YYYYMMDD; a row may have its own."""
        details = list(self.columns.details)
        of_rows = {day_of_tail(details[each]) for each in set(self.columns.row_details[self._rows.start :])}
        return max(chain(self.columns.voucher_day[self._vouchers.start :], map(day_number, of_rows)), default=0)

    def take_stated(self, balances: StatedBalances, stated: Stated, months: StatedMonths) -> None:
        """The balances of the file that has been read, and what they state of its year and by month."""
        self._stated = balances, stated, months

    def moved(self) -> dict[str, int]:
        """The rows of the file that has been read, summed by account."""
        if self._moved is None:
            self._moved = self.columns.moved()
        return self._moved

    def repeated(self) -> Iterator[tuple[str, str, int]]:
        """The vouchers of the file being read whose number stood in its series before."""
        columns, texts, first = self.columns, list(self.columns.texts), self._vouchers.start
        for index in repeats(columns.voucher_series[first:], columns.voucher_number[first:]):
            at = first + index
            yield texts[columns.voucher_series[at]], columns.voucher_number[at], columns.voucher_line[at]

    def take_columns(self, read: Vouchers) -> None:
        """Vouchers that were read in bulk."""
        self.columns.add_vouchers(
            series=read.series, numbers=read.numbers, days=read.days, texts=read.titles, registered=read.registered,
            makers=read.makers, lines=read.lines, counts=read.counts,
        )  # fmt: skip
        self.columns.add_numbered(accounts=read.accounts, ores=read.ores, objects=read.objects, details=read.tails)

    def take(self, *vouchers: SieVoucher) -> None:
        """Vouchers that were read line by line."""
        rows = [[row for row in each.rows if row.label == "TRANS"] for each in vouchers]
        every, join = list(chain.from_iterable(rows)), cache(joined)  # what rows have repeats
        self.columns.add_vouchers(
            series=[each.series for each in vouchers], numbers=[each.number for each in vouchers],
            days=[each.date for each in vouchers], texts=[each.text for each in vouchers],
            registered=[each.registered for each in vouchers], makers=[each.sign for each in vouchers],
            lines=[each.line for each in vouchers], counts=list(map(len, rows)),
        )  # fmt: skip
        self.columns.add_rows(
            accounts=[row.account for row in every],
            ores=[row.ore for row in every],
            objects=[join(*chain.from_iterable(row.objects)) for row in every],
            details=[join(row.date, row.text, row.quantity, row.sign) for row in every],
            lines=chain.from_iterable(map(_lines, vouchers)),
        )

    def take_journal(
        self, read: JournalYear, names: Sequence[tuple[str, str]], document: SieDocument, found: FileFindings
    ) -> None:
        """The vouchers of a year, by series and number, as a source of its own; the document is all else of it."""
        nothing = [""] * len(names)
        self.columns.add_vouchers(
            series=[series for series, _ in names], numbers=[number for _, number in names],
            days=[day for day, *_ in read.keys], texts=read.texts, registered=nothing, makers=nothing,
            lines=read.lines, counts=read.counts,
        )  # fmt: skip
        self.columns.add_rows(
            accounts=read.accounts, ores=read.ores, objects=read.objects, details=read.details, lines=read.row_lines
        )
        self._take_stated(document, found)

    def _declare(self, accounts: dict[str, LedgerAccount], found: FileFindings) -> bool:
        """Take the accounts of a file; the type and the name that came first count. Whether the types agree."""
        if accounts.keys().isdisjoint(self.accounts):
            self.accounts |= accounts
            return True
        agree = True
        for account in accounts.values():
            known = self.accounts.get(account.number, account)
            self.accounts[account.number] = LedgerAccount(
                account.number, known.name or account.name, known.kind or account.kind
            )
            if account.kind and known.kind and account.kind != known.kind:
                found.add(codes.LEDGER_ACCOUNT_DIFFERS, account=account.number, other=account.kind, kind=known.kind)
                agree = False
        return agree

    def _settle(self) -> None:
        """Let what each file states count by the types that all of them give, so that their order means nothing."""
        if len(self.sources) == 1:
            return
        for index, (source, (balances, declared)) in enumerate(zip(self.sources, self._balances, strict=True)):
            stating = {account for _, _, _, account, _ in balances.every}
            own = {number: declared.get(number) or SieAccount(number) for number in stating}
            other = {
                number: account._replace(kind=known.kind)
                for number, account in own.items()
                if (known := self.accounts.get(number)) and known.on_balance_sheet != account.on_balance_sheet
            }
            if not other:
                continue
            by_all = StatedBalances(balances.every, {**declared, **other})
            _, (opening, closing, result, _), months = _stated(by_all, source.moved)
            periods, objects_opening, objects_closing, _ = months
            self.sources[index] = source._replace(
                opening=opening, closing=closing, result=result, periods=periods, objects_opening=objects_opening,
                objects_closing=objects_closing,
            )  # fmt: skip
            counted = Counted(len(other), Bilingual("konto", "account"), Bilingual("konton", "accounts"))
            accounts = listed(map(printable, sorted(other)))
            self.findings.append(codes.LEDGER_TYPE_TAKEN.at(source.name, counted=counted, accounts=accounts))


def _stated(balances: StatedBalances, moved: Mapping[str, int]) -> tuple[StatedBalances, Stated, StatedMonths]:
    """Balances, and what they state of the year and by month; ``moved`` is what the rows sum to by account."""
    return balances, balances.stated(moved), stated_months(balances)


def _lines(voucher: SieVoucher) -> list[int]:
    """The lines of the booked rows; zeros for those that stand where rows do when nothing is said."""
    stated = zip(voucher.rows, chain(voucher.row_lines, repeat(0)), strict=False)
    lines = [line for row, line in stated if row.label == "TRANS"]
    return [0 if line == voucher.line + 2 + index else line for index, line in enumerate(lines)]
