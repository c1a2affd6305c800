"""Interchange with other systems: the figures file, and the statement as JSON and CSV.

Reading needs pydantic (the extra ``cli``); it is imported when a figures file is read, not before.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sifund_ledger.balance.securities import OpeningExcluded
    from sifund_ledger.exchange.figures import figures_schema, parse_figures, read_figures
    from sifund_ledger.exchange.figures_file import FiguresFile
    from sifund_ledger.exchange.figures_writer import write_figures
    from sifund_ledger.exchange.statement_csv import statement_to_csv
    from sifund_ledger.exchange.statement_json import findings_to_json, statement_to_json
    from sifund_ledger.findings import FindingCode

    CODES: tuple[FindingCode, ...]

_RULES: Final = ("document", "wire_faults", "sie")
_HOMES: Final = {
    "FiguresFile": "figures_file",
    "OpeningExcluded": "figures_file",
    "figures_schema": "figures",
    "findings_to_json": "statement_json",
    "parse_figures": "figures",
    "read_figures": "figures",
    "statement_to_csv": "statement_csv",
    "statement_to_json": "statement_json",
    "write_figures": "figures_writer",
}

__all__ = [
    "CODES",
    "FiguresFile",
    "OpeningExcluded",
    "figures_schema",
    "findings_to_json",
    "parse_figures",
    "read_figures",
    "statement_to_csv",
    "statement_to_json",
    "write_figures",
]


def __getattr__(name: str) -> Any:
    # Lazily, since the readers of other formats stand alone and need neither the statement nor pydantic.
    if name == "CODES":
        return tuple(code for module in _RULES for code in import_module(f"{__name__}.{module}").CODES)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
