"""Where a journal is kept (lagring): in memory, or in an SQLite file. Both do what the protocol of ``ledger`` asks."""

from sifund_ledger.store.memory import MemoryStore
from sifund_ledger.store.sqlite import SQLiteStore

__all__ = ["MemoryStore", "SQLiteStore"]
