"""Year-end vouchers out to the general ledger (bokslutsverifikationer): EARMARK alone, once each (ruling R29).

What goes out is what moved earmarks and reserves. Equity and results come from the general ledger themselves and do
not go back; claims never leave; frames go out as budget lines.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.exchange.sie.document import Objects, SieDocument, SieRow, SieVoucher
from sifund_ledger.exchange.sie.tokens import SieRecord
from sifund_ledger.exchange.statement_csv import guarded
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.ledger.accounts import BOOK_OF, NET_ASSETS, Account
from sifund_ledger.ledger.records import Record

MAPPING_UNREADABLE = FindingCode(
    "MAPPING_UNREADABLE",
    Severity.ERROR,
    en="The mapping of vouchers cannot be read: {why}.",
    sv="Konteringsmallen för verifikationer kan inte läsas: {why}.",
    remedy_en="Compare it with the example in the documentation.",
    remedy_sv="Jämför med exemplet i dokumentationen.",
)
VOUCHER_ACCOUNT_UNMAPPED = FindingCode(
    "VOUCHER_ACCOUNT_UNMAPPED",
    Severity.ERROR,
    en="The mapping has no account for {account}.",
    sv="Konteringsmallen har inget konto för {account}.",
    remedy_en='Add it below [accounts]: {account} = "…".',
    remedy_sv='Lägg till det under [accounts]: {account} = "…".',
    citation="R29",
)
VOUCHER_EXPORTED = FindingCode(
    "VOUCHER_EXPORTED",
    Severity.ERROR,
    en="Entry {entry} of {year} has been exported before.",
    sv="Verifikation {entry} för {year} har exporterats tidigare.",
    remedy_en="Export only what is new (only_new=True); begin a new register if the file was never imported.",
    remedy_sv="Exportera bara det nya (only_new=True), eller börja ett nytt register om filen aldrig blev inläst.",
    citation="R29; LKBR 3:7",
)
VOUCHER_NOTE_ONLY = FindingCode(
    "VOUCHER_NOTE_ONLY",
    Severity.NOTE,
    en="{count} entries of the fund {fund} in {year} stay here: its policy shows it in notes alone.",
    sv="{count} verifikationer för fonden {fund} {year} stannar här: dess riktlinje visar den bara i noter.",
    remedy_en="Set gl_treatment to sub_account in the fund's policy, should they go out.",
    remedy_sv="Sätt gl_treatment till sub_account i fondens riktlinje, om de ska gå ut.",
    citation="R29",
)
CODES = (VOUCHER_NOTE_ONLY, MAPPING_UNREADABLE, VOUCHER_ACCOUNT_UNMAPPED, VOUCHER_EXPORTED)

NumberForm = Literal["sv", "international"]
"""How CSV writes: semicolons and decimal commas, or commas and decimal points."""

_COLUMNS: Final = ("konto", "ansvar", "verksamhet", "projekt", "motpart", "belopp", "text", "datum")
_DIMENSIONS: Final = {"ansvar": "1", "verksamhet": "20", "projekt": "6", "motpart": "21"}


@dataclass(frozen=True, slots=True)
class VoucherMapping:
    """Which account and objects of the general ledger stand for which account of ours (konteringsmall).

    ``accounts`` has our codes (``fund_available``), or code and fund (``fund_available.social``), which goes before.
    ``objects`` has columns (ansvar, verksamhet, projekt, motpart), ``dimensions`` the SIE dimension of each.
    """

    accounts: dict[str, str]
    objects: dict[str, str] = field(default_factory=dict)
    dimensions: dict[str, str] = field(default_factory=lambda: dict(_DIMENSIONS))
    series: str = ""

    def account(self, account: Account) -> str | None:
        """The general ledger's account for one of ours."""
        return self.accounts.get(f"{account.code}.{account.fund}") or self.accounts.get(account.code)


def parse_mapping(text: str, name: str = "mapping.toml") -> VoucherMapping:
    """Read a mapping of vouchers (TOML). Raises :class:`~sifund_ledger.errors.UnreadableInput`.

    >>> mapping = parse_mapping('series = "SIF"\\n[accounts]\\n"fund_available.social" = "2071"\\n')
    >>> mapping.account(Account("EARMARK", "fund_available", fund="social"))
    '2071'
    """
    try:
        tree = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableInput([MAPPING_UNREADABLE.at(name, why=str(error))]) from None
    faults = [f"unknown key {key[:40]}" for key in tree if key not in ("series", "accounts", "objects", "dimensions")]
    groups: dict[str, dict[str, str]] = {}
    for key in ("accounts", "objects", "dimensions"):
        group = tree.get(key, {})
        if isinstance(group, dict) and all(isinstance(value, str) for value in group.values()):
            groups[key] = dict(group)
        else:
            faults.append(f"{key} must be a table of texts")
            groups[key] = {}
    faults += [
        f"accounts.{key[:40]} is no account" for key in groups["accounts"] if key.partition(".")[0] not in BOOK_OF
    ]
    for key in ("objects", "dimensions"):
        faults += [f"{key}.{each[:40]} is no column" for each in groups[key] if each not in _DIMENSIONS]
    if not isinstance(tree.get("series", ""), str):
        faults.append("series must be a text")
    if faults:
        raise UnreadableInput([MAPPING_UNREADABLE.at(name, why=why) for why in faults])
    dimensions = {**_DIMENSIONS, **groups["dimensions"]}
    return VoucherMapping(groups["accounts"], groups["objects"], dimensions, tree.get("series", ""))


