"""What a mapping of vouchers lacks or mixes up (brister i konteringsmallen), told with the vouchers that it made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sifund_ledger.exchange.voucher_mapping import VoucherMapping
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.ledger.accounts import FREE_EQUITY

MAPPING_FUND_UNKNOWN = FindingCode(
    "MAPPING_FUND_UNKNOWN",
    Severity.WARNING,
    en="The mapping has {key}, and the book has no such fund.",
    sv="Konteringsmallen har {key}, och boken har ingen sådan fond.",
    remedy_en="Spell the fund as the book does, or take the line away.",
    remedy_sv="Stava fonden som i boken, eller ta bort raden.",
)
PROJECT_UNMAPPED = FindingCode(
    "PROJECT_UNMAPPED",
    Severity.WARNING,
    en="The mapping has no code for the project {project}; its name goes out as the object of dimension {dimension}.",
    sv="Konteringsmallen har ingen kod för projektet {project}; namnet går ut som objekt i dimension {dimension}.",
    remedy_en="Add the ledger's code below [projects], and check the rows before they are imported: {line}",
    remedy_sv="Lägg till huvudbokens kod under [projects], och kontrollera raderna innan de läses in: {line}",
)
MAPPING_ACCOUNT_SHARED = FindingCode(
    "MAPPING_ACCOUNT_SHARED",
    Severity.WARNING,
    en="{key} has the account {account}, which free_equity has too: a voucher between them moves nothing.",
    sv="{key} har kontot {account}, som även free_equity har: en verifikation mellan dem flyttar inget.",
    remedy_en="Give {key} an account of its own; a fund that has none is note_only.",
    remedy_sv="Ge {key} ett eget konto; en fond som inte har något är note_only.",
    citation="R29",
)
CODES = (MAPPING_FUND_UNKNOWN, PROJECT_UNMAPPED, MAPPING_ACCOUNT_SHARED)


def mapping_faults(mapping: VoucherMapping, funds: set[str]) -> Iterator[Finding]:
    """The lines of funds that the book has not, and those on the account of free equity."""
    free = {number for key, number in mapping.accounts.items() if key.partition(".")[0] == FREE_EQUITY}
    for key, number in mapping.accounts.items():
        code, _, fund = key.partition(".")
        if fund and not any(fund == known or fund.startswith(f"{known}.") for known in funds):
            yield MAPPING_FUND_UNKNOWN.at(f"accounts.{key}", key=key)
        if code != FREE_EQUITY and number in free:
            yield MAPPING_ACCOUNT_SHARED.at(f"accounts.{key}", key=key, account=number)


def unmapped(mapping: VoucherMapping, projects: Iterable[str], year: int) -> Iterator[Finding]:
    """The projects whose names go out for want of a code; none where every row bears an object that is fixed."""
    for project in projects:
        if project not in mapping.projects and "projekt" not in mapping.objects:
            line = f'{json.dumps(project, ensure_ascii=False)} = "…"'
            dimension = mapping.dimensions["projekt"]
            yield PROJECT_UNMAPPED.at(str(year), project=project, dimension=dimension, line=line)
