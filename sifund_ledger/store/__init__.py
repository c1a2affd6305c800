"""Where a journal is kept (lagring): in memory, in an SQLite file, or in a PostgreSQL database. All do what the
protocol of ``ledger`` asks.

``opening`` is the edge where a path or an address, the clock and random salts meet the core. A new store does what
``ledger.journal.store.Store`` says and passes ``sifund_ledger.testing.StoreContract``.
"""

from sifund_ledger.store.memory import MemoryStore
from sifund_ledger.store.postgres.store import PostgresStore
from sifund_ledger.store.sqlite import SQLiteStore

__all__ = ["MemoryStore", "PostgresStore", "SQLiteStore"]
