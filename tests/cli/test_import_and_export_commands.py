"""``sifund import`` and ``sifund export``: what is printed, what goes out, and that it goes out once."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

from sifund_ledger import Decision, open_book, presets, sek
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import run
from sifund_ledger.cli.streams import OutputFailed, save_registered
from sifund_ledger.exchange.sie import read_sie
from sifund_ledger.ledger.canonical.reading import decode_portion
from sifund_ledger.store import SQLiteStore, opening

DATA = Path(__file__).resolve().parents[1] / "data" / "sie"
KF = Decision.parse("KF 2013-04-22 § 45")
MAPPING = '[accounts]\nfree_equity = "20100"\nfund_available = "20710"\nfund_committed = "20720"\n'


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "b.sifund"
    with open_book(path, create="Tomelilla kommun", actor="ekonomi") as opened:
        opened.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=KF)
        opened.record_result(2011, sek("18 000 000"))
        opened.create_fund("social", policy=replace(presets.tomelilla_earmark, gl_treatment="sub_account"), decision=KF)
        opened.set_aside("social", sek("10 000 000"), result_year=2011, decision=KF)
    (tmp_path / "m.toml").write_text(MAPPING, encoding="utf-8")
    return path


def test_a_ledger_is_told_with_its_proposed_figures(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["import", "sie", str(DATA / "liten-kommun-2013.se"), "--roles", str(DATA / "roller.toml")])
    printed = capsys.readouterr()

    assert code == ExitCode.DONE
    assert "2 verifikationer, 5 rader, 5 konton" in printed.out
    for line in (
        "net_result",
        "−1 500",
        "taxes_and_grants",
        "100 000",
        "Öronmärkt för social",
        "Projektet P100",
        "2 500",
    ):
        assert line in printed.out
    assert "FIGURE_NOT_PROPOSED" in printed.err


def test_balances_are_printed_as_csv(capsys: pytest.CaptureFixture[str]) -> None:
    ledger = ["import", "sie", str(DATA / "liten-kommun-2013.se"), "-O", "csv"]
    assert run(ledger) == ExitCode.DONE
    swedish = capsys.readouterr().out.splitlines()
    assert run([*ledger, "--lang", "en"]) == ExitCode.DONE
    english = capsys.readouterr().out.splitlines()

    assert swedish[0] == "konto;benämning;typ;år;ingående;förändring;utgående"
    assert "19300;Bank;T;2013;60000,00;-1500,00;58500,00" in swedish
    assert english[0] == "account,name,type,year,opening,change,closing"
    assert "19300,Bank,T,2013,60000.00,-1500.00,58500.00" in english


def test_balances_of_every_year_unless_one_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for year, first, last in ((2012, "-500.00", "-700.00"), (2013, "-700.00", "-650.50")):
        text = f"#SIETYP 1\n#RAR 0 {year}0101 {year}1231\n#IB 0 2070 {first}\n#UB 0 2070 {last}\n"
        (tmp_path / f"{year}.se").write_text(text, "utf-8")
    files = [str(tmp_path / "2012.se"), str(tmp_path / "2013.se")]

    run(["import", "sie", *files, "-O", "csv"])
    assert capsys.readouterr().out.splitlines()[1:] == [
        "2070;;;2012;-500,00;-200,00;-700,00",
        "2070;;;2013;-700,00;49,50;-650,50",
    ]
    run(["import", "sie", *files, "-O", "csv", "--year", "2012"])
    assert capsys.readouterr().out.splitlines()[1:] == ["2070;;;2012;-500,00;-200,00;-700,00"]


def test_balances_of_many_years_take_no_more_time_than_reading_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"{number};{number:04d}-12-31;{number:04d};0\n" for number in range(1, 4001))
    (tmp_path / "j.csv").write_text(f"ver;datum;konto;belopp\n{rows}")
    begun = time.process_time()
    run(["import", "csv", str(tmp_path / "j.csv"), "--strict"])
    read = time.process_time() - begun
    capsys.readouterr()
    run(["import", "csv", str(tmp_path / "j.csv"), "-O", "csv"])

    assert capsys.readouterr().out.splitlines()[-1] == "4000;;;4000;0,00;0,00;0,00"
    assert time.process_time() - begun < 4 * read + 1


def test_import_csv_wants_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "csv", "x.se", "y.csv", "z.se"]) == ExitCode.USAGE
    assert capsys.readouterr().err.count("IMPORT_NOT_CSV: Namnet slutar inte på .csv") == 2
    assert run(["import", "sie", "no-such.se"]) == ExitCode.USAGE


@pytest.mark.parametrize("command", [["import", "sie"], ["export", "hledger"]])
def test_a_year_that_the_ledger_lacks_is_refused(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, str(DATA / "liten-kommun-2013.se"), "--year", "2021"]) == ExitCode.USAGE
    printed = capsys.readouterr()
    assert not printed.out
    assert "2021: LEDGER_YEAR_MISSING: Huvudboken har inget år 2021; den har 2013." in printed.err


@pytest.mark.parametrize("options", [["--roles", "r.toml", "-O", "csv"], ["--entity", "Malmö"]])
def test_an_option_that_would_change_nothing_is_refused(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "sie", "x.se", *options]) == ExitCode.USAGE
    assert f"{options[0]}: OPTION_WITHOUT_USE: {options[0]} ändrar inget" in capsys.readouterr().err


def test_a_file_that_is_no_sie_file_is_not_called_one(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "m.toml").unlink()
    ledger = str(DATA / "liten-kommun-2013.se")

    assert exported_to(book, tmp_path, tmp_path / "r.txt", tmp_path / "v.csv") == ExitCode.USAGE
    assert "m.toml: FILE_UNREADABLE: Filen kan inte läsas: den finns inte." in capsys.readouterr().err
    assert exported_to(book, tmp_path, tmp_path, tmp_path / "v.csv") == ExitCode.USAGE
    assert f"{tmp_path}: FILE_UNREADABLE: Filen kan inte läsas: det är en katalog." in capsys.readouterr().err
    assert run(["import", "sie", ledger, "--roles", str(tmp_path / "no.toml")]) == ExitCode.USAGE
    assert "no.toml: FILE_UNREADABLE" in capsys.readouterr().err


def test_vouchers_go_out_once(book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rest = ["--mapping", str(tmp_path / "m.toml"), "--register", str(tmp_path / "r.txt"), "-o", str(tmp_path / "v.si")]

    assert run(["export", "sie", str(book), "2011", *rest]) == ExitCode.DONE
    document = read_sie(tmp_path / "v.si")
    assert document.type == "4I"
    assert sum(row.ore for _, row in document.rows() if row.account == "20710") == -1_000_000_000
    capsys.readouterr()
    assert run(["export", "sie", str(book), "2011", *rest]) == ExitCode.REFUSED
    assert "VOUCHER_EXPORTED" in capsys.readouterr().err
    (tmp_path / "r.txt").unlink()
    rest[-1] = str(tmp_path / "v.csv")
    assert run(["export", "csv", str(book), "2011", *rest, "-O", "international"]) == ExitCode.DONE
    assert (tmp_path / "v.csv").read_text("utf-8").startswith("konto,ansvar")
    assert run(["export", "csv", str(book), "2011", *rest[:-2]]) == ExitCode.USAGE


def test_what_went_out_is_not_written_over(book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register, out, later = tmp_path / "r.txt", tmp_path / "v.csv", tmp_path / "later.csv"
    assert exported_to(book, tmp_path, register, out) == ExitCode.DONE
    gone, marks = out.read_text("utf-8"), register.read_text("utf-8")
    capsys.readouterr()

    assert exported_to(book, tmp_path, register, out, "--only-new") == ExitCode.REFUSED
    assert "v.csv: OUTPUT_EXISTS: Filen finns redan" in capsys.readouterr().err
    assert exported_to(book, tmp_path, register, later, "--only-new") == ExitCode.DONE
    assert "EXPORT_EMPTY" in capsys.readouterr().err
    assert not later.exists()
    assert (out.read_text("utf-8"), register.read_text("utf-8")) == (gone, marks)


def test_a_file_that_was_never_imported_goes_out_again_without_its_marks(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = tmp_path / "r.txt"
    assert exported_to(book, tmp_path, register, tmp_path / "v.csv") == ExitCode.DONE
    capsys.readouterr()
    assert exported_to(book, tmp_path, register, tmp_path / "again.csv") == ExitCode.REFUSED
    told, mark = capsys.readouterr().err, register.read_text("utf-8").strip()
    assert f"ta bort märket {mark} ur registret" in told

    register.write_text("", "utf-8")
    assert exported_to(book, tmp_path, register, tmp_path / "again.csv") == ExitCode.DONE
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "v.csv").read_bytes()


def test_a_fund_shown_in_notes_alone_stays_here(book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_book(book, actor="ekonomi") as opened:
        opened.create_fund("grön", policy=presets.tomelilla_earmark, decision=KF)
        opened.set_aside("grön", sek("1 000 000"), result_year=2011, decision=KF)
    rest = ["--mapping", str(tmp_path / "m.toml"), "--register", str(tmp_path / "r.txt"), "-o", str(tmp_path / "v.csv")]

    assert run(["export", "csv", str(book), "2011", *rest]) == ExitCode.DONE
    assert "VOUCHER_NOTE_ONLY" in capsys.readouterr().err
    assert "-1000000,00" not in (tmp_path / "v.csv").read_text("utf-8")


def test_a_policy_for_later_years_does_not_decide_earlier_vouchers(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_book(book, actor="ekonomi") as opened:
        opened.change_policy("social", policy=presets.tomelilla_earmark, valid_from=date(2030, 1, 1), decision=KF)

    assert exported_to(book, tmp_path, tmp_path / "r.txt", tmp_path / "v.csv") == ExitCode.DONE
    assert "VOUCHER_NOTE_ONLY" not in capsys.readouterr().err
    assert "-10000000,00" in (tmp_path / "v.csv").read_text("utf-8")


def test_budget_lines_go_out_once(book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_book(book, actor="ekonomi") as opened:
        opened.grant(
            "social", "Navigator", sek("4 000 000"), board="BUN", financing="ur fonden", decision=KF,
            frames={2013: sek("1 000 000"), 2014: sek("3 000 000")},
        )  # fmt: skip
    out = tmp_path / "b.csv"
    rest = ["--register", str(tmp_path / "r.txt"), "-o", str(out)]

    assert run(["export", "budget", str(book), "2014", *rest]) == ExitCode.DONE
    assert out.read_text("utf-8").splitlines()[1].startswith("2014;nämndens ram;BUN;social;Navigator;3000000,00;nej;")
    capsys.readouterr()
    assert run(["export", "budget", str(book), "2014", *rest]) == ExitCode.REFUSED
    assert "BUDGET_LINE_EXPORTED" in capsys.readouterr().err
    out = tmp_path / "b-2013.csv"
    rest[-1] = str(out)
    assert run(["export", "budget", str(book), "2014", *rest, "--only-new"]) == ExitCode.DONE
    assert "EXPORT_EMPTY" in capsys.readouterr().err
    assert not out.exists()
    assert run(["export", "budget", str(book), "2013", *rest, "-O", "international"]) == ExitCode.DONE
    assert "2013,nämndens ram,BUN,social,Navigator,1000000.00,nej," in out.read_text("utf-8")
    assert run(["export", "budget", str(book), "2013", *rest[:-2]]) == ExitCode.USAGE
    assert run(["export", "budget", str(book), "14", *rest]) == ExitCode.USAGE


VERIFYING_ONCE = {
    "export sie": "export sie {book} 2011 --mapping {folder}/m.toml --register {folder}/r.txt -o {folder}/v.si",
    "export csv": "export csv {book} 2011 --mapping {folder}/m.toml --register {folder}/r.txt -o {folder}/v.csv",
    "export budget": "export budget {book} 2011 --register {folder}/r.txt -o {folder}/b.csv",
    "export xlsx": "export xlsx {book} -o {folder}/b.xlsx",
    "log": "log {book} -o {folder}/log.txt",
    "report": "report {book} 2011 -o {folder}/r.html",
}


@pytest.mark.parametrize("line", VERIFYING_ONCE.values(), ids=VERIFYING_ONCE)
def test_what_goes_through_the_records_verifies_them_once(line: str, book: Path, tmp_path: Path) -> None:
    count = open_book(book).head.seq
    verified: list[int] = []

    def called(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is decode_portion.__code__:
            verified.append(len(frame.f_locals["datas"]))

    sys.setprofile(called)
    try:
        assert run(line.format(book=book, folder=tmp_path).split()) in (ExitCode.DONE, ExitCode.FOUND)
    finally:
        sys.setprofile(None)

    assert verified == [count]


def test_kept_records_are_those_of_the_book_and_are_read_anew_once_there_are_more(book: Path) -> None:
    with open_book(book) as plain, open_book(book, actor="ekonomi", keep_records=True) as kept:
        for after in (0, 1, plain.head.seq, plain.head.seq + 1):
            assert [*kept.records(after)] == [*plain.records(after)]
        kept.use("social", sek(1), year=2012, decision=KF)
        kept.correct(kept.head.seq, reason="Fel belopp.", decision=KF)
        kept.blot_note(kept.head.seq, decision=KF)
        assert [*kept.records()] == [*plain.records()]
    with open_book(book, keep_records=True) as kept, open_book(book, actor="ekonomi") as other:
        other.use("social", sek(1), year=2012, decision=KF)
        assert [*kept.records()] == [*other.records()]


@pytest.mark.parametrize("what", ["sie", "csv", "budget", "hledger"])
def test_each_export_has_help_with_examples(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", what, "--help"]) == ExitCode.DONE
    told = " ".join(capsys.readouterr().out.split())

    assert f"Examples: sifund export {what} " in told
    assert (" -O " in told.partition("Examples:")[0]) == (what in ("csv", "budget"))
    assert ("instead of standard output" in told) == (what == "hledger")
    assert ("must not be there yet. [required]" in told) == (what != "hledger")


def exported_to(book: Path, folder: Path, register: Path, out: Path, *more: str) -> int:
    rest = ["--mapping", str(folder / "m.toml"), "--register", str(register), "-o", str(out), *more]
    return run(["export", "csv", str(book), "2011", *rest])


def test_the_vouchers_and_their_register_are_written_both_or_neither(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register, out = tmp_path / "r.txt", tmp_path / "v.csv"

    assert exported_to(book, tmp_path, register, tmp_path / "none" / "v.csv") == ExitCode.USAGE
    assert not register.exists()
    assert "-o en sökväg" in capsys.readouterr().err
    assert exported_to(book, tmp_path, tmp_path / "none" / "r.txt", out) == ExitCode.USAGE
    told = capsys.readouterr().err
    assert "r.txt: OUTPUT_UNWRITABLE: Utdata kan inte skrivas: katalogen finns inte.\n" in told
    assert "Ange med --register en sökväg" in told
    assert not out.exists()
    assert exported_to(book, tmp_path, register, register) == ExitCode.USAGE
    assert not register.exists()
    register.write_text("A1/2010:00112233aabbccdd\n", "utf-8")
    assert exported_to(book, tmp_path, register, tmp_path / "none" / "v.csv") == ExitCode.USAGE
    assert register.read_text("utf-8") == "A1/2010:00112233aabbccdd\n"
    assert exported_to(book, tmp_path, register, out) == ExitCode.DONE
    assert register.read_text("utf-8").count("\n") == 2


def test_of_two_exports_at_the_same_time_one_goes_out(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    register, mine, other = tmp_path / "r.txt", tmp_path / "mine.csv", tmp_path / "other.csv"
    open_as_ever = opening.open_book

    def open_while_another_exports(*arguments: object, **named: object) -> object:
        monkeypatch.undo()
        assert exported_to(book, tmp_path, register, other) == ExitCode.DONE
        return open_as_ever(*arguments, **named)

    monkeypatch.setattr(opening, "open_book", open_while_another_exports)

    assert exported_to(book, tmp_path, register, mine) == ExitCode.USAGE
    assert "REGISTER_CHANGED" in capsys.readouterr().err
    assert (mine.exists(), other.exists(), register.read_text("utf-8").count("\n")) == (False, True, 1)


def test_of_two_exports_at_the_very_same_moment_one_is_written(tmp_path: Path) -> None:
    for turn in range(20):
        register, together = tmp_path / f"r{turn}.txt", threading.Barrier(2)

        def export(name: str, register: Path = register, together: threading.Barrier = together) -> bool:
            together.wait()
            with suppress(OutputFailed):
                save_registered(
                    b"", f"{register}.{name}", register=str(register), known=None, registered=f"A1/2013:{name}\n"
                )
                return True
            return False

        with ThreadPoolExecutor(2) as both:
            written = [name for name, done in zip("ab", both.map(export, "ab"), strict=True) if done]

        assert len(written) == 1
        assert register.read_text("utf-8") == f"A1/2013:{written[0]}\n"
        assert {path.suffix for path in tmp_path.glob(f"r{turn}.*")} == {".txt", f".{written[0]}"}


def test_another_file_is_not_taken_for_the_register(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = (tmp_path / "m.toml").read_text("utf-8")

    for file in (book, tmp_path / "m.toml"):
        assert exported_to(book, tmp_path, file, tmp_path / "v.csv") == ExitCode.USAGE
        assert capsys.readouterr().err.count("REGISTER_UNREADABLE") == 1
    assert (tmp_path / "m.toml").read_text("utf-8") == mapping
    assert not (tmp_path / "v.csv").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("kind", ["null", "pipe"])
def test_a_register_that_remembers_nothing_is_refused(
    kind: str, book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register, out = tmp_path / "register", tmp_path / "2014.csv"
    if kind == "null":
        register.symlink_to(os.devnull)
    else:
        os.mkfifo(register)
    assert run(["export", "budget", str(book), "2014", "--register", str(register), "-o", str(out)]) == ExitCode.USAGE
    assert "REGISTER_NO_FILE" in capsys.readouterr().err
    assert not out.exists()


def test_a_faulty_mapping_is_told_whole(book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "m.toml").write_text("[accounts]\nfree_equity = 20100\nboard_frame = '1'\n", "utf-8")

    assert exported_to(book, tmp_path, tmp_path / "r.txt", tmp_path / "v.csv") == ExitCode.USAGE
    told = capsys.readouterr().err
    assert "m.toml:2: accounts.free_equity: FIELD_UNREADABLE" in told
    assert "m.toml:3: accounts.board_frame: MAPPING_ACCOUNT_UNKNOWN" in told


def test_a_ledger_goes_out_as_hledger_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "hledger", str(DATA / "liten-kommun-2013.se")]) == ExitCode.DONE
    printed = capsys.readouterr().out

    assert "2013-04-25 * (A2) Loner april" in printed
    assert "    konto:50110  2500.00 SEK" in printed


def test_a_locked_book_is_told_by_its_place_and_in_the_language_chosen(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "SQLiteStore", ImpatientStore)
    with closing(sqlite3.connect(book, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for language, told in (
            (
                "sv",
                "b.sifund: STORE_UNAVAILABLE: Ett annat program använder boken.\n  åtgärd: Stäng det andra programmet",
            ),
            (
                "en",
                "b.sifund: STORE_UNAVAILABLE: Another program is using the book.\n  remedy: Close the other program",
            ),
        ):
            rest = ["--register", "r.txt", "-o", "b.csv", "--lang", language]
            assert run(["export", "budget", "b.sifund", "2014", *rest]) == ExitCode.UNAVAILABLE
            assert capsys.readouterr().err.startswith(told)


class ImpatientStore(SQLiteStore):
    """A store that does not wait for a lock."""

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False, timeout: float = 5.0) -> SQLiteStore:
        return cls(path, read_only=read_only, timeout=0)
