"""The power goes at any system call: what was acknowledged is there, nothing is half there, and every book opens."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from power_loss import try_all

from sifund_ledger.errors import SifundError


@pytest.fixture(autouse=True)
def _strace(monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("strace") is None or subprocess.run(["strace", "-o", "/dev/null", "true"], check=False).returncode:
        pytest.skip("strace is not installed, or may not trace")
    monkeypatch.setenv("SIFUND_ACTOR", "ekonomi")


@pytest.mark.slow
def test_a_loss_of_power_at_any_call(tmp_path: Path) -> None:
    counts = try_all(tmp_path, many=6)
    assert counts.calls > 150
    assert counts.states > 600
    assert counts.ahead > 0


@pytest.mark.slow
@pytest.mark.parametrize("synchronised", [(), ("files",), ("folders",)])
def test_what_is_not_brought_to_the_disk_is_missed(tmp_path: Path, synchronised: tuple[str, ...]) -> None:
    with pytest.raises((AssertionError, SifundError)):
        try_all(tmp_path, many=6, synchronised=synchronised)
