"""sifund_ledger: what Swedish municipalities earmark in equity, and the balance requirement (balanskravet).

The public names are below, exported lazily: importing the package costs next to nothing, and needs py-moneyed and
python-dateutil alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sifund_ledger.lazy_names import loaded_when_asked

if TYPE_CHECKING:
    from sifund_ledger.amounts import Rounding, round_ore, split
    from sifund_ledger.balance.deficits.deficits import Deficit
    from sifund_ledger.balance.equity.equity import EquityNote
    from sifund_ledger.balance.figures.year_figures import ExceptionalGround, OpeningDeficit, OwnRow, YearFigures
    from sifund_ledger.balance.statement.lines import Line
    from sifund_ledger.balance.statement.statement import BalanceRequirementStatement, balance_requirement
    from sifund_ledger.balance.statement.year_statement import YearStatement
    from sifund_ledger.book import Book
    from sifund_ledger.citations import Citation
    from sifund_ledger.decisions import Decision, DecisionState
    from sifund_ledger.errors import (
        AmountRefused,
        ArgumentRefused,
        ConflictingLaw,
        LawError,
        NoLawInForce,
        NotFound,
        PolicyRefused,
        Refused,
        SifundError,
        StaleHead,
        StoreUnavailable,
        UnreadableInput,
    )
    from sifund_ledger.findings import Finding, Severity
    from sifund_ledger.funds.policy import presets
    from sifund_ledger.funds.policy.policy import Policy
    from sifund_ledger.funds.tables.account import FundAccount
    from sifund_ledger.funds.tables.snapshots import Fund, Project
    from sifund_ledger.ledger.accounts import Account
    from sifund_ledger.ledger.entries import Entry, Posting
    from sifund_ledger.ledger.journal.chain import Checkpoint
    from sifund_ledger.ledger.records import Record
    from sifund_ledger.money import from_ore, sek
    from sifund_ledger.store.opening import open_book
    from sifund_ledger.table import Table
    from sifund_ledger.year_end.run import YearEnd

__version__ = "0.1.0"

__all__ = [
    "Account", "AmountRefused", "ArgumentRefused", "BalanceRequirementStatement", "Book", "Checkpoint", "Citation",
    "ConflictingLaw", "Decision", "DecisionState", "Deficit", "Entry", "EquityNote", "ExceptionalGround", "Finding",
    "Fund", "FundAccount", "LawError", "Line", "NoLawInForce", "NotFound", "OpeningDeficit", "OwnRow", "Policy",
    "PolicyRefused", "Posting", "Project", "Record", "Refused", "Rounding", "Severity", "SifundError", "StaleHead",
    "StoreUnavailable", "Table", "UnreadableInput", "YearEnd", "YearFigures", "YearStatement", "__version__",
    "balance_requirement", "from_ore", "open_book", "presets", "round_ore", "sek", "split",
]  # fmt: skip
_HOMES: Final = {
    "amounts": ("Rounding", "round_ore", "split"),
    "balance.deficits.deficits": ("Deficit",),
    "balance.equity.equity": ("EquityNote",),
    "balance.figures.year_figures": ("ExceptionalGround", "OpeningDeficit", "OwnRow", "YearFigures"),
    "balance.statement.lines": ("Line",),
    "balance.statement.statement": ("BalanceRequirementStatement", "balance_requirement"),
    "balance.statement.year_statement": ("YearStatement",),
    "book": ("Book",),
    "citations": ("Citation",),
    "decisions": ("Decision", "DecisionState"),
    "errors": (
        "AmountRefused", "ArgumentRefused", "ConflictingLaw", "LawError", "NoLawInForce", "NotFound",
        "PolicyRefused", "Refused", "SifundError", "StaleHead", "StoreUnavailable", "UnreadableInput",
    ),
    "findings": ("Finding", "Severity"),
    "funds.policy": ("presets",),
    "funds.policy.policy": ("Policy",),
    "funds.tables.account": ("FundAccount",),
    "funds.tables.snapshots": ("Fund", "Project"),
    "ledger.accounts": ("Account",),
    "ledger.journal.chain": ("Checkpoint",),
    "ledger.entries": ("Entry", "Posting"),
    "ledger.records": ("Record",),
    "money": ("from_ore", "sek"),
    "store.opening": ("open_book",),
    "table": ("Table",),
    "year_end.run": ("YearEnd",),
}  # fmt: skip

if not TYPE_CHECKING:  # a checker would otherwise take any name for one of the package's
    __getattr__, __dir__ = loaded_when_asked(__name__, _HOMES, bare=("sek",))
