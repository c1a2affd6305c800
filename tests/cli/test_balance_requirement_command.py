"""``sifund balance-requirement`` as a process: what it prints where, and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from sifund_ledger import __version__
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.errors import Refused
from sifund_ledger.exchange import read_figures
from sifund_ledger.exchange.examples import MALMO

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "figures"
YEAR = '[[year]]\nyear = 2014\nnet_result = "-149"\n'
COMMAND = "balance-requirement"


def sifund(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", **environment}
    return subprocess.run(
        [sys.executable, "-m", "sifund_ledger", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env=env,
        check=False,
    )


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    return tmp_path / "figures.toml"


def test_the_statement_is_printed_with_its_findings() -> None:
    done = sifund(COMMAND, MALMO)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "Balanskravsutredning, Malmö (mkr)" in text
    assert "−149" in text
    assert "PRESENTED_DIFFERS" in text
    assert done.stderr == b""


def test_english_json_and_csv(tmp_path: Path) -> None:
    tree = json.loads(sifund(COMMAND, MALMO, "-O", "json", "--lang", "en").stdout)
    assert tree["years"][2]["remaining_result"] == "162"
    assert tree["years"][0]["lines"][0]["label"] == "Net result by the income statement"
    out = tmp_path / "out.csv"
    done = sifund(COMMAND, MALMO, "-O", "csv", "-o", out, "--lang", "en")
    assert (done.returncode, done.stdout) == (0, b"")
    assert out.read_text("utf-8").splitlines()[0] == "entity,year,code,label,amount,unit,citation"
    assert f"{MALMO}:15: year[2013].presentation: PRESENTED_DIFFERS: " in done.stderr.decode()
    assert "\n  remedy: Print the balance requirement result too" in done.stderr.decode()


def test_csv_opens_in_swedish_excel(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert sifund(COMMAND, MALMO, "-O", "csv", "-o", out).returncode == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbforganisation;\xc3\xa5r;kod;")
    assert "\nMalmö;2013;net_result;Årets resultat enligt resultaträkningen;154;mkr;" in out.read_text("utf-8-sig")
    printed = sifund(COMMAND, MALMO, "-O", "csv").stdout.decode()
    assert printed.startswith("organisation;år;")


def test_findings_are_swedish_by_default_and_so_is_the_remedy_line(figures: Path) -> None:
    figures.write_text(YEAR + "equity = 1.5", "utf-8")
    done = sifund(COMMAND, figures)
    assert done.returncode == 3
    assert done.stdout == b""
    assert done.stderr.decode() == (
        f"{figures}:4: year[2014].equity: AMOUNT_IS_FLOAT: 1.5 är ett flyttal, som inte är exakt.\n"
        '  åtgärd: Skriv det som text: "1.5".\n'
    )


def test_many_faults_are_told_at_once_and_as_data() -> None:
    done = sifund(COMMAND, DATA / "many-faults.toml", "-O", "json", "--lang", "en")
    found = json.loads(done.stdout)["findings"]
    assert done.returncode == 3
    assert len(found) == 26
    assert found[7]["code"] == "GROUND_INCOMPLETE"
    assert found[7]["citation"]
    for finding in found:
        assert f"{finding['place']}: {finding['code']}: {finding['message']}" in done.stderr.decode()


def test_what_the_law_does_not_know_is_refused_with_its_place_in_the_file(figures: Path, tmp_path: Path) -> None:
    figures.write_text(f'opening_deficits = []\n{YEAR}unrealised_gains = "5"\nrealised_gains = "1"', "utf-8")
    out = tmp_path / "out.json"
    done = sifund(COMMAND, figures, "-O", "json", "-o", out)
    assert done.returncode == 2
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["ROW_NOT_IN_LAW"]
    assert done.stderr.decode().startswith(f"{figures}:5: year[2014].unrealised_gains: ROW_NOT_IN_LAW: ")
    assert not out.exists()


def test_warnings_fail_only_when_strict(figures: Path) -> None:
    figures.write_text(YEAR, "utf-8")
    assert sifund(COMMAND, figures).returncode == 0
    strict = sifund(COMMAND, figures, "--strict")
    assert strict.returncode == 1
    assert b"OPENING_DEFICITS_UNKNOWN" in strict.stderr
    assert b"DEFICIT_ARISEN" not in strict.stderr


def test_standard_input_needs_a_format() -> None:
    toml = MALMO.read_bytes()
    assert sifund(COMMAND, "-", "--format", "toml", stdin=toml).stdout == sifund(COMMAND, MALMO).stdout
    assert sifund(COMMAND, "-", stdin=toml).returncode == 3
    refused = sifund(COMMAND, "-", "--format", "json", stdin=toml)
    assert refused.returncode == 3
    assert refused.stderr.decode().startswith("<stdin>:1:1: FILE_SYNTAX: ")
    assert sifund(COMMAND, "-", "--format", "toml", stdin=b"#" * 1_000_001).returncode == 3


def test_the_format_may_be_given_for_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "figures.txt"
    path.write_bytes(MALMO.read_bytes())
    assert sifund(COMMAND, path).returncode == 3
    assert sifund(COMMAND, path, "--format", "toml").returncode == 0


def _explains(statement: BalanceRequirementStatement, code: str, year: int) -> bool:
    with suppress(Refused):
        return bool(str(statement.explain(code, year)))
    return False


def test_explaining_an_amount_year_by_year() -> None:
    done = sifund(COMMAND, MALMO, "--explain", "balance_requirement_result", "--lang", "en")
    text = done.stdout.decode()
    assert done.returncode == 0
    assert text.index("2013: 121 mkr") < text.index("2014: −193 mkr") < text.index("2015: 355 mkr")
    only = sifund(COMMAND, MALMO, "--explain", "other").stdout.decode()
    assert "2013: 106 mkr" in only
    assert "2014" not in only
    unknown = sifund(COMMAND, MALMO, "--explain", "x")
    assert unknown.returncode == 3
    known = unknown.stderr.decode().partition("något av ")[2].partition(".\n")[0].split(", ")
    assert {"net_result", "other", "remaining_result"} <= set(known)
    file = read_figures(MALMO).statement()
    for code in known:
        assert any(_explains(file, code, year.year) for year in file.years), code
    assert sifund(COMMAND, MALMO, "--explain", "to_restore", "-O", "json").returncode == 3


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["x"],
        ["balance-requirment"],
        [COMMAND],
        [COMMAND, "--lang", "fr", "f"],
        [COMMAND, "-O", "pdf", "f"],
        ["--x"],
    ],
)
def test_wrong_usage_is_told_and_exits_with_3(arguments: list[str]) -> None:
    done = sifund(*arguments)
    assert done.returncode == 3
    assert (b": USAGE_" if arguments else b"Usage:") in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_command_mistyped_is_guessed() -> None:
    assert "Välj ett av dessa: balance-requirement.\n" in sifund("balance-requirment").stderr.decode()


def test_help_and_version() -> None:
    assert sifund("--version").stdout.decode().split() == ["sifund,", "version", __version__]
    for arguments in (["--help"], ["-h"], [COMMAND, "--help"]):
        done = sifund(*arguments)
        assert done.returncode == 0
        assert b"Examples:" in done.stdout


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-8:strict"])
def test_the_minus_sign_prints_under_any_locale(encoding: str) -> None:
    done = sifund(COMMAND, MALMO, PYTHONIOENCODING=encoding, PYTHONUTF8="0", LC_ALL="C", LANG="C")
    assert done.returncode == 0
    assert "−149" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="the shell and the devices of a Unix")
def test_a_reader_that_stops_and_a_disk_that_is_full(tmp_path: Path) -> None:
    program = f"PYTHONPATH={ROOT} {sys.executable} -m sifund_ledger {COMMAND} {MALMO}"
    read, write = os.pipe()
    os.close(read)
    closed = subprocess.run(program, shell=True, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (closed.returncode, closed.stderr) == (141, b"")
    if os.path.exists("/dev/full"):
        full = subprocess.run(f"{program} > /dev/full", shell=True, stderr=subprocess.PIPE, check=False)
        assert full.returncode == 3
        assert full.stderr.startswith(b"<stdout>: OUTPUT_UNWRITABLE: ")
        assert b"Exception ignored" not in full.stderr
    silent = subprocess.run(f"{program} >&- 2>&-", shell=True, check=False)
    assert silent.returncode == 3


def test_output_that_cannot_be_saved_is_told(tmp_path: Path, figures: Path) -> None:
    figures.write_bytes(MALMO.read_bytes())
    for out, code in (
        (tmp_path / "absent" / "out.txt", b"OUTPUT_UNWRITABLE"),
        (tmp_path, b"OUTPUT_UNWRITABLE"),
        (figures, b"OUTPUT_IS_INPUT"),
    ):
        done = sifund(COMMAND, figures, "-o", out)
        assert done.returncode == 3
        assert code in done.stderr
    assert figures.read_bytes() == MALMO.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["figures.toml"]


def test_saving_replaces_the_whole_file_and_follows_links(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old" * 100_000)
    (tmp_path / "link").symlink_to(out)
    assert sifund(COMMAND, MALMO, "-o", tmp_path / "link", "--force").returncode == 0
    assert out.read_text("utf-8") == sifund(COMMAND, MALMO).stdout.decode()
    assert (tmp_path / "link").is_symlink()
    assert sifund(COMMAND, MALMO, "-o", "-").stdout == sifund(COMMAND, MALMO).stdout
    assert sifund(COMMAND, MALMO, "-o", os.devnull).returncode == 0


@pytest.mark.parametrize("form", ["html", "docx", "xlsx", "md"])
def test_the_statement_is_a_report_in_a_file(tmp_path: Path, form: str) -> None:
    out = tmp_path / f"statement.{form}"
    done = sifund(COMMAND, MALMO, "-o", out, "--form", "working")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"PRESENTED_DIFFERS" in done.stderr
    data = out.read_bytes()
    if form in ("docx", "xlsx"):
        with zipfile.ZipFile(out) as archive:
            data = archive.read("word/document.xml" if form == "docx" else "xl/sharedStrings.xml")
    if form == "docx":
        assert sifund(COMMAND, MALMO, "-O", "csv", "--template", out).returncode == 3
    assert b"PRESENTED" in data
