"""A general ledger as an hledger journal (huvudbok som hledger-text), so that another engine can recompute it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.exchange.sie.values import amount_text
from sifund_ledger.general.ledger import GeneralLedger

_UNWANTED: Final = {ord(letter): " " for letter in "\t\r\n;|()*!"}


def to_hledger(ledger: GeneralLedger, year: int | None = None) -> str:
    """The opening balances and vouchers of a year as hledger text; account names are ``konto:`` and the number.

    The opening balances are one transaction on the first day of the year against ``ingående``, since the accounts of
    the result begin at zero. ``hledger balance`` then gives what :meth:`GeneralLedger.balances` does.
    """
    chosen = year if year is not None else (ledger.years[-1] if ledger.years else 0)
    return "\n".join(_lines(ledger, chosen)) + "\n"


def _lines(ledger: GeneralLedger, year: int) -> Iterator[str]:
    yield "decimal-mark ."
    yield ""
    opening: dict[str, int] = {}
    for source in ledger.sources:
        if source.year == year and source.vouchers:
            for account, ore in source.opening.items():
                opening[account] = opening.get(account, 0) + ore
    if any(opening.values()):
        yield f"{year:04d}-01-01 ingående balans"
        for account, ore in sorted(opening.items()):
            yield f"    konto:{account}  {amount_text(ore)} SEK"
        yield f"    ingående  {amount_text(-sum(opening.values()))} SEK"
        yield ""
    for voucher in ledger.each_voucher(year):
        if voucher.rows:
            day = voucher.day.isoformat() if voucher.day else f"{year:04d}-12-31"
            text = voucher.text.translate(_UNWANTED).strip()
            yield f"{day} * ({voucher.series}{voucher.number}) {text}".translate({ord("\n"): " "}).rstrip()
            for row in voucher.rows:
                yield f"    konto:{row.account}  {amount_text(row.ore)} SEK"
            if voucher.difference_ore:
                yield f"    obalans  {amount_text(-voucher.difference_ore)} SEK"
            yield ""
