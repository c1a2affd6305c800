"""The municipality's own general ledger (huvudbok): columns, roles of accounts, the year's figures proposed from it.

``columns`` and ``ledger`` hold the rows, ``sources`` and ``overlaps`` tie the files, ``proposed_figures`` proposes
a year by ``roles``. It knows no file format and no account number; ``exchange.ledgers`` fills it.
"""

from __future__ import annotations

from sifund_ledger.boundary import checked_names
from sifund_ledger.general_ledger.ledger import GeneralLedger, LedgerRow, LedgerVoucher
from sifund_ledger.general_ledger.proposed_figures import AccountPart, ProposedFigure, ProposedFigures, propose_figures
from sifund_ledger.general_ledger.roles import Accounts, Roles
from sifund_ledger.general_ledger.sources import LedgerAccount, LedgerSource

__all__ = [
    "AccountPart",
    "Accounts",
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
checked_names(globals())
