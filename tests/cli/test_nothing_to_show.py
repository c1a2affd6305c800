"""What is said once and plainly where there is nothing to show, or what is asked for is not known."""

from __future__ import annotations

import io
import json
import sys

import pytest

from sifund_ledger.cli.exit_codes import ExitCode


def test_a_cost_of_an_unknown_project_has_one_fault(ale):
    cost = (
        'project cost ale.sifund Navigatorn --fund social --gross 5 --year 2014 --decision "KF 2014-04-28 § 31" -O json'
    )
    _, out, err = ale(cost)
    assert [found["code"] for found in json.loads(out or err)["findings"]] == ["PROJECT_UNKNOWN"]


def test_a_pasted_table_has_one_name(ale, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x")))
    _, out, err = ale("audit --printed -")
    assert out.startswith("Tryckt tabell: <stdin>\n")
    assert err.startswith("<stdin>: ")


@pytest.mark.parametrize("page", ["eligibility", "effects"])
def test_a_page_of_a_project_says_that_there_is_nothing_or_no_project(ale, page):
    status, out, err = ale(f"programme show ale.sifund {page} --project Navigatorn")
    assert (status, out) == (ExitCode.REFUSED, "")
    assert "PROJECT_NOT_KNOWN" in err
    said = {"eligibility": "så inget prövas.", "effects": "Ingen effektkalkyl är registrerad för projektet."}
    assert said[page] in ale.done(f"programme show ale.sifund {page} --project Navigator")


@pytest.mark.parametrize("page", ["register", ""])
def test_a_project_is_not_passed_over_where_a_page_is_about_all(ale, page):
    status, out, err = ale(f"programme show ale.sifund {page} --project Navigator")
    assert (status, out) == (ExitCode.USAGE, "")
    assert "PAGE ska vara något av eligibility, effects." in err


@pytest.mark.parametrize(("options", "lacking"), [("--post", 2), ("--source S", 2), ("--to ale.sifund", 1)])
def test_rows_are_recorded_by_a_mapping(ale, options, lacking):
    (ale.folder / "u.csv").write_text("Fond;Belopp\nsocial;5\n", encoding="utf-8")
    status, _, err = ale(f"import csv u.csv {options}")
    assert status == ExitCode.USAGE
    assert "--mapping måste anges." in err
    assert err.count("USAGE_MISSING") == lacking
