"""What cannot be written so that it reads back equal, and is refused (SIE 4B §5-8)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from sifund_ledger.exchange.sie.assembling import Assembly, is_leftover
from sifund_ledger.exchange.sie.checking import report_marks
from sifund_ledger.exchange.sie.document import ACCOUNT_KINDS, SieDocument, SieVoucher
from sifund_ledger.exchange.sie.file_findings import FileFindings, shown
from sifund_ledger.exchange.sie.findings import (
    SIE_AMOUNT_UNWRITABLE,
    SIE_TYPE_CONTRADICTED,
    SIE_TYPE_NOT_WRITTEN,
    SIE_UNWRITABLE,
)
from sifund_ledger.exchange.sie.labels import BALANCES, OBJECT_BALANCES, PERIOD_BALANCES, ROW_LABELS, RULES, upper
from sifund_ledger.exchange.sie.record_faults import KINDS
from sifund_ledger.exchange.sie.rows import voucher_of
from sifund_ledger.exchange.sie.scanning import LONGEST_LINE, MOST_FAULTY_LINES, MOST_ODD_RECORDS, Record, Voucher
from sifund_ledger.exchange.sie.tokens import SieRecord, texts
from sifund_ledger.exchange.sie.values import is_period, year_number
from sifund_ledger.exchange.sie.voucher_faults import report_unbalanced
from sifund_ledger.money import MAX_ORE

_LABEL: Final = re.compile(r'[^ \t\n{}"]+')


def is_plain_line(text: str) -> bool:
    """Whether a line is read as one that is no record, no brace and not empty.

    >>> is_plain_line("# text"), is_plain_line("#TEXT"), is_plain_line("}"), is_plain_line("")
    (True, False, False, False)
    """
    if not text or text != text.strip(" \t\r") or "\n" in text or text in ("{", "}"):
        return False
    return text[0] != "#" or text[1:2] in ("", " ", "\t", "{", "}", '"')


def check_writable(document: SieDocument, written: Callable[[str], str], found: FileFindings) -> bool:
    """Report what cannot or should not be written; whether there is a file to write at all.

    ``written`` gives a text as the file has it, where characters that code page 437 lacks are replaced.
    """
    if document.type not in ("3", "4E", "4I"):
        found.add(SIE_TYPE_NOT_WRITTEN, type=document.type)
        return False
    _labels(document, found)
    if _amounts(document, found) | _Unwritable(document, written, found).any():
        return False
    for each in document.vouchers:
        if each.difference_ore:
            report_unbalanced(found, each.series, each.number, each.line, each.difference_ore)
    return True


def _labels(document: SieDocument, found: FileFindings) -> None:
    used = {"FLAGGA", "FORMAT", "SIETYP", *(record.label for record in document.records)}
    used.update(each.label for each in document.balances)
    used.update(each.label for each in document.period_balances)
    used.update(("DIM",) * bool(document.dimensions) + ("OBJEKT",) * bool(document.objects))
    used.update(("KONTO",) * bool(document.accounts) + ("VER",) * bool(document.vouchers))
    balances = not used.isdisjoint(BALANCES)
    if (document.type == "4I" and balances) or (document.type == "4E" and not balances):
        has, has_sv = ("has", "har") if balances else ("has no", "saknar")
        found.add(SIE_TYPE_CONTRADICTED, type=document.type, has=has, has_sv=has_sv)
    report_marks(document.type, used, found)


def _amounts(document: SieDocument, found: FileFindings) -> bool:
    amounts = [(each.account, each.ore) for each in document.balances]
    amounts += [(each.account, each.ore) for each in document.period_balances]
    amounts += [(row.account, row.ore) for voucher in document.vouchers for row in voucher.rows]
    unwritable = [(a, ore) for a, ore in amounts if type(ore) is not int or not -MAX_ORE <= ore <= MAX_ORE]
    for account, ore in unwritable:
        found.add(SIE_AMOUNT_UNWRITABLE, account=shown(account), value=ore)
    return bool(unwritable)


class _Unwritable:
    """Reports what would be read back as something else."""

    def __init__(self, document: SieDocument, written: Callable[[str], str], found: FileFindings) -> None:
        self.document = document
        self.written = written
        self.found = found
        self._any = False

    def any(self) -> bool:
        """Whether anything in the document is so."""
        self._chart()
        self._balances()
        for record in self.document.records:
            self._record(record)
        self._numerous()
        for record in self._misplaced():
            what = " ".join((f"#{record.label}", *texts(record.fields)))
            self._report(what, "it would be read as what it declares", "det skulle läsas som vad det anger")
        for voucher in self.document.vouchers:
            self._voucher(voucher)
        return self._any

    def _report(self, what: str, why: str, why_sv: str, what_sv: str = "") -> None:
        self._any = True
        self.found.add(SIE_UNWRITABLE, what=shown(what), what_sv=shown(what_sv or what), why=why, why_sv=why_sv)

    def _chart(self) -> None:
        document = self.document
        declared: tuple[tuple[str, Iterable[tuple[object, object]]], ...] = (
            ("KONTO", ((key, each.number) for key, each in document.accounts.items())),
            ("DIM", ((key, each.number) for key, each in document.dimensions.items())),
            ("OBJEKT", ((key, each[:2]) for key, each in document.objects.items())),
        )
        for label, keys in declared:
            for key, own in keys:
                if key != own:
                    at = shown(str(key))
                    self._report(f"#{label} {own}", f"it stands under the key {at}", f"det står under nyckeln {at}")
        for account in document.accounts.values():
            if account.kind not in ("", *ACCOUNT_KINDS):
                self._kind(f"#KTYP {account.number}", account.kind, "kind")

    def _balances(self) -> None:
        for each in self.document.balances:
            what = f"#{each.label} {each.year} {each.account}"
            if each.label not in (*BALANCES, *OBJECT_BALANCES):
                self._report(what, "no balance has that label", "inget saldo har den etiketten")
            elif each.objects and each.label not in OBJECT_BALANCES:
                self._report(what, "only #OIB and #OUB have objects", "bara #OIB och #OUB har objekt")
            self._year(what, each.year)
        for month in self.document.period_balances:
            what = f"#{month.label} {month.year} {month.period} {month.account}"
            if month.label not in PERIOD_BALANCES:
                self._report(what, "no month's balance has that label", "inget periodsaldo har den etiketten")
            if not is_period(month.period):
                self._kind(what, month.period, "period")
            self._year(what, month.year)

    def _year(self, what: str, year: int) -> None:
        if year_number(str(year)) is None:
            self._kind(what, str(year), "year")

    def _kind(self, what: str, value: str, kind: str) -> None:
        name, name_sv = KINDS[kind]
        self._report(what, f"{shown(value)} is no {name}", f"{shown(value)} är {name_sv}")

    def _record(self, record: SieRecord) -> None:
        label = record.label
        if label == "KSUMMA":
            self._report("#KSUMMA", "control_sum says whether there is one", "control_sum anger om den finns")
        elif label:
            self._label(record)
        elif len(record.fields) != 1 or not is_plain_line(record.text(0)):
            self._report(
                f'"{record.text(0)}"',
                "it is no line that is kept as it stands",
                "det är ingen rad som behålls som den står",
            )

    def _label(self, record: SieRecord) -> bool:
        if not _LABEL.fullmatch(record.label) or record.label != upper(record.label):
            self._report(
                f'"#{record.label}"',
                "a label is in upper case, without blanks, quotation marks and braces",
                "en etikett skrivs med versaler, utan blanktecken, citattecken och klamrar",
            )
            return False
        return True

    def _numerous(self) -> None:
        """More that is odd than any file has, at which reading ends."""
        document = self.document
        keys = {(*each[:3], each.objects) for each in document.balances}
        months = {(*each[:4], each.objects) for each in document.period_balances}
        again = len(document.balances) - len(keys) + len(document.period_balances) - len(months)
        inside = chain.from_iterable(voucher.others for voucher in document.vouchers)
        unknown = sum(1 for record in chain(document.records, inside) if record.label not in RULES)
        lines = sum(1 for record in document.records if not record.label or record.label in ROW_LABELS)
        many = max(len(document.records) + again, unknown)
        if many >= MOST_ODD_RECORDS or lines >= MOST_FAULTY_LINES:
            count = lines if many < MOST_ODD_RECORDS else many
            self._report(
                f"{count} records", "reading ends where so many are unknown, faulty, there twice or outside vouchers",
                "läsningen slutar där så många är okända, felaktiga, dubbla eller utanför verifikationer",
                f"{count} poster",
            )  # fmt: skip

    def _misplaced(self) -> Iterator[SieRecord]:
        """Records that would not be left over when the file is read, or change an account: reading itself is asked."""
        document, written = self.document, self.written
        # As they are written, since "−5.00" is no amount and what replaces it is one; copies, so that a record which
        # the document has twice is two.
        left = [self._as_written(record) for record in document.records if is_leftover(record)]
        if not left:
            return
        accounts = {written(account.number): account for account in document.accounts.values()}
        assembly = Assembly(FileFindings(""))
        assembly.document = replace(
            document, records=[], accounts=dict(accounts), balances=[], period_balances=[],
            dimensions={written(each.number): each for each in document.dimensions.values()},
            objects={(written(each.dimension), written(each.number)): each for each in document.objects.values()},
        )  # fmt: skip
        for record in left:
            if record.label == "VER" and isinstance(voucher_of(Voucher(0, record), FileFindings("")), SieVoucher):
                yield record
            else:
                assembly.take(0, record)
        assembly.settle()
        kept = set(map(id, assembly.document.records))
        changed = {number for number, account in assembly.document.accounts.items() if account != accounts.get(number)}
        for record in left:
            detail = record.label in ("KTYP", "ENHET") and " ".join(texts(record.fields[:1])) in changed
            if detail or (id(record) not in kept and record.label != "VER"):
                yield record

    def _as_written(self, record: SieRecord) -> SieRecord:
        fields = tuple(
            self.written(field) if isinstance(field, str) else tuple(map(self.written, field))
            for field in record.fields
        )
        return SieRecord(record.label, fields)

    def _voucher(self, voucher: SieVoucher) -> None:
        for row in voucher.rows:
            if row.label not in ROW_LABELS:
                self._inside(voucher, row.label, "no row has that label", "ingen rad har den etiketten")
        for record in voucher.others:
            if not self._label(record):
                continue
            if record.label in ROW_LABELS:
                read = voucher_of(Voucher(0, SieRecord("VER"), [Record(0, self._as_written(record))]), FileFindings(""))
                if isinstance(read, SieVoucher) and read.rows:
                    self._inside(voucher, record.label, "it would be read as a row", "det skulle läsas som en rad")
            elif record.label in RULES:
                self._inside(voucher, record.label, "it would end the voucher", "det skulle avsluta verifikationen")

    def _inside(self, voucher: SieVoucher, label: str, why: str, why_sv: str) -> None:
        key = f"{voucher.series} {voucher.number}"
        self._report(f"#{label} in voucher {key}", why, why_sv, f"#{label} i verifikation {key}")


def report_too_long(line: str, found: FileFindings) -> None:
    """Report a line that is longer than any that is read."""
    if len(line) > LONGEST_LINE:
        found.add(
            SIE_UNWRITABLE, what=shown(line, 20), what_sv=shown(line, 20), why=f"the line has {len(line)} characters",
            why_sv=f"raden har {len(line)} tecken",
        )  # fmt: skip
