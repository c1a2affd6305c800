"""The ledger's proposal as a figures file: read without change, each figure with its accounts, the rest as comments."""

from __future__ import annotations

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger.amounts import ORE_PER_UNIT, Unit, canonical_amount, format_amount
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import run
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange import parse_figures, parse_roles, proposed_to_toml, read_general_ledger
from sifund_ledger.exchange.sie import SieAccount, SieBalance, SieRow, write_sie
from sifund_ledger.exchange.statements.figures_proposal import in_unit, rounded_in
from sifund_ledger.findings import Severity
from sifund_ledger.general_ledger import Roles, propose_figures
from sifund_ledger.law import Reserve
from sifund_ledger.testing import municipal_ledger
from sifund_ledger.testing.simulated_year import ROLES

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


@pytest.mark.parametrize("year", [1990, 2100])
def test_a_year_that_no_figures_file_can_have_is_refused(year: int, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        proposed(sie(tmp_path, year, "#IB 0 2080 -5", "#IB 0 2010 5"))
    assert str(year) in str(refusal.value)


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


def moved(folder: Path, year: int, account: str, opening: int, change: int) -> Path:
    """A year in which a reserve opens and changes by so much, kronor, above zero where it grows."""
    rows = f"#VER A 1 {year}1231\n{{\n#TRANS {account} {{}} {-change}\n#TRANS 2010 {{}} {change}\n}}"
    return sie(folder, year, f"#IB 0 {account} {-opening}", f"#IB 0 2010 {opening}", rows)


def test_what_a_reserve_s_account_changed_by_is_a_comment_and_so_is_its_next_opening(tmp_path: Path) -> None:
    """The file is read as it is: without the allocation the next opening would contradict the year before."""
    text = proposed(moved(tmp_path, 2024, "2081", 0, 5_000_000), moved(tmp_path, 2025, "2081", 5_000_000, -3_000_000))

    assert '# reserve_allocated = "5000000"  # kontonas förändring under året, bedöm; 2081' in text
    assert '# reserve_before = "5000000"  # stämmer när reservens förändring året före är angiven; 2081' in text
    assert '# reserve_used = "3000000"  # kontonas förändring under året, bedöm; 2081' in text
    assert parse_figures(text).statement()
    completed = text.replace('# reserve_allocated = "5', 'reserve_allocated = "5')
    assert [figures.ore("reserve_allocated") for figures in parse_figures(completed).years] == [500_000_000, 0]
    [_, later] = parse_figures(completed).statement().years
    assert [each.opening_ore for each in later.reserves if each.reserve is Reserve.RESULT] == [500_000_000]


def test_a_reserve_s_change_in_a_year_whose_law_has_no_row_for_it_says_so(tmp_path: Path) -> None:
    text = proposed(moved(tmp_path, 2012, "2080", 30, -10))

    assert '# reserve_used = "10"  # lagen har ingen sådan rad det året; 2080' in text


def test_a_reserve_that_came_back_to_what_it_was_is_still_read(tmp_path: Path) -> None:
    text = proposed(
        moved(tmp_path, 2021, "2080", 100, 20),
        moved(tmp_path, 2022, "2080", 120, -20),
        sie(tmp_path, 2023, "#IB 0 2080 -100", "#IB 0 2010 100"),
    )

    assert parse_figures(text).statement()
    assert [year.get("reserve_before") for year in tomllib.loads(text)["year"]] == ["100", None, None]


def test_what_is_left_of_rur_when_it_ends_is_read_too(tmp_path: Path) -> None:
    """RUR is dissolved at the end of 2033; a ledger that still has it is not contradicted by its own file."""
    years = [sie(tmp_path, year, "#IB 0 2080 -100", "#IB 0 2010 100") for year in (2032, 2033, 2034, 2035)]

    assert parse_figures(proposed(*years)).statement()


RESERVE_ROLES = ROLES.replace("[accounts]", '[accounts]\nequalisation_reserve = ["20800"]\nresult_reserve = ["20810"]')


@given(
    seed=st.integers(0, 3),
    first=st.sampled_from([2009, 2010, 2020, 2022, 2023, 2024, 2031]),
    openings=st.lists(st.integers(-2, 9), min_size=2, max_size=2),
    changes=st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3)), min_size=2, max_size=4),
    stated=st.lists(st.booleans(), min_size=4, max_size=4),
)
@settings(max_examples=60, deadline=None)
def test_whatever_moves_a_reserve_the_file_is_read_as_it_is(
    seed: int, first: int, openings: list[int], changes: list[tuple[int, int]], stated: list[bool]
) -> None:
    """Years that hang together, in which RUR and RER grow and shrink; some exports lack their opening balances."""
    simulated = municipal_ledger(seed, first_year=first, years=len(changes), vouchers=6)
    with TemporaryDirectory() as folder:
        paths = []
        for made, change, states in zip(simulated, changes, stated, strict=False):
            document = made.document
            opening = [each for each in document.balances if each.label == "IB"]
            for index, number in enumerate(("20800", "20810")):
                document.accounts[number] = SieAccount(number, "Reserv", "S")
                opening += [
                    SieBalance("IB", 0, number, -openings[index]),
                    SieBalance("IB", 0, "20100", openings[index]),
                ]
                document.vouchers[-1].rows += [SieRow(number, -change[index]), SieRow("20100", change[index])]
                openings[index] += change[index]
            document.type, document.balances = ("4E", opening) if states else ("4I", [])
            paths.append(Path(folder, f"{len(paths)}.se"))
            write_sie(document, paths[-1], keep_unbalanced=True)
        text = proposed(*paths, roles=RESERVE_ROLES)
    statement = parse_figures(text).statement()

    assert [each.year for each in statement.years] == list(range(first, first + len(changes)))
    assert not [finding for finding in statement.findings if finding.severity is Severity.ERROR]


