"""``--draft``: where a statement would be refused, a draft with the faults marked shows what to mend."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sifund_ledger.errors import Refused
from sifund_ledger.exchange import parse_figures

FAULTY = """\
opening_deficits = []
[[year]]
year = 2016
net_result = "30"
reserve_allocated = "21"
taxes_and_grants = "1000"
"""


def run(tmp_path: Path, text: str, *options: str):
    path = tmp_path / "figures.toml"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sifund_ledger", "balance-requirement", str(path), *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=os.environ, check=False)


def test_a_refused_statement_prints_as_a_draft_with_the_fault_marked(tmp_path: Path):
    assert run(tmp_path, FAULTY).returncode == 2
    drafted = run(tmp_path, FAULTY, "--draft")
    assert drafted.returncode == 1
    (marked,) = (line for line in drafted.stdout.splitlines() if " (*) " in line and "Utkast" not in line)
    assert marked.startswith("Reservering")
    assert "(*) Utkast med fel, ingen färdig utredning" in drafted.stdout
    assert "RESERVE_ABOVE_RESULT_CEILING" in drafted.stdout + drafted.stderr


def test_without_faults_a_draft_is_the_statement_itself(tmp_path: Path):
    sound = FAULTY.replace('"21"', '"20"')
    assert run(tmp_path, sound, "--draft").stdout == run(tmp_path, sound).stdout
    assert run(tmp_path, sound, "--draft").returncode == 0


def test_the_same_draft_in_python():
    file = parse_figures(FAULTY)
    with pytest.raises(Refused):
        file.statement()
    assert "(*) A draft with errors" in file.statement(draft=True).text("en")
