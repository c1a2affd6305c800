"""What others can test with (provning): strategies, fault injectors, a simulated municipality's ledger.

It needs ``hypothesis`` (the extra ``testing``), and only when it is imported.
"""

from sifund_ledger.testing.faults import FAULT_POINTS, FaultyStore, InjectedFault, flip_byte, flip_byte_in_file
from sifund_ledger.testing.municipal_ledger import SimulatedYear, municipal_ledger
from sifund_ledger.testing.sie_strategies import sie_bytes_of_any_kind, sie_documents
from sifund_ledger.testing.strategies import amounts, decisions, entries, policies, signed_amounts, year_figures

__all__ = [
    "FAULT_POINTS",
    "FaultyStore",
    "InjectedFault",
    "SimulatedYear",
    "amounts",
    "decisions",
    "entries",
    "flip_byte",
    "flip_byte_in_file",
    "municipal_ledger",
    "policies",
    "sie_bytes_of_any_kind",
    "sie_documents",
    "signed_amounts",
    "year_figures",
]
