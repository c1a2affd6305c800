"""``sifund`` in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from console import Console


@pytest.fixture
def console(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Console:
    """``sifund`` in an empty folder, where the finance office is at work."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIFUND_ACTOR", "ekonomi")
    return Console(tmp_path, capsysbinary)
