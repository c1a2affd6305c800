"""What others can test with (provning): strategies, fault injectors, a simulated municipality's ledger.

``faults``, ``book_faults`` and ``ledger_faults`` plant faults, in what ``sound_books`` and ``book_ledgers`` make.
Strategies and ``StoreContract`` need ``hypothesis`` and ``pytest`` (the extra ``testing``), when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sifund_ledger.lazy_names import loaded_when_asked

if TYPE_CHECKING:
    from sifund_ledger.testing.book_faults import BOOK_FAULTS, plant
    from sifund_ledger.testing.book_ledgers import ledger_of, mapping_of_ledger, roles_of_ledger
    from sifund_ledger.testing.faults import FAULT_POINTS, FaultyStore, InjectedFault, flip_byte, flip_byte_in_file
    from sifund_ledger.testing.ledger_faults import LEDGER_FAULTS, LedgerFault, PlantedPair, plant_in_ledger
    from sifund_ledger.testing.planting import BookFault, Planted
    from sifund_ledger.testing.sie_strategies import sie_bytes_of_any_kind, sie_documents
    from sifund_ledger.testing.simulated_year import SimulatedYear, municipal_ledger
    from sifund_ledger.testing.sound_books import sound_book
    from sifund_ledger.testing.store_contract import StoreContract
    from sifund_ledger.testing.strategies import amounts, decisions, entries, policies, signed_amounts, year_figures

__all__ = [
    "BOOK_FAULTS", "BookFault", "FAULT_POINTS", "FaultyStore", "InjectedFault", "LEDGER_FAULTS", "LedgerFault",
    "Planted", "PlantedPair", "SimulatedYear", "StoreContract", "amounts", "decisions", "entries", "flip_byte",
    "flip_byte_in_file", "ledger_of", "mapping_of_ledger", "municipal_ledger", "plant", "plant_in_ledger", "policies",
    "roles_of_ledger", "sie_bytes_of_any_kind", "sie_documents", "signed_amounts", "sound_book", "year_figures",
]  # fmt: skip
_HOMES: Final = {
    "book_faults": ("BOOK_FAULTS", "plant"),
    "book_ledgers": ("ledger_of", "mapping_of_ledger", "roles_of_ledger"),
    "faults": ("FAULT_POINTS", "FaultyStore", "InjectedFault", "flip_byte", "flip_byte_in_file"),
    "ledger_faults": ("LEDGER_FAULTS", "LedgerFault", "PlantedPair", "plant_in_ledger"),
    "planting": ("BookFault", "Planted"),
    "sie_strategies": ("sie_bytes_of_any_kind", "sie_documents"),
    "simulated_year": ("SimulatedYear", "municipal_ledger"),
    "sound_books": ("sound_book",),
    "store_contract": ("StoreContract",),
    "strategies": ("amounts", "decisions", "entries", "policies", "signed_amounts", "year_figures"),
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = loaded_when_asked(__name__, _HOMES, bare=__all__)
