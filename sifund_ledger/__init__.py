"""sifund_ledger: what Swedish municipalities earmark in equity, and the balance requirement (balanskravet).

The public names are below, exported lazily: importing the package costs next to nothing, and needs py-moneyed and
python-dateutil alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sifund_ledger.amounts import Rounding as Rounding
    from sifund_ledger.amounts import round_ore as round_ore
    from sifund_ledger.amounts import split as split
    from sifund_ledger.balance.deficits.deficits import Deficit as Deficit
    from sifund_ledger.balance.equity.equity import EquityNote as EquityNote
    from sifund_ledger.balance.figures.year_figures import ExceptionalGround as ExceptionalGround
    from sifund_ledger.balance.figures.year_figures import OpeningDeficit as OpeningDeficit
    from sifund_ledger.balance.figures.year_figures import OwnRow as OwnRow
    from sifund_ledger.balance.figures.year_figures import YearFigures as YearFigures
    from sifund_ledger.balance.statement.lines import Line as Line
    from sifund_ledger.balance.statement.statement import (
        BalanceRequirementStatement as BalanceRequirementStatement,
    )
    from sifund_ledger.balance.statement.statement import balance_requirement as balance_requirement
    from sifund_ledger.balance.statement.year_statement import YearStatement as YearStatement
    from sifund_ledger.book import Book as Book
    from sifund_ledger.citations import Citation as Citation
    from sifund_ledger.decisions import Decision as Decision
    from sifund_ledger.decisions import DecisionState as DecisionState
    from sifund_ledger.errors import AmountRefused as AmountRefused
    from sifund_ledger.errors import ConflictingLaw as ConflictingLaw
    from sifund_ledger.errors import LawError as LawError
    from sifund_ledger.errors import NoLawInForce as NoLawInForce
    from sifund_ledger.errors import PolicyRefused as PolicyRefused
    from sifund_ledger.errors import Refused as Refused
    from sifund_ledger.errors import SifundError as SifundError
    from sifund_ledger.errors import StaleHead as StaleHead
    from sifund_ledger.errors import StoreUnavailable as StoreUnavailable
    from sifund_ledger.errors import UnreadableInput as UnreadableInput
    from sifund_ledger.findings import Finding as Finding
    from sifund_ledger.findings import Severity as Severity
    from sifund_ledger.funds.policy import presets as presets
    from sifund_ledger.funds.policy.policy import Policy as Policy
    from sifund_ledger.funds.tables.account import Fund as Fund
    from sifund_ledger.funds.tables.account import FundAccount as FundAccount
    from sifund_ledger.funds.tables.account import Project as Project
    from sifund_ledger.ledger.accounts import Account as Account
    from sifund_ledger.ledger.chain import Checkpoint as Checkpoint
    from sifund_ledger.ledger.entries import Entry as Entry
    from sifund_ledger.ledger.entries import Posting as Posting
    from sifund_ledger.ledger.records import Record as Record
    from sifund_ledger.money import from_ore as from_ore
    from sifund_ledger.money import sek as sek
    from sifund_ledger.store.opening import open_book as open_book
    from sifund_ledger.table import Table as Table
    from sifund_ledger.year_end.run import YearEnd as YearEnd

__version__ = "0.1.0"

_HOMES = {
    "Account": "ledger.accounts",
    "AmountRefused": "errors",
    "PolicyRefused": "errors",
    "BalanceRequirementStatement": "balance.statement.statement",
    "Book": "book",
    "Checkpoint": "ledger.chain",
    "Citation": "citations",
    "ConflictingLaw": "errors",
    "Decision": "decisions",
    "DecisionState": "decisions",
    "Deficit": "balance.deficits.deficits",
    "Entry": "ledger.entries",
    "EquityNote": "balance.equity.equity",
    "ExceptionalGround": "balance.figures.year_figures",
    "Finding": "findings",
    "Fund": "funds.tables.account",
    "FundAccount": "funds.tables.account",
    "LawError": "errors",
    "Line": "balance.statement.lines",
    "NoLawInForce": "errors",
    "OpeningDeficit": "balance.figures.year_figures",
    "OwnRow": "balance.figures.year_figures",
    "Policy": "funds.policy.policy",
    "Posting": "ledger.entries",
    "Project": "funds.tables.account",
    "Record": "ledger.records",
    "Refused": "errors",
    "Rounding": "amounts",
    "Severity": "findings",
    "SifundError": "errors",
    "StaleHead": "errors",
    "StoreUnavailable": "errors",
    "Table": "table",
    "UnreadableInput": "errors",
    "YearEnd": "year_end.run",
    "YearFigures": "balance.figures.year_figures",
    "YearStatement": "balance.statement.year_statement",
    "balance_requirement": "balance.statement.statement",
    "from_ore": "money",
    "open_book": "store.opening",
    "presets": "funds.policy.presets",
    "round_ore": "amounts",
    "sek": "money",
    "split": "amounts",
}
__all__ = sorted(["__version__", *_HOMES])  # noqa: PLE0605 - checkers take the names from the imports above


if not TYPE_CHECKING:  # a checker would otherwise take any name for one of the package's

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module 'sifund_ledger' has no attribute {name!r}")
        home = import_module(f"sifund_ledger.{_HOMES[name]}")
        value = home if _HOMES[name].endswith(f".{name}") else getattr(home, name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
