"""Keys that would become one (sammanfallande nycklar) once the characters that code page 437 lacks are replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sifund_ledger.exchange.sie.document import Objects, SieBalance, SieDocument, SiePeriodBalance
from sifund_ledger.exchange.sie.file_findings import FileFindings, shown
from sifund_ledger.exchange.sie.findings import SIE_UNWRITABLE

Key = tuple[str, ...]


def check_keys(document: SieDocument, written: Callable[[str], str], found: FileFindings) -> None:
    """Report accounts, dimensions, objects, series, vouchers and years that would be written alike.

    ``written`` gives a text as the file has it.
    """
    for label, keys in _keys(document):
        owners: dict[Key, Key] = {}
        for key in sorted(keys):
            becomes = tuple(map(written, key))
            if becomes == key:
                continue
            other = becomes if becomes in keys else owners.setdefault(becomes, key)
            if other != key:
                what, own, theirs = (shown(" ".join(each)) for each in ((f"#{label}", *key), becomes, other))
                found.add(
                    SIE_UNWRITABLE, what=what, what_sv=what, why=f"it would be written {own}, as {theirs} is",
                    why_sv=f"det skulle skrivas {own}, som också {theirs} skrivs",
                )  # fmt: skip


def _keys(document: SieDocument) -> Iterator[tuple[str, set[Key]]]:
    """The keys of a document by the label that declares them, whether they are declared or only used."""
    accounts = set(document.accounts)
    listed: set[Objects] = {(key,) for key in document.objects}
    stated: list[SieBalance | SiePeriodBalance] = [*document.balances, *document.period_balances]
    for each in stated:
        accounts.add(each.account)
        listed.add(each.objects)
    for voucher in document.vouchers:
        for row in voucher.rows:
            accounts.add(row.account)
            listed.add(row.objects)
    objects = {pair for pairs in listed for pair in pairs}
    dimensions = {dimension for dimension, _ in objects} | set(document.dimensions)
    dimensions.update(each.parent for each in document.dimensions.values())
    series = {voucher.series for voucher in document.vouchers}
    # A number that is left to the importing program, empty or 0, is none.
    vouchers: set[Key] = {(each.series, each.number) for each in document.vouchers if each.number not in ("", "0")}
    yield "RAR", {(record.text(0),) for record in document.records if record.label == "RAR"}
    yield "KONTO", {(account,) for account in accounts}
    yield "DIM", {(dimension,) for dimension in dimensions}
    yield "OBJEKT", {(dimension, number) for dimension, number in objects}
    yield "VER", {(each,) for each in series}
    yield "VER", vouchers
