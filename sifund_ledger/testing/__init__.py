"""What others can test with (provning): strategies, a model, a state machine over a book, fault injectors.

It needs ``hypothesis`` (the extra ``testing``), and only when it is imported. A store of your own is tested so::

    class MyStoreMachine(BookMachine):
        def make_store(self):
            return MyStore()

    TestMyStore = MyStoreMachine.TestCase
"""

from sifund_ledger.testing.faults import FAULT_POINTS, FaultyStore, InjectedFault, flip_byte, flip_byte_in_file
from sifund_ledger.testing.fund_machine import FundMachine
from sifund_ledger.testing.fund_model import FundModel
from sifund_ledger.testing.machines import BookMachine
from sifund_ledger.testing.model import Model
from sifund_ledger.testing.municipal_ledger import SimulatedYear, municipal_ledger
from sifund_ledger.testing.sie_strategies import sie_bytes_of_any_kind, sie_documents
from sifund_ledger.testing.strategies import amounts, decisions, entries, policies, signed_amounts, year_figures

__all__ = [
    "BookMachine",
    "FAULT_POINTS",
    "FaultyStore",
    "FundMachine",
    "FundModel",
    "InjectedFault",
    "Model",
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
