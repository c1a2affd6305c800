"""The municipality's own general ledger (huvudbok): columns, roles of accounts, the year's figures proposed from it."""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import FindingCode
from sifund_ledger.general import figures, ledger, overlaps, sources
from sifund_ledger.general.figures import AccountPart, ProposedFigure, ProposedFigures, propose_figures
from sifund_ledger.general.ledger import GeneralLedger, LedgerRow, LedgerVoucher
from sifund_ledger.general.roles import Accounts, Roles
from sifund_ledger.general.sources import LedgerAccount, LedgerSource

CODES: Final[tuple[FindingCode, ...]] = (*sources.CODES, *overlaps.CODES, *ledger.CODES, *figures.CODES)

__all__ = [
    "AccountPart",
    "Accounts",
    "CODES",
    "GeneralLedger",
    "LedgerAccount",
    "LedgerRow",
    "LedgerSource",
    "LedgerVoucher",
    "ProposedFigure",
    "ProposedFigures",
    "Roles",
    "propose_figures",
]
