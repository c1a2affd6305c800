"""The stores that the same tests run over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sifund_ledger.ledger.journal.store import Store
from sifund_ledger.store import MemoryStore, SQLiteStore


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    made: Store = MemoryStore() if request.param == "memory" else SQLiteStore.create(tmp_path / "bok.sifund")
    with closing(made):
        yield made
