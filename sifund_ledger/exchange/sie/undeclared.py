"""What a file that is written should declare, and values that readers will not take (SIE 4B §5.9-6): warnings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.exchange.sie.document import Objects, SieBalance, SieDocument, SiePeriodBalance, SieRow
from sifund_ledger.exchange.sie.file_findings import FileFindings, shown
from sifund_ledger.exchange.sie.findings import SIE_ACCOUNT_UNDECLARED, SIE_OBJECT_NOT_DECLARED, SIE_VALUE_INVALID
from sifund_ledger.exchange.sie.labels import DATE_FIELDS
from sifund_ledger.exchange.sie.record_faults import KINDS
from sifund_ledger.exchange.sie.values import date_of, is_quantity

_LAST_RESERVED_DIMENSION: Final = 19


def check_declared(document: SieDocument, found: FileFindings) -> None:
    """Report accounts, objects and dimensions that are used and not declared."""
    stated: list[SieBalance | SiePeriodBalance] = [*document.balances, *document.period_balances]
    accounts: dict[str, str] = {}
    objects: dict[Objects, None] = {}
    for each in stated:
        accounts.setdefault(each.account, each.label)
        objects[each.objects] = None
    for voucher in document.vouchers:
        for row in voucher.rows:
            if row.account not in accounts:
                accounts[row.account] = row.label
            if row.objects not in objects:
                objects[row.objects] = None
    for account, label in accounts.items():
        if account not in document.accounts:
            found.add(SIE_ACCOUNT_UNDECLARED, account=shown(account), label=label)
    pairs = dict.fromkeys(pair for listed in objects for pair in listed)
    for dimension in dict.fromkeys(dimension for dimension, _ in pairs):
        reserved = dimension.isdecimal() and int(dimension[:9]) <= _LAST_RESERVED_DIMENSION
        if dimension not in document.dimensions and not reserved:
            number = shown(dimension)
            found.add(SIE_OBJECT_NOT_DECLARED, what=f"Dimension {number}", what_sv=f"Dimension {number}", label="DIM")
    for pair in pairs:
        if pair not in document.objects:
            dimension, number = map(shown, pair)
            what, what_sv = f"Object {number} of dimension {dimension}", f"Objekt {number} i dimension {dimension}"
            found.add(SIE_OBJECT_NOT_DECLARED, what=what, what_sv=what_sv, label="OBJEKT")


def check_values(document: SieDocument, found: FileFindings) -> None:
    """Report dates and quantities that are none; a reader keeps them as texts, and tells."""

    def report(value: str, kind: str, where: str, where_sv: str) -> None:
        what, what_sv = KINDS[kind]
        found.add(
            SIE_VALUE_INVALID, value=shown(value) or '""', what=what, what_sv=what_sv, where=shown(where),
            where_sv=shown(where_sv),
        )  # fmt: skip

    for record in document.records:
        for index in DATE_FIELDS.get(record.label, ()):
            if not date_of(record.text(index)):
                report(record.text(index), "date", f"#{record.label}", f"#{record.label}")
    stated: list[SieBalance | SiePeriodBalance] = [*document.balances, *document.period_balances]
    for each in stated:
        if not is_quantity(each.quantity):
            where = f"#{each.label} {each.year} {each.account}"
            report(each.quantity, "quantity", where, where)
    for voucher in document.vouchers:
        key = f"{voucher.series} {voucher.number}"
        for value in (voucher.date, voucher.registered or voucher.date):
            if not date_of(value):
                report(value, "date", f"#VER {key}", f"#VER {key}")
                break
        for row in voucher.rows:
            for value, kind in _invalid_in(row):
                report(value, kind, f"#{row.label}, voucher {key}", f"#{row.label}, verifikation {key}")


def _invalid_in(row: SieRow) -> Iterator[tuple[str, str]]:
    if row.date and not date_of(row.date):
        yield row.date, "date"
    if row.quantity and not is_quantity(row.quantity):
        yield row.quantity, "quantity"
