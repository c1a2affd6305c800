"""The municipality's own general ledger (huvudbok): columns, roles of accounts, the year's figures proposed from it.

``columns`` and ``ledger`` hold the rows, ``row_views`` makes what is asked of them (``ledger_rows``), ``sources`` and
``overlaps`` tie the files, ``proposed_figures`` proposes a year by ``roles``, ``reconciliation`` holds a book's rows
against it by ``row_matching``, and gives what is ``reconciled``. It knows no file format and no account number;
``exchange.ledgers`` fills it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sifund_ledger.lazy_names import loaded_when_asked

if TYPE_CHECKING:
    from sifund_ledger.general_ledger.ledger import GeneralLedger
    from sifund_ledger.general_ledger.ledger_rows import LedgerColumns, LedgerRow, LedgerVoucher
    from sifund_ledger.general_ledger.proposed_figures import (
        AccountPart,
        ProposedFigure,
        ProposedFigures,
        propose_figures,
    )
    from sifund_ledger.general_ledger.reconciled import BookedRow, Reconciliation, RowDifference, Sums
    from sifund_ledger.general_ledger.reconciliation import reconcile
    from sifund_ledger.general_ledger.roles import Accounts, Roles
    from sifund_ledger.general_ledger.row_matching import DifferenceKind
    from sifund_ledger.general_ledger.sources import LedgerAccount, LedgerSource

__all__ = [
    "AccountPart", "Accounts", "BookedRow", "DifferenceKind", "GeneralLedger", "LedgerAccount",
    "LedgerColumns", "LedgerRow", "LedgerSource", "LedgerVoucher", "ProposedFigure", "ProposedFigures",
    "Reconciliation", "Roles", "RowDifference", "Sums", "propose_figures", "reconcile",
]  # fmt: skip
_HOMES: Final = {
    "ledger": ("GeneralLedger",),
    "ledger_rows": ("LedgerColumns", "LedgerRow", "LedgerVoucher"),
    "proposed_figures": ("AccountPart", "ProposedFigure", "ProposedFigures", "propose_figures"),
    "reconciled": ("BookedRow", "Reconciliation", "RowDifference", "Sums"),
    "reconciliation": ("reconcile",),
    "roles": ("Accounts", "Roles"),
    "row_matching": ("DifferenceKind",),
    "sources": ("LedgerAccount", "LedgerSource"),
}

if not TYPE_CHECKING:  # reading a ledger needs no proposal, and no law
    __getattr__, __dir__ = loaded_when_asked(__name__, _HOMES)
