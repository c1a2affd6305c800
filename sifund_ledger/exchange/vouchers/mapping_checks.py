"""What a mapping of vouchers lacks or mixes up (brister i konteringsmallen), told with the vouchers that it made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sifund_ledger.exchange.vouchers import findings as codes
from sifund_ledger.exchange.vouchers.voucher_mapping import VoucherMapping
from sifund_ledger.findings import Finding
from sifund_ledger.ledger.accounts import FREE_EQUITY


def mapping_faults(mapping: VoucherMapping, funds: set[str]) -> Iterator[Finding]:
    """The lines of funds that the book has not, and those on the account of free equity."""
    free = {number for key, number in mapping.accounts.items() if key.partition(".")[0] == FREE_EQUITY}
    for key, number in mapping.accounts.items():
        code, _, fund = key.partition(".")
        if fund and not any(fund == known or fund.startswith(f"{known}.") for known in funds):
            yield codes.MAPPING_FUND_UNKNOWN.at(f"accounts.{key}", key=key)
        if code != FREE_EQUITY and number in free:
            yield codes.MAPPING_ACCOUNT_SHARED.at(f"accounts.{key}", key=key, account=number)


def unmapped(mapping: VoucherMapping, projects: Iterable[str], year: int) -> Iterator[Finding]:
    """The projects whose names go out for want of a code; none where every row bears an object that is fixed."""
    for project in projects:
        if project not in mapping.projects and "projekt" not in mapping.objects:
            line = f'{json.dumps(project, ensure_ascii=False)} = "…"'
            dimension = mapping.dimensions["projekt"]
            yield codes.PROJECT_UNMAPPED.at(str(year), project=project, dimension=dimension, line=line)
