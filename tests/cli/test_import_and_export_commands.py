"""``sifund import`` and ``sifund export``: what is printed, what goes out, and that it goes out once."""

from __future__ import annotations

from pathlib import Path

import pytest

from sifund_ledger import Decision, open_book, presets, sek
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import run
from sifund_ledger.exchange.sie import read_sie

DATA = Path(__file__).resolve().parents[1] / "data" / "sie"
KF = Decision.parse("KF 2013-04-22 § 45")
MAPPING = (
    '[accounts]\nfree_equity = "20100"\nresult_of_year = "20900"\nfund_available = "20710"\nfund_committed = "20720"\n'
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "b.sifund"
    with open_book(path, create="Tomelilla kommun", actor="ekonomi") as opened:
        opened.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=KF)
        opened.record_result(2011, sek("18 000 000"))
        opened.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
        opened.set_aside("social", sek("10 000 000"), result_year=2011, decision=KF)
    (tmp_path / "m.toml").write_text(MAPPING, encoding="utf-8")
    return path


def test_a_ledger_is_told_with_its_proposed_figures(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["import", "sie", str(DATA / "liten-kommun-2013.se"), "--roles", str(DATA / "roller.toml")])
    printed = capsys.readouterr()

    assert code == ExitCode.DONE
    assert "2 verifikationer, 5 rader, 5 konton" in printed.out
    for line in ("net_result", "−1 500", "taxes_and_grants", "100 000", "earmark: social", "project: P100", "2 500"):
        assert line in printed.out
    assert "FIGURE_NOT_PROPOSED" in printed.err


def test_balances_are_printed_as_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "sie", str(DATA / "liten-kommun-2013.se"), "-O", "csv"]) == ExitCode.DONE
    assert "19300,Bank,T,58500" in capsys.readouterr().out


def test_import_csv_wants_csv() -> None:
    assert run(["import", "csv", "x.se"]) == ExitCode.USAGE
    assert run(["import", "sie", "no-such.se"]) == ExitCode.USAGE


def test_vouchers_go_out_once(book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rest = ["--mapping", str(tmp_path / "m.toml"), "--register", str(tmp_path / "r.txt"), "-o", str(tmp_path / "v.si")]

    assert run(["export", "sie", str(book), "2011", *rest]) == ExitCode.DONE
    document = read_sie(tmp_path / "v.si")
    assert document.type == "4I"
    assert sum(row.ore for _, row in document.rows() if row.account == "20710") == -1_000_000_000
    capsys.readouterr()
    assert run(["export", "sie", str(book), "2011", *rest]) == ExitCode.REFUSED
    assert "VOUCHER_EXPORTED" in capsys.readouterr().err
    assert run(["export", "csv", str(book), "2011", *rest, "--only-new", "-O", "international"]) == ExitCode.DONE
    assert (tmp_path / "v.si").read_text("utf-8").startswith("konto,ansvar")
    assert run(["export", "csv", str(book), "2011", *rest[:-2]]) == ExitCode.USAGE


def test_a_ledger_goes_out_as_hledger_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "hledger", str(DATA / "liten-kommun-2013.se")]) == ExitCode.DONE
    printed = capsys.readouterr().out

    assert "2013-04-25 * (A2) Loner april" in printed
    assert "    konto:50110  2500.00 SEK" in printed