@dataclass(frozen=True, slots=True)
class VoucherExport:
    """Vouchers that go out (utgående verifikationer). ``marks`` are to be remembered, so that none goes out twice."""

    entity: str
    year: int
    vouchers: tuple[SieVoucher, ...]
    marks: tuple[str, ...]
    mapping: VoucherMapping
    findings: tuple[Finding, ...] = ()

    def document(self, *, generated: date) -> SieDocument:
        """The vouchers as a SIE file of type 4I (SIE 4B §6); the importing ledger gives them their numbers."""
        records = [
            SieRecord("PROGRAM", ("sifund_ledger", "")),
            SieRecord("GEN", (f"{generated:%Y%m%d}",)),
            SieRecord("FNAMN", (self.entity,)),
            SieRecord("RAR", ("0", f"{self.year}0101", f"{self.year}1231")),
        ]
        return SieDocument(type="4I", records=records, vouchers=list(self.vouchers))

    def csv(self, form: NumberForm = "sv") -> str:
        """The rows as CSV: konto, ansvar, verksamhet, projekt, motpart, belopp, text, datum."""
        return _csv(
            _COLUMNS, (self._cells(voucher, row, form) for voucher in self.vouchers for row in voucher.rows), form
        )

    def _cells(self, voucher: SieVoucher, row: SieRow, form: NumberForm) -> tuple[str, ...]:
        objects = dict(row.objects)
        codes = (guarded(objects.get(self.mapping.dimensions[name], "")) for name in _DIMENSIONS)
        day = f"{voucher.date[:4]}-{voucher.date[4:6]}-{voucher.date[6:]}"
        return (row.account, *codes, _amount(row.ore, form), guarded(voucher.text), day)


def export_vouchers(
    records: Iterable[Record], year: int, mapping: VoucherMapping, *, entity: str = "",
    exported: Iterable[str] = (), only_new: bool = False, note_only: Iterable[str] = (),
) -> VoucherExport:  # fmt: skip
    """The EARMARK entries of a year as vouchers of the general ledger (ruling R29).

    ``exported`` has the marks of what has gone out before: raises :class:`~sifund_ledger.errors.Refused` where any of
    them would go again, unless ``only_new`` leaves them out; also for an account that the mapping lacks, with every
    reason. An entry decided after the year has ended is dated the year's last day. Funds in ``note_only`` are shown in
    notes alone and do not go out.
    """
    before, silent = frozenset(exported), frozenset(note_only)
    faults: list[Finding] = []
    vouchers: list[SieVoucher] = []
    marks: list[str] = []
    kept: Counter[str] = Counter()
    for record in records:
        entry = record.entry
        if entry is None or entry.year != year:
            continue
        moved = [posting for posting in entry.postings if posting.account.book == "EARMARK"]
        accounts = [posting.account for posting in moved]
        if not _goes_out(accounts):
            continue
        if quiet := {account.fund for account in accounts} & silent:
            kept.update(quiet)
            continue
        mark = f"{entry.series}{entry.number}/{entry.year}:{record.hash.hex()[:16]}"
        if mark in before:
            if not only_new:
                faults.append(VOUCHER_EXPORTED.at(str(year), entry=f"{entry.series}{entry.number}", year=year))
            continue
        rows = [row for account, ore in moved for row in _row(mapping, account, ore, year, faults)]
        day = min(entry.event_date, date(year, 12, 31))
        vouchers.append(SieVoucher(mapping.series, "", f"{day:%Y%m%d}", entry.text, rows))
        marks.append(mark)
    if faults:
        raise Refused(dict.fromkeys(faults))
    notes = [VOUCHER_NOTE_ONLY.at(str(year), year=year, fund=fund, count=count) for fund, count in kept.items()]
    return VoucherExport(entity, year, tuple(vouchers), tuple(marks), mapping, tuple(notes))


def _row(mapping: VoucherMapping, account: Account, ore: int, year: int, faults: list[Finding]) -> Iterator[SieRow]:
    number = mapping.account(account)
    if number is None:
        code = f'"{account.code}.{account.fund}"' if account.fund else account.code
        faults.append(VOUCHER_ACCOUNT_UNMAPPED.at(str(year), account=code))
    else:
        yield SieRow(number, ore, _objects(mapping, account))


def _goes_out(accounts: list[Account]) -> bool:
    codes = {account.code for account in accounts}
    earmarks = any(code.startswith("fund_") or code.endswith("_reserve") for code in codes)
    return earmarks and NET_ASSETS not in codes


def _objects(mapping: VoucherMapping, account: Account) -> Objects:
    objects = dict(mapping.objects)
    if account.project:
        objects.setdefault("projekt", account.project)
    return tuple((mapping.dimensions[column], code) for column, code in objects.items() if code)


def budget_lines(records: Iterable[Record], year: int, form: NumberForm = "sv") -> str:
    """The FRAME entries of a year as budget lines in CSV (budgetrader): nämnd, fond, belopp, text, datum (R29)."""

    def lines() -> Iterator[tuple[str, ...]]:
        for record in records:
            entry = record.entry
            if entry is not None and entry.year == year:
                for account, ore in entry.postings:
                    if account.book == "FRAME":
                        cells = (guarded(account.board), guarded(account.fund), _amount(ore, form))
                        yield (*cells, guarded(entry.text), entry.event_date.isoformat())

    return _csv(("nämnd", "fond", "belopp", "text", "datum"), lines(), form)


def _amount(ore: int, form: NumberForm) -> str:
    whole, part = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{whole}{',' if form == 'sv' else '.'}{part:02d}"


def _csv(heads: tuple[str, ...], lines: Iterable[tuple[str, ...]], form: NumberForm) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if form == "sv" else ",", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows(lines)
    return out.getvalue()
