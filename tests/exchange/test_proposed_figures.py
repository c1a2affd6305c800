"""The ledger's proposal as a figures file: read without change, each figure with its accounts, the rest as comments."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import run
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange import parse_figures, parse_roles, proposed_to_toml, read_general_ledger
from sifund_ledger.exchange.sie import write_sie
from sifund_ledger.general import Roles, propose_figures
from sifund_ledger.testing import municipal_ledger
from sifund_ledger.testing.municipal_ledger import ROLES

DATA = Path(__file__).resolve().parents[1] / "data" / "sie"
RESERVES = """
[accounts]
equity = ["20*"]
equalisation_reserve = ["2080"]
result_reserve = ["2081"]
realised_gains = ["3810"]
[accounts.earmark]
"so\\ncial" = ["2071"]
"""


def sie(folder: Path, year: int, *rows: str) -> Path:
    """A ledger of one year with what the rows say."""
    path = folder / f"{year}.se"
    head = (
        f'#FLAGGA 0\n#SIETYP 4\n#PROGRAM P 1\n#FORMAT PC8\n#GEN {year}0101\n#FNAMN "X"\n#RAR 0 {year}0101 {year}1231\n'
    )
    path.write_text(head + "\n".join(rows) + "\n", "ascii")
    return path


def proposed(*paths: Path, roles: str = RESERVES) -> str:
    ledger = read_general_ledger(*paths)
    return proposed_to_toml([propose_figures(ledger, parse_roles(roles), year) for year in ledger.years], entity="X")


def test_two_years_of_a_municipality_read_back_as_proposed(tmp_path: Path) -> None:
    simulated = municipal_ledger(seed=11)
    paths = [tmp_path / "2022.se", tmp_path / "2023.se"]
    for made, path in zip(simulated, paths, strict=True):
        write_sie(made.document, path)
    ledger = read_general_ledger(*paths)
    proposals = [propose_figures(ledger, parse_roles(ROLES), year) for year in ledger.years]
    text = proposed_to_toml(proposals, entity='Exempelby "kommun"')
    file = parse_figures(text)

    assert (file.entity, file.unit, file.opening_deficits) == ('Exempelby "kommun"', "kr", None)
    for figures, proposal in zip(file.years, proposals, strict=True):
        assert figures.year == proposal.year
        for each in proposal.figures:
            assert figures.ore(each.key) == each.ore
    assert file.statement().year(2023).figures.ore("net_result") == simulated[1].net_result
    assert text.count("# 80110, 82100") == 2
    assert "# pension_contingency = " in text
    assert "# opening_deficits = []" in text


def test_the_reserve_of_the_year_s_law_is_proposed_once(tmp_path: Path) -> None:
    rows = ("#IB 0 1930 50.00", "#IB 0 2080 -30.00", "#IB 0 2010 -20.00")
    text = proposed(sie(tmp_path, 2022, *rows), sie(tmp_path, 2023, *rows), sie(tmp_path, 2024, *rows))
    years = tomllib.loads(text)["year"]

    assert years[0]["reserve_before"] == "30"
    assert "reserve_before" not in years[1]
    assert '# reserve_before = "30"  # följer av året före; 2080' in text
    assert "reserve_before" not in years[2]
    assert '# equalisation_reserve_before = "30"  # följer av året före; 2080' in text
    assert parse_figures(text).statement().year(2024)


def test_what_a_figures_file_cannot_hold_is_a_comment(tmp_path: Path) -> None:
    rows = ("#IB 0 2081 -30.00", "#IB 0 1930 30.00", "#UB 0 2071 -5.00", "#RES 0 3810 7.00")
    text = proposed(sie(tmp_path, 2024, *rows))
    [year] = tomllib.loads(text)["year"]

    assert not {"realised_gains", "reserve_before"} & set(year)
    assert '# realised_gains = "-7"  # negativt, granska kontona; 3810' in text
    assert '# reserve_before = "30"  # reserven är ny det året' in text
    assert "# Öronmärkt för so cial: ingående 0" in text
    old = proposed(sie(tmp_path, 2009, "#RES 0 3810 -7.00"))
    assert '# realised_gains = "7"  # lagen har ingen sådan rad det året; 3810' in old
    assert "reserve" not in "".join(line for line in old.splitlines() if not line.startswith("#"))
    assert parse_figures(old).statement()


def test_comments_are_told_in_english_too(tmp_path: Path) -> None:
    ledger = read_general_ledger(sie(tmp_path, 2024, "#RES 0 3010 -7.00"))
    text = proposed_to_toml([propose_figures(ledger, Roles())], language="en")

    assert text.startswith("# Proposed from the general ledger.")
    assert '# unrealised_gains = ""  # Less unrealised gains on securities' in text


def test_a_ledger_without_a_year_gives_no_file(tmp_path: Path) -> None:
    path = tmp_path / "x.se"
    path.write_text("#FLAGGA 0\n#SIETYP 4\n#KONTO 1930 Bank\n", "ascii")
    with pytest.raises(UnreadableInput):
        proposed(path)


def test_from_a_sie_file_to_a_statement(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, roles, out = str(DATA / "liten-kommun-2013.se"), str(DATA / "roller.toml"), str(tmp_path / "f.toml")

    assert run(["import", "sie", source, "--roles", roles, "-O", "toml", "-o", out]) == ExitCode.DONE
    assert "FIGURE_NOT_PROPOSED" in capsys.readouterr().err
    text = Path(out).read_text("utf-8")
    assert 'entity = "Exempelby kommun"' in text
    assert 'net_result = "-1500"  # 50110, 80110' in text
    assert "# Projektet P100, nettokostnad: 2 500 kr" in text
    assert run(["balance-requirement", out]) == ExitCode.DONE
    printed = capsys.readouterr()
    assert "Att återställa                                1 500" in printed.out
    assert "OPENING_DEFICITS_UNKNOWN" in printed.out


def test_only_the_years_of_the_files_are_proposed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = str(DATA / "liten-kommun-2013.se")

    assert run(["import", "sie", source, "-O", "toml", "--year", "2012"]) == ExitCode.USAGE
    assert "2013" in capsys.readouterr().err
    assert run(["import", "sie", source, "-O", "toml", "--entity", "Exempelby", "--year", "2013"]) == ExitCode.DONE
    assert tomllib.loads(capsys.readouterr().out)["entity"] == "Exempelby"
    roles = tmp_path / "roles.toml"
    roles.write_bytes("# räkna\n".encode("latin-1"))
    assert run(["import", "sie", source, "--roles", str(roles)]) == ExitCode.USAGE
    assert "roles.toml:1: FILE_NOT_UTF8" in capsys.readouterr().err


def test_what_a_reserve_s_account_changed_by_is_a_comment_and_its_next_opening_stands(tmp_path: Path) -> None:
    def year(number: int, opening: int, moved: int) -> Path:
        rows = f"#VER A 1 {number}1231\n{{\n#TRANS 2081 {{}} {-moved}\n#TRANS 2010 {{}} {moved}\n}}"
        return sie(tmp_path, number, f"#IB 0 2081 {-opening}", f"#IB 0 2010 {opening}", rows)

    text = proposed(year(2024, 0, 5_000_000), year(2025, 5_000_000, -3_000_000))

    assert '# reserve_allocated = "5000000"  # kontonas förändring under året, bedöm; 2081' in text
    assert '\nreserve_before = "5000000"  # 2081' in text
    assert '# reserve_used = "3000000"  # kontonas förändring under året, bedöm; 2081' in text
    completed = text.replace('# reserve_allocated = "5', 'reserve_allocated = "5')
    assert [figures.ore("reserve_allocated") for figures in parse_figures(completed).years] == [500_000_000, 0]
