"""``-O xlsx``: the report as a workbook in a file, and nothing else in its place."""

from __future__ import annotations

import openpyxl

from sifund_ledger.cli.exit_codes import ExitCode

FIGURES = '[[year]]\nyear = 2014\nnet_result = "1 000 000"\n'


def sheets(ale, name: str) -> list[str]:
    return openpyxl.load_workbook(ale.folder / name).sheetnames


def test_a_report_goes_into_a_workbook_by_the_name_of_its_file(ale):
    (ale.folder / "figures.toml").write_text(FIGURES, encoding="utf-8")
    status, _, err = ale("year-end ale.sifund 2014 figures.toml -O xlsx -o working.xlsx")
    assert status in (ExitCode.DONE, ExitCode.FOUND), err
    assert "Var beloppen kommer ifrån" in sheets(ale, "working.xlsx")
    ale("year-end ale.sifund 2014 figures.toml --post")
    ale.done("report ale.sifund 2014 -o 2014.xlsx")
    assert sheets(ale, "2014.xlsx")[0] == "Innehåll"
    assert "Var beloppen kommer ifrån" not in sheets(ale, "2014.xlsx")
    for what in ("fund report ale.sifund social", "project report ale.sifund Navigator"):
        ale.done(f"{what} -o of.xlsx --force")
        assert "Poster" in sheets(ale, "of.xlsx")


def test_what_is_no_report_is_refused_as_a_workbook(ale):
    (ale.folder / "figures.toml").write_text(FIGURES, encoding="utf-8")
    for option in ("--texts", "--tie-out"):
        _, _, err = ale(f"year-end ale.sifund 2014 figures.toml {option} -O xlsx -o a.xlsx")
        assert "OPTION_WITHOUT_USE" in err
    assert not (ale.folder / "a.xlsx").exists()
