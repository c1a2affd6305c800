"""A furnished book in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from municipal_books import Filed, filed


@pytest.fixture
def municipal(tmp_path: Path) -> Iterator[Filed]:
    """Equity 100, results 18, 4 and -3 for 2011 to 2013, 10 set aside and 4 granted; kronor."""
    made = filed(tmp_path / "bok.sifund")
    with made.book:
        yield made