TO_THE_ORE = ("#IB 0 2010 -100000.00", "#UB 0 2010 -101500.40", "#IB 0 2080 -2600.00", "#UB 0 2080 -4200.00",
          "#RES 0 3810 -1500.40", "#KTYP 2010 S", "#KTYP 2080 S", "#KTYP 3810 I")  # fmt: skip


@given(ore=st.integers(-(10**12), 10**12), unit=st.sampled_from(["kr", "tkr", "mkr"]))
def test_an_amount_is_rounded_once_to_the_unit_by_at_most_half_of_it(ore: int, unit: Unit) -> None:
    there, step = in_unit(ore, unit), 1 if unit == "kr" else ORE_PER_UNIT[unit]
    assert there % step == 0
    assert 2 * abs(there - ore) <= step
    assert in_unit(there, unit) == there


def test_figures_in_thousands_are_rounded_once_and_say_from_what(tmp_path: Path) -> None:
    ledger = read_general_ledger(sie(tmp_path, 2022, *TO_THE_ORE))
    of_year = propose_figures(ledger, parse_roles(RESERVES), 2022)
    exact, text = proposed_to_toml([of_year]), proposed_to_toml([of_year], unit="tkr")
    assert 'unit = "tkr"' in text
    for each in of_year.figures:
        if each.ore is not None:
            value = canonical_amount(in_unit(each.ore, "tkr"), "tkr")
            (line,) = (line for line in text.splitlines() if line.lstrip("# ").startswith(f"{each.key} = "))
            assert f'"{value}"' in line
            assert (f"avrundat från {format_amount(each.ore)} kr" in line) is (each.ore % 100_000 != 0)
    stated = parse_figures(text).years[0]
    assert all((amount or 0) % 100_000 == 0 for amount in map(stated.ore, ("net_result", "equity", "reserve_before")))
    assert "avrundat" not in exact
    (found,) = rounded_in([of_year], "tkr")
    assert (found.code, found.severity) == ("FIGURES_IN_UNIT", "note")
    assert not [*rounded_in([of_year], "kr")]


def test_the_unit_is_asked_for_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, roles = sie(tmp_path, 2022, *TO_THE_ORE), tmp_path / "roles.toml"
    roles.write_text(RESERVES, "utf-8")
    asked = ["import", "sie", str(path), "--roles", str(roles)]
    assert run([*asked, "--unit", "tkr", "-O", "toml"]) == 0
    printed = capsys.readouterr()
    assert 'unit = "tkr"' in printed.out
    assert "FIGURES_IN_UNIT" in printed.err
    assert run([*asked, "--unit", "tkr"]) == 0
    assert "(tkr)" in capsys.readouterr().out
    assert run(["import", "sie", str(path), "--unit", "tkr", "-O", "csv"]) == 3
    assert "OPTION_WITHOUT_USE" in capsys.readouterr().err
