"""The general ledger from SIE and CSV: every figure against the document, the floor, and a simulated municipality."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sifund_ledger import UnreadableInput
from sifund_ledger.exchange import parse_roles, read_general_ledger, to_hledger
from sifund_ledger.exchange.sie import read_sie, write_sie
from sifund_ledger.exchange.sie.values import amount_text
from sifund_ledger.general_ledger import GeneralLedger, propose_figures
from sifund_ledger.testing import SimulatedYear, municipal_ledger
from sifund_ledger.testing.simulated_year import ROLES


@pytest.fixture(scope="module")
def simulated() -> list[SimulatedYear]:
    return municipal_ledger(seed=11)


@pytest.fixture
def exports(simulated: list[SimulatedYear], tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{2022 + index}.se" for index in range(len(simulated))]
    for year, path in zip(simulated, paths, strict=True):
        write_sie(year.document, path)
    return paths


@pytest.fixture
def ledger(exports: list[Path]) -> GeneralLedger:
    return read_general_ledger(*exports)


def test_real_files_give_the_same_rows_as_their_documents(real_sie_files: list[Path]) -> None:
    for path in real_sie_files:
        document, ledger = read_sie(path), read_general_ledger(path)
        booked = [(v.series, v.number, r.account, r.ore, r.objects, r.text) for v, r in document.rows()]
        rows = [
            (v.series, v.number, r.account, r.ore, r.objects, r.text) for v in ledger.each_voucher() for r in v.rows
        ]
        unbalanced = [f for f in document.findings if f.code == "SIE_VOUCHER_UNBALANCED"]

        assert rows == booked, path.name
        assert (ledger.vouchers, ledger.rows) == (len(document.vouchers), len(booked))
        assert [f for f in ledger.findings if f.code == "SIE_VOUCHER_UNBALANCED"] == unbalanced


@pytest.mark.slow
def test_a_document_gives_the_same_ledger_as_its_file(real_sie_files: list[Path]) -> None:
    for path in real_sie_files:
        document = read_sie(path)
        vouchers = len(document.vouchers)
        taken, read = read_general_ledger(document), read_general_ledger(path)

        assert _content(taken) == _content(read), path.name
        assert [each._replace(name="") for each in taken.sources] == [each._replace(name="") for each in read.sources]
        assert [each.code for each in taken.findings] == [each.code for each in read.findings]
        assert len(document.vouchers) == vouchers
        assert document == read_sie(path)


def _content(ledger: GeneralLedger) -> tuple[object, ...]:
    vouchers = [
        each._replace(place=_line(each.place), rows=tuple(row._replace(place=_line(row.place)) for row in each.rows))
        for each in ledger.each_voucher()
    ]
    return vouchers, ledger.accounts, ledger.dimensions, ledger.balances()


def _line(place: str) -> str:
    return place.rpartition(":")[2]


def test_rows_say_their_lines(shared_data: Path) -> None:
    path = shared_data / "sie" / "idstam__jsisie" / "BL0001_typ4.SE"
    lines = path.read_bytes().decode("cp437").splitlines()

    for voucher in read_general_ledger(path).each_voucher():
        for row in voucher.rows:
            name, _, line = row.place.partition(":")
            assert name == path.name
            assert lines[int(line) - 1].strip().startswith(f"#TRANS {row.account}")


def test_two_years_tie(simulated: list[SimulatedYear], ledger: GeneralLedger) -> None:
    assert ledger.years == (2022, 2023)
    assert not ledger.findings
    for year, made in zip(ledger.years, simulated, strict=True):
        assert ledger.balances(year) == made.closing
        assert ledger.net_result(year) == made.net_result
        assert ledger.object_balances("21", year=year) == made.counterparties
    assert ledger.balance("19300") == simulated[1].closing["19300"]
    assert sum(ledger.period_balances("50110", 2022).values()) == simulated[0].closing["50110"]
    assert len(ledger.period_balances("50110", 2022)) <= 12


def _months_of_rows(ledger: GeneralLedger, year: int) -> dict[str, dict[str, int]]:
    months: dict[str, dict[str, int]] = {}
    for voucher in ledger.each_voucher(year):
        for row in voucher.rows:
            day = row.day or voucher.day
            of_account, month = months.setdefault(row.account, {}), day.isoformat()[:7] if day else ""
            of_account[month] = of_account.get(month, 0) + row.ore
    return months


def test_months_of_all_accounts_at_once_are_those_of_the_rows(
    ledger: GeneralLedger, real_sie_files: list[Path]
) -> None:
    for read in (ledger, *map(read_general_ledger, real_sie_files)):
        for year in read.years:
            months = _months_of_rows(read, year)
            stated = {
                number for each in read.sources if each.year == year and not each.rows for number, _ in each.periods
            }

            assert read.by_month(year=year) == months or stated
            for number in months.keys() - stated:
                assert read.period_balances(number, year) == read.by_month({number}, year)[number] == months[number]


def test_class_8_follows_the_account_types(ledger: GeneralLedger) -> None:
    assert not ledger.on_balance_sheet("85100")
    assert ledger.on_balance_sheet("110100")


def test_two_systems_of_one_year_are_added_up(exports: list[Path], simulated: list[SimulatedYear]) -> None:
    one = read_general_ledger(exports[0])
    twice = read_general_ledger(exports[0], exports[0])

    assert twice.net_result() == 2 * one.net_result()
    assert twice.vouchers == 2 * one.vouchers


def test_figures_are_proposed_with_their_accounts_and_rows(
    ledger: GeneralLedger, simulated: list[SimulatedYear]
) -> None:
    proposed = propose_figures(ledger, parse_roles(ROLES), 2023)
    closing = simulated[1].closing
    rows = list(proposed.rows("realised_gains"))

    assert proposed.ore("net_result") == simulated[1].net_result
    assert proposed.ore("taxes_and_grants") == -(closing["80110"] + closing["82100"])
    booked = -sum(ore for number, ore in closing.items() if number.startswith("20"))
    assert proposed.ore("equity") == booked + simulated[1].net_result
    assert proposed.ore("reserve_before") is None
    assert [(each.key, each.ore) for each in proposed.earmarks] == [("social", -closing["20710"])]
    assert {each.key: each.ore for each in proposed.projects} == simulated[1].projects
    assert -sum(row.ore for row in rows) == proposed.ore("realised_gains")
    assert all(row.place.startswith("2023.se:") for row in rows)
    assert {finding.code for finding in proposed.findings} == {
        "FIGURE_NOT_PROPOSED",
        "RESULT_ADDED_TO_EQUITY",
    }
    with pytest.raises(KeyError):
        proposed.ore("pension_contingency")


def test_a_journal_in_csv_gives_the_same_sums(ledger: GeneralLedger, tmp_path: Path) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(("ver", "datum", "konto", "belopp", "text", "motpart"))
    for voucher in ledger.each_voucher(2023):
        for row in voucher.rows:
            amount = amount_text(row.ore).replace(".", ",")
            name = f"{voucher.series}{voucher.number}"
            writer.writerow((name, voucher.day, row.account, amount, row.text, dict(row.objects).get("21", "")))
    (tmp_path / "j.csv").write_text(out.getvalue(), encoding="utf-8")
    read = read_general_ledger(tmp_path / "j.csv")

    assert read.years == (2023,)
    assert not read.findings
    for account, ore in read.balances().items():
        assert ore == ledger.balance(account, 2023) - ledger.opening_balance(account, 2023)
    assert read.object_balances("21") == ledger.object_balances("21", year=2023)


def test_strict_refuses_what_is_graver_than_a_note(tmp_path: Path) -> None:
    (tmp_path / "x.se").write_bytes(b"#FLAGGA 0\n#VER A 1 20121231\n{\n#TRANS 1930 {} 5\n}\n")

    with pytest.raises(UnreadableInput, match="SIE_VOUCHER_UNBALANCED"):
        read_general_ledger(tmp_path / "x.se", strict=True)


def test_the_benchmark_s_journal_sums_as_the_floor_does(shared_data: Path, tmp_path: Path) -> None:
    bench = shared_data.parent / "bench"
    subprocess.run([sys.executable, str(bench / "gen_journal.py"), str(tmp_path), "2000"], check=True, stdout=-3)
    done = subprocess.run(
        [sys.executable, str(bench / "floor.py"), str(tmp_path / "j.se")], check=True, capture_output=True, text=True
    )
    read = read_general_ledger(tmp_path / "j.se")
    vouchers, rows, unbalanced, total = map(int, done.stdout.split())

    assert (read.vouchers, read.rows, sum(read.balances().values())) == (vouchers, rows, total)
    assert unbalanced == 0
    assert not read.findings
    with (tmp_path / "j.csv").open(encoding="utf-8", newline="") as file:
        sums: dict[str, int] = {}
        for line in csv.DictReader(file):
            sums[line["account"]] = sums.get(line["account"], 0) + int(line["amount"].replace(".", ""))
    assert read.balances() == sums


@pytest.mark.skipif(not shutil.which("hledger"), reason="hledger is not installed")
def test_hledger_recomputes_every_balance(
    ledger: GeneralLedger, simulated: list[SimulatedYear], tmp_path: Path
) -> None:
    for year, made in zip(ledger.years, simulated, strict=True):
        journal = tmp_path / f"{year}.journal"
        journal.write_text(to_hledger(ledger, year), encoding="utf-8")
        command = ["hledger", "-f", str(journal), "balance", "--flat", "-E", "-N", "-O", "csv", "^konto"]
        environment = {"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin:/usr/local/bin"}
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=environment)
        balances = {
            name.removeprefix("konto:"): int(amount.removesuffix(" SEK").replace(".", "").replace(",", ""))
            for name, amount in list(csv.reader(io.StringIO(done.stdout)))[1:]
            if amount != "0"
        }

        assert balances == {number: ore for number, ore in made.closing.items() if ore}
