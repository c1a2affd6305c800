"""``sifund import`` in short: one result of each year, whatever account it is booked on or against."""

from __future__ import annotations

from pathlib import Path

import pytest

from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import run

ROLES = '[accounts]\nequity = ["20*"]\nresult_of_year = ["2099", "8999"]\n'
ACCOUNTS = "".join(
    f'#KONTO {number} "x"\n#KTYP {number} {kind}\n'
    for number, kind in (("1930", "T"), ("2010", "S"), ("2099", "S"), ("5010", "K"), ("8010", "I"), ("8999", "K"))
)


def closed(folder: Path, year: int) -> str:
    """A year whose result, 100 kr, is booked against 8999, so that the result accounts sum to nothing."""
    rows = "".join(
        f"#TRANS {account} {{}} {kronor}\n"
        for account, kronor in (("1930", 100), ("5010", 900), ("8010", -1000), ("8999", 100), ("2099", -100))
    )
    path = folder / f"{year}.se"
    path.write_text(f"#SIETYP 4\n#RAR 0 {year}0101 {year}1231\n{ACCOUNTS}#VER A 1 {year}1231\n{{\n{rows}}}\n", "ascii")
    return str(path)


def result_of(printed: str, year: int) -> str:
    [line] = [line for line in printed.splitlines() if line.startswith(f"{year} ")]
    return line.split()[1]


def test_one_output_has_one_result(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "roles.toml").write_text(ROLES, "utf-8")
    years = [closed(tmp_path, 2012), closed(tmp_path, 2013)]
    assert run(["import", "sie", *years, "--roles", str(tmp_path / "roles.toml")]) == ExitCode.DONE
    printed = capsys.readouterr()

    assert [result_of(printed.out, year) for year in (2012, 2013)] == ["100", "100"]
    assert "RESULT_CLOSED_OUT" not in printed.err


def test_a_closed_year_is_told_without_roles_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    years = [closed(tmp_path, 2012), closed(tmp_path, 2013)]
    assert run(["import", "sie", *years]) == ExitCode.DONE
    printed = capsys.readouterr()

    assert result_of(printed.out, 2013) == "0"
    assert "2012: RESULT_CLOSED_OUT: Resultatkontona 2012 summerar till noll" in printed.err
    assert printed.err.count("RESULT_CLOSED_OUT") == 2


def test_a_year_that_one_role_leaves_closed_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "roles.toml").write_text(ROLES.replace(', "8999"', ""), "utf-8")
    assert run(["import", "sie", closed(tmp_path, 2013), "--roles", str(tmp_path / "roles.toml")]) == ExitCode.DONE

    assert capsys.readouterr().err.count("RESULT_CLOSED_OUT") == 1
