"""Year-end vouchers out to the general ledger (bokslutsverifikationer): EARMARK alone, once each (ruling R29).

What goes out is what moved earmarks and reserves. Equity, results and opening balances are the general ledger's own
and do not go back; claims never leave; frames go out as budget lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sifund_ledger.boundary import checked_methods
from sifund_ledger.errors import Refused
from sifund_ledger.exchange.csv_forms import NumberForm, csv_text
from sifund_ledger.exchange.sie.document import SieDocument, SieRow, SieVoucher
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.exchange.vouchers import findings as codes
from sifund_ledger.exchange.vouchers.export_register import Outgoing, entry_name, mark_of, marks_alone
from sifund_ledger.exchange.vouchers.ledger_treatment import note_only_funds, treatment_changes
from sifund_ledger.exchange.vouchers.preliminary import Awaiting, book_of
from sifund_ledger.exchange.vouchers.voucher_mapping import (
    DIMENSIONS,
    VoucherMapping,
    funds_together,
    mapping_faults,
    unmapped,
)
from sifund_ledger.findings import Bilingual, Counted, Finding, FindingCode
from sifund_ledger.fiscal import year_close, year_start
from sifund_ledger.funds.state.fund_events import FundCreated
from sifund_ledger.ledger.accounts import NET_ASSETS, Account
from sifund_ledger.ledger.entries import Entry, Posting
from sifund_ledger.ledger.events import EntryCorrected, JournalOpened, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Record

_COLUMNS: Final = ("konto", *DIMENSIONS, "belopp", "text", "datum", "verifikation")
_OPENING: Final = "IB"
_ENTRY: Final = Bilingual("verifikation", "entry stays")
_ENTRIES: Final = Bilingual("verifikationer", "entries stay")


@checked_methods
@dataclass(frozen=True, slots=True)
class VoucherExport:
    """Vouchers that go out (utgående verifikationer), and what our entry of each is called (``entries``).

    ``marks`` are to be remembered, so that none goes out twice.
    """

    entity: str
    year: int
    vouchers: tuple[SieVoucher, ...]
    entries: tuple[str, ...]
    marks: tuple[str, ...]
    mapping: VoucherMapping
    findings: tuple[Finding, ...] = ()
    organisation_number: str = ""

    def document(self, *, generated: date, version: str = "") -> SieDocument:
        """The vouchers as a SIE file of type 4I (SIE 4B §6); the importing ledger gives them their numbers.

        The paragraph sign of decisions, which code page 437 lacks, is written ``par.``. ``version`` is the program's.
        """
        records = [
            SieRecord("PROGRAM", ("sifund_ledger", version)),
            SieRecord("GEN", (f"{generated:%Y%m%d}",)),
            SieRecord("FNAMN", (self.entity,)),
            *([SieRecord("ORGNR", (_hyphened(self.organisation_number),))] if self.organisation_number else []),
            SieRecord("RAR", ("0", f"{self.year}0101", f"{self.year}1231")),
        ]
        vouchers = [replace(voucher, text=_as_written(voucher.text)) for voucher in self.vouchers]
        return SieDocument(type="4I", records=records, vouchers=vouchers)

    def csv(self, form: NumberForm = "sv") -> str:
        """The rows as CSV: konto, ansvar, verksamhet, projekt, motpart, belopp, text, datum, verifikation (our entry).

        ``read_general_ledger`` reads it, as a ledger of these rows alone.
        """
        dimensions = [self.mapping.dimensions[column] for column in DIMENSIONS]
        rows: Iterator[tuple[str | int, ...]] = (
            (row.account, *(dict(row.objects).get(each, "") for each in dimensions), row.ore, voucher.text, day, entry)
            for voucher, entry in zip(self.vouchers, self.entries, strict=True)
            for day in [f"{voucher.date[:4]}-{voucher.date[4:6]}-{voucher.date[6:]}"]
            for row in voucher.rows
        )
        return csv_text(form, _COLUMNS, rows)


def export_vouchers(
    records: Iterable[Record], year: int, mapping: VoucherMapping, *, entity: str = "",
    exported: Iterable[str] = (), only_new: bool = False, note_only: Iterable[str] | None = None,
) -> VoucherExport:  # fmt: skip
    """The EARMARK entries of a year as vouchers of the general ledger (ruling R29).

    ``exported`` has the marks of what has gone out before: raises :class:`~sifund_ledger.errors.Refused` where any of
    them would go again, unless ``only_new`` leaves them out; also for an account that the mapping lacks, with every
    reason. An entry decided outside the year is dated its first or last day. Opening balances do not go out, nor do
    their corrections, nor funds whose policy on the last day of the year says ``note_only`` (or those named in
    ``note_only``, whatever their policies say). A correction follows the year in which it is booked; where a fund is
    shown in another way than the year before, a finding says what is to be booked by hand.

    >>> from dataclasses import replace
    >>> from sifund_ledger import Decision, open_book, presets, sek
    >>> kf = Decision.parse("KF 2014-04-28 § 31")
    >>> with open_book(create="Exempelby", actor="ekonomi") as book:
    ...     _ = book.open_equity(2012, sek(900), opening_deficits=[], decision=kf)
    ...     _ = book.record_result(2013, sek(20))
    ...     on_account = replace(presets.tomelilla_earmark, gl_treatment="sub_account")
    ...     _ = book.create_fund("social", policy=on_account, decision=kf)
    ...     _ = book.set_aside("social", sek(5), result_year=2013, decision=kf)
    ...     mapping = VoucherMapping({"free_equity": "2010", "fund_available": "2071"})
    ...     [voucher] = export_vouchers(book.records(), 2013, mapping).vouchers
    >>> voucher.date, [(row.account, row.ore) for row in voucher.rows]
    ('20131231', [('2010', 500), ('2071', -500)])
    """
    records, exported = tuple(records), tuple(exported)
    sorting = Sorting(note_only_funds(records, year) if note_only is None else frozenset(note_only), {year})
    outgoing = Outgoing(year, codes.VOUCHER_EXPORTED, marks_alone(exported), only_new)
    awaiting = Awaiting(year, exported, book_of(records))
    vouchers: list[SieVoucher] = []
    entries: list[str] = []
    projects: dict[str, None] = {}
    accounts: dict[Account, None] = {}
    for record, entry, moved in sorting.outward(records):
        text = _text(record, entry)
        short = _shortened(text, record, entry, mapping.text_length)
        if outgoing.takes(record, text="" if short == text else text):
            rows = [row for posting in moved for row in _row(mapping, posting, year, outgoing.faults)]
            if awaiting.recognises(rows):
                continue
            vouchers.append(SieVoucher(mapping.series, "", day_in_year(entry, year), short, rows))
            entries.append(entry_name(record))
            projects |= dict.fromkeys(account.project for account, _ in moved if account.project)
            accounts |= dict.fromkeys(account for account, _ in moved if account.fund)
    nothing = list(outgoing.ended())
    if any(_closes(record, year) for record in records):
        vouchers += awaiting.reversals(mapping.series)
    if awaiting.marks:
        nothing = []
    changes = treatment_changes(records, year) if note_only is None else ()
    lacks = (
        *mapping_faults(mapping, sorting.funds), *funds_together(mapping, accounts, year),
        *unmapped(mapping, projects, year),
    )  # fmt: skip
    notes = (*changes, *sorting.notes(year), *lacks, *awaiting.notes(), *nothing)
    entries += [""] * (len(vouchers) - len(entries))  # a reversal is of no entry of ours
    marks = (*outgoing.marks, *awaiting.marks)
    return VoucherExport(entity, year, tuple(vouchers), tuple(entries), marks, mapping, notes, _number(records))


def export_preliminary(
    records: Iterable[Record], proposals: Iterable[Record], year: int, mapping: VoucherMapping, *, entity: str = "",
    exported: Iterable[str] = (),
) -> VoucherExport:  # fmt: skip
    """What is proposed for a year as preliminary vouchers, before the council has decided (ruling R25).

    ``proposals`` are records that are only tried out, as :meth:`~sifund_ledger.Book.proposed_records` gives them. What
    is out already stays out; what is no longer proposed is reversed. Once it is decided and recorded,
    :func:`export_vouchers` recognises what went out, and reverses the rest when the year is closed. Raises as
    :func:`export_vouchers`.
    """
    records, proposals, exported = tuple(records), tuple(proposals), tuple(exported)
    sorting = Sorting(note_only_funds(records, year), {year})
    awaiting = Awaiting(year, exported, book_of(records))
    before, faults = marks_alone(exported), list[Finding]()
    new = {record.seq for record in proposals}
    vouchers: list[SieVoucher] = []
    gone = 0
    for record, entry, moved in sorting.outward((*records, *proposals)):
        rows = [row for posting in moved for row in _row(mapping, posting, year, faults)]
        if (record.seq not in new and mark_of(record) in before) or awaiting.takes(rows):
            gone += 1
            continue  # it has gone out: as what it is, or as the preliminary one that it will be recognised by
        if record.seq in new:
            text = f"Preliminär: {entry.text}"[: mapping.text_length]
            vouchers.append(SieVoucher(mapping.series, "", day_in_year(entry, year), text, rows))
            awaiting.goes_out(vouchers[-1])
    if faults:
        raise Refused(dict.fromkeys(faults))
    vouchers += awaiting.reversals(mapping.series)
    empty = () if vouchers else (codes.EXPORT_EMPTY.at(str(year), year=year, before=gone),)
    found = (*sorting.notes(year), *mapping_faults(mapping, sorting.funds), *awaiting.notes(), *empty)
    return VoucherExport(
        entity, year, tuple(vouchers), ("",) * len(vouchers), tuple(awaiting.marks), mapping, found, _number(records)
    )


def _closes(record: Record, year: int) -> bool:
    """Whether a record closes a year, with those before it."""
    event = record.event
    return isinstance(event, PeriodMoved) and event.state == PeriodState.CLOSED and event.year >= year


def _number(records: Sequence[Record]) -> str:
    return next((each.event.organisation_number for each in records if isinstance(each.event, JournalOpened)), "")


class Sorting:
    """Tells the entries of some years that go out from those that stay, and counts the latter by fund."""

    def __init__(self, note_only: frozenset[str], years: Collection[int]) -> None:
        self.note_only, self.years = note_only, years
        self.stayed: dict[int, tuple[FindingCode, str]] = {}
        self.counts: Counter[tuple[FindingCode, str]] = Counter()
        self.reserves: Counter[tuple[str, str]] = Counter()
        self.funds: set[str] = set()

    def outward(self, records: Iterable[Record]) -> Iterator[tuple[Record, Entry, list[Posting]]]:
        """The records of the years that go out, each with its entry and its EARMARK postings."""
        for record in records:
            if isinstance(record.event, FundCreated):
                self.funds.add(record.event.fund)
            entry = record.entry
            moved = [posting for posting in entry.postings if posting.account.book == "EARMARK"] if entry else []
            if entry is None or not _moves_earmarks(moved):
                continue
            reason = self._reason(record, entry, moved)
            if reason is not None:
                self.stayed[record.seq] = reason
                if entry.year in self.years:
                    self._count(reason, moved)
            elif entry.year in self.years:
                yield record, entry, moved

    def _count(self, reason: tuple[FindingCode, str], moved: list[Posting]) -> None:
        """An entry that stays, and what it moves of a reserve, which the ledger has whatever it shows of funds."""
        code, fund = reason
        self.counts[reason] += 1
        for account, ore in moved:
            if code is codes.VOUCHER_NOTE_ONLY and account.code.endswith("_reserve"):
                self.reserves[fund, account.code] -= ore

    def _reason(self, record: Record, entry: Entry, moved: list[Posting]) -> tuple[FindingCode, str] | None:
        if isinstance(record.event, EntryCorrected):
            return self.stayed.get(record.event.corrects)
        # A fund that is met by the result reserve has no account of its own, but its events name it.
        fund = next((account.fund for account, _ in moved if account.fund), "") or getattr(record.event, "fund", "")
        if entry.series == _OPENING:
            return codes.VOUCHER_OPENING_STAYS, fund
        return (codes.VOUCHER_NOTE_ONLY, fund) if fund in self.note_only else None

    def notes(self, year: int) -> Iterator[Finding]:
        """What stayed, by fund, where the one year alone was asked for."""
        for (code, fund), count in self.counts.items():
            yield code.at(str(year), year=year, fund=fund, entries=Counted(count, _ENTRY, _ENTRIES))
        for (fund, account), ore in self.reserves.items():
            if ore:
                yield codes.VOUCHER_RESERVE_STAYS.at(str(year), year=year, fund=fund, account=account, amount=ore)


def _moves_earmarks(moved: list[Posting]) -> bool:
    codes = {account.code for account, _ in moved}
    earmarks = any(code.startswith("fund_") or code.endswith("_reserve") for code in codes)
    return earmarks and NET_ASSETS not in codes


def _row(mapping: VoucherMapping, posting: Posting, year: int, faults: list[Finding]) -> Iterator[SieRow]:
    account, ore = posting
    number = mapping.account(account)
    if number is None:
        faults.append(codes.VOUCHER_ACCOUNT_UNMAPPED.at(str(year), account=_key(account)))
    else:
        yield SieRow(number, ore, mapping.objects_of(account))


def _key(account: Account) -> str:
    return f'"{account.code}.{account.fund}"' if account.fund else account.code


def day_in_year(entry: Entry, year: int) -> str:
    """The voucher's day lies in its fiscal year, whenever it was decided (ruling R26)."""
    return f"{min(max(entry.event_date, year_start(year)), year_close(year)):%Y%m%d}"


def _text(record: Record, entry: Entry) -> str:
    """What the entry concerns, what it rests on, and which entry of ours it is, so that each leads to the other."""
    decided = f", {record.decision}" if record.decision else ""
    return f"{entry.text}{decided} ({entry_name(record)})"


def _shortened(text: str, record: Record, entry: Entry, most: int | None) -> str:
    """A text within the length that the receiving system takes: without its decision first, then cut; never without
    the name of our entry, which leads to the rest."""
    if most is None or len(_as_written(text)) <= most:
        return text
    name = f" ({entry_name(record)})"
    return _as_written(entry.text)[: most - len(name)].rstrip() + name


def _as_written(text: str) -> str:
    """A text as SIE has it: code page 437 lacks the paragraph sign."""
    return text.replace("§", "par.")


def _hyphened(number: str) -> str:
    """An organisation number as SIE writes it, ``212000-1967`` (SIE 4B §6 #ORGNR); what is none stays as it is."""
    digits = number.replace("-", "")
    return f"{digits[-10:-4]}-{digits[-4:]}" if digits.isdecimal() and len(digits) in (10, 12) else number
