"""Interchange with other systems: SIE, the general ledger, vouchers and budget lines out, figures files, statements.

Figures files need pydantic (the extra ``cli``); it is imported when one is read or written, not before.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sifund_ledger.balance.reserves.securities import OpeningExcluded
    from sifund_ledger.exchange.budget_export import BudgetExport, BudgetLine, budget_lines
    from sifund_ledger.exchange.export_register import parse_register, register_text
    from sifund_ledger.exchange.figures import figures_schema, parse_figures, read_figures
    from sifund_ledger.exchange.figures_file import FiguresFile
    from sifund_ledger.exchange.figures_writer import write_figures
    from sifund_ledger.exchange.general_ledger import read_general_ledger
    from sifund_ledger.exchange.hledger import to_hledger
    from sifund_ledger.exchange.proposed_figures import proposed_to_toml
    from sifund_ledger.exchange.roles_file import parse_roles
    from sifund_ledger.exchange.statement_csv import statement_to_csv
    from sifund_ledger.exchange.statement_json import findings_to_json, statement_to_json
    from sifund_ledger.exchange.voucher_export import VoucherExport, export_vouchers
    from sifund_ledger.exchange.voucher_mapping import VoucherMapping, parse_mapping

_HOMES: Final = {
    "BudgetExport": "budget_export",
    "BudgetLine": "budget_export",
    "FiguresFile": "figures_file",
    "OpeningExcluded": "figures_file",
    "VoucherExport": "voucher_export",
    "VoucherMapping": "voucher_mapping",
    "budget_lines": "budget_export",
    "export_vouchers": "voucher_export",
    "figures_schema": "figures",
    "findings_to_json": "statement_json",
    "parse_figures": "figures",
    "parse_mapping": "voucher_mapping",
    "parse_register": "export_register",
    "parse_roles": "roles_file",
    "proposed_to_toml": "proposed_figures",
    "read_figures": "figures",
    "read_general_ledger": "general_ledger",
    "register_text": "export_register",
    "statement_to_csv": "statement_csv",
    "statement_to_json": "statement_json",
    "to_hledger": "hledger",
    "write_figures": "figures_writer",
}

__all__ = [
    "BudgetExport",
    "BudgetLine",
    "FiguresFile",
    "OpeningExcluded",
    "VoucherExport",
    "VoucherMapping",
    "budget_lines",
    "export_vouchers",
    "figures_schema",
    "findings_to_json",
    "parse_figures",
    "parse_mapping",
    "parse_register",
    "parse_roles",
    "proposed_to_toml",
    "read_figures",
    "read_general_ledger",
    "register_text",
    "statement_to_csv",
    "statement_to_json",
    "to_hledger",
    "write_figures",
]


def __getattr__(name: str) -> Any:
    # Lazily, since the readers of other formats stand alone and need neither the statement nor pydantic.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
