"""``sifund interim`` and ``sifund budget``: figures that are no outcome, on what the book has left."""

from __future__ import annotations

import json
import re

import pytest

from sifund_ledger.cli.exit_codes import ExitCode

WITHIN = """\
unit = "mkr"

[[year]]
year = 2024
kind = "interim"
as_of = "2024-08-31"
net_result = "9"

[[year]]
year = 2025
kind = "interim"
as_of = "2025-08-31"
net_result = "20"

[[year]]
year = 2025
kind = "forecast"
net_result = "-8"

[[year]]
year = 2025
kind = "budget"
net_result = "5"

[[year]]
year = 2026
kind = "budget"
net_result = "6"

[[year]]
year = 2027
kind = "budget"
net_result = "7"
"""


@pytest.fixture
def with_deficit(console):
    (console.folder / "w.toml").write_text(WITHIN, encoding="utf-8")
    console.done("init ale.sifund --entity Ale")
    opening = '--opening-deficits "year=2023,left=3,due_year=2026" --amount 100 --unit mkr'
    console.done(f'equity open ale.sifund 2023 {opening} --decision "KF 2024-04-22 § 1"')
    console.done("equity result ale.sifund 2024 --amount 1 --unit mkr")
    return console


def test_an_interim_report_stands_beside_what_the_act_asks_for(with_deficit):
    out = with_deficit.done("interim ale.sifund 2025 w.toml")
    assert "2025 delår  2024 delår  2025 prognos  2025 budget" in out
    assert re.search(r"Förutsett kvar att återställa\s+10\s+0", out)  # 8 of its own, 2 of 2023's after 2024's 1
    assert re.search(r"Planerat att återställas under året\s+0\s+2", out)


def test_a_budget_is_held_against_the_law_on_what_the_book_has_left(with_deficit):
    out = with_deficit.done("budget ale.sifund 2025 w.toml")
    assert "2025 budget  2026 budget  2027 budget" in out
    assert re.search(r"Planerat att återställas under året\s+2\s+0\s+0", out)
    status, _, err = with_deficit("budget ale.sifund 2026 w.toml")
    assert status == ExitCode.DONE
    assert "PLAN_TOO_SHORT" in err
    assert with_deficit("budget ale.sifund 2031 w.toml")[0] == ExitCode.USAGE
    assert with_deficit("interim ale.sifund 2026 w.toml")[0] == ExitCode.USAGE


def test_a_plan_goes_on_from_the_book_prints_every_assumption_and_records_nothing(with_deficit):
    before = (with_deficit.folder / "ale.sifund").read_bytes()
    out = with_deficit.done("plan ale.sifund w.toml --to 2035")
    assert "Plan: öronmärkning (mkr)" in out
    assert "Plan: resultatreserv (RER) (mkr)" in out
    assert "Antaganden" in out
    assert "2025: resultatet är prognos." in out  # it goes before the budget of the same year
    assert re.search(r"2025 +prognos +−8 +−8 +−8 .* 10 +2026, 2028", out)
    assert json.loads(with_deficit.done("plan ale.sifund w.toml --to 2027 -O json"))
    assert "Restored" in with_deficit.done("plan ale.sifund w.toml --to 2027 --lang en")
    assert (with_deficit.folder / "ale.sifund").read_bytes() == before
    status, _, err = with_deficit("plan ale.sifund w.toml --to 2024")
    assert (status, "PLAN_PAST" in err) == (ExitCode.REFUSED, True)
