"""How the program ends, and what it does to a terminal."""

from __future__ import annotations

import errno
import re
import subprocess
import sys
from collections.abc import Callable
from io import StringIO

import click
import pytest

from sifund_ledger import cli
from sifund_ledger.catalogue import CODES
from sifund_ledger.citations import KL
from sifund_ledger.cli import program, streams
from sifund_ledger.cli.exit_codes import ExitCode, status
from sifund_ledger.cli.output import Output, on_command_line
from sifund_ledger.cli.streams import OutputClosed, OutputFailed, colourful, print_finding, save
from sifund_ledger.errors import NoLawInForce, Refused, StoreUnavailable
from sifund_ledger.exchange.examples import MALMO
from sifund_ledger.findings import FindingCode, Severity
from sifund_ledger.written import visible

WARNING = FindingCode("W", Severity.WARNING, en="careful", sv="se upp", remedy_en="look", remedy_sv="titta").at()


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def raising(error: BaseException) -> Callable[..., None]:
    def run(*_: object, **__: object) -> None:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (StoreUnavailable("the book is locked"), ExitCode.UNAVAILABLE, "the book is locked"),
        (NoLawInForce("no rule for 1997"), ExitCode.REFUSED, "no rule for 1997"),
        (Refused([WARNING]), ExitCode.REFUSED, "W: careful\n  remedy: look\n"),
        (OutputClosed(), ExitCode.OUTPUT_CLOSED, ""),
        (OSError(errno.EIO, "Input/output error"), ExitCode.UNAVAILABLE, "stopped the command: Input/output error"),
        (MemoryError(), ExitCode.UNAVAILABLE, "there is not enough memory"),
        (click.Abort(), ExitCode.INTERRUPTED, "The command was interrupted."),
        (click.UsageError("wrong"), ExitCode.USAGE, "wrong"),
    ],
)
def test_every_ending_has_its_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, code: ExitCode, told: str
) -> None:
    monkeypatch.setattr(program.program, "main", raising(error))
    assert cli.main(["--lang", "en"]) == code
    assert told in capsys.readouterr().err


def test_an_interrupt_from_the_keyboard_ends_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sifund_ledger.cli.interchange.balance_requirement._read", raising(KeyboardInterrupt()))
    assert cli.main(["balance-requirement", str(MALMO)]) == 130


@pytest.mark.parametrize("missing", ["click", "rich.console"])
def test_a_missing_extra_is_told_with_the_way_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], missing: str
) -> None:
    monkeypatch.setattr(program, "run", raising(ModuleNotFoundError("No module", name=missing)))
    assert cli.main([]) == 3
    assert "pip install 'sifund-ledger[cli]'" in capsys.readouterr().err


def test_any_other_missing_module_is_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "run", raising(ModuleNotFoundError("No module", name="sifund_ledger.x")))
    with pytest.raises(ModuleNotFoundError):
        cli.main([])


def test_the_program_is_in_this_process_what_it_is_in_another(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, code in (
        (["balance-requirement", str(MALMO)], 0),
        (["balance-requirement", str(MALMO), "-O", "csv"], 0),
        (["balance-requirement", str(MALMO), "-O", "json", "--strict"], 1),
        (["balance-requirement", str(MALMO), "--explain", "to_restore"], 0),
        (["balance-requirement", str(MALMO), "--explain", "x"], 3),
        (["balance-requirement", str(MALMO), "--explain", "x", "-O", "csv"], 3),
        (["balance-requirement", "-"], 3),
        (["balance-requirement", "absent.toml", "-O", "json"], 3),
        (["balanse-requirement"], 3),
        (["x"], 3),
        (["--help"], 0),
    ):
        assert cli.main(arguments) == code, arguments
    assert "Traceback" not in capsys.readouterr().err


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with MALMO.open(encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert cli.main(["balance-requirement", "-", "--format", "toml"]) == 0
    monkeypatch.setattr(sys, "stdin", None)
    assert cli.main(["balance-requirement", "-", "--format", "toml"]) == 3
    assert "FILE_EMPTY" in capsys.readouterr().err


def test_a_refused_figure_is_placed_in_the_file(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    path = f"{tmp_path}/f.toml"
    with open(path, "w", encoding="utf-8") as file:
        file.write('[[year]]\nyear = 2014\nnet_result = "1"\nunrealised_gains = "5"')
    assert cli.main(["balance-requirement", path]) == 2
    assert f"{path}:4: year[2014].unrealised_gains: ROW_NOT_IN_LAW" in capsys.readouterr().err


def test_colour_only_on_a_terminal_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    print_finding(WARNING, "en")
    assert "\x1b[" in terminal.getvalue()
    assert colourful(terminal)
    assert not colourful(StringIO())
    assert not colourful(None)
    monkeypatch.setenv("TERM", "dumb")
    assert not colourful(terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colourful(terminal)
    terminal.truncate(0)
    print_finding(WARNING._replace(cites=KL("11:12"), place="f.toml"), "sv")
    assert "f.toml: W: se upp [KL (2017:725) 11:12]\n  åtgärd: titta\n" in terminal.getvalue()


def test_nothing_printed_is_obeyed_by_a_terminal() -> None:
    assert visible("a\x1b[31m\u202e\udcff\n") == "a\\x1b[31m\\u202e\\udcff\\n"
    assert visible("1\u00a0000\u2009kr −å") == "1\u00a0000\u2009kr −å"


def test_status_by_the_gravest_finding() -> None:
    error, note = WARNING._replace(severity=Severity.ERROR), WARNING._replace(severity=Severity.NOTE)
    assert status([error], strict=False) is ExitCode.FOUND
    assert status([WARNING, note], strict=False) is ExitCode.DONE
    assert status([WARNING], strict=True) is ExitCode.FOUND
    assert status([note], strict=True) is ExitCode.DONE


def test_errors_found_are_told_even_where_the_result_carries_them(capsys: pytest.CaptureFixture[str]) -> None:
    error = WARNING._replace(severity=Severity.ERROR)
    assert Output().deliver("text", [error, WARNING], carries_findings=True) is ExitCode.FOUND
    assert capsys.readouterr().err.count("se upp") == 1
    assert Output().deliver("text", [error, WARNING]) is ExitCode.FOUND
    assert capsys.readouterr().err.count("se upp") == 2


def test_saving(tmp_path: object) -> None:
    out = f"{tmp_path}/out.txt"
    save("å\udcff\n", out)
    with open(out, "rb") as file:
        assert file.read() == b"\xc3\xa5\\udcff\n"
    save("", "/dev/null")
    for bad in (f"{tmp_path}/absent/x", "a\0", str(tmp_path)):
        with pytest.raises(OutputFailed):
            save("", bad)
    assert Output(out=out).deliver("text") is ExitCode.DONE
    assert Output(format="json", out=out).refuse(OutputFailed([WARNING])) is ExitCode.USAGE


@pytest.mark.parametrize(("error", "raised"), [(BrokenPipeError(), OutputClosed), (OSError(28, "full"), OutputFailed)])
def test_printing_that_fails(monkeypatch: pytest.MonkeyPatch, error: OSError, raised: type[Exception]) -> None:
    discarded: list[object] = []
    monkeypatch.setattr(streams, "_discard_rest", discarded.append)
    monkeypatch.setattr(click, "echo", raising(error))
    with pytest.raises(raised):
        streams.print_out("text")
    assert discarded == [sys.stdout]


def test_a_reader_of_findings_that_has_stopped_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    discarded: list[object] = []
    monkeypatch.setattr(streams, "_discard_rest", discarded.append)
    monkeypatch.setattr(click, "echo", raising(BrokenPipeError()))
    assert cli.main(["balance-requirement", "absent.toml"]) == ExitCode.USAGE
    monkeypatch.setattr(program.program, "main", raising(StoreUnavailable("the book is locked")))
    assert cli.main([]) == ExitCode.UNAVAILABLE
    assert set(discarded) == {sys.stderr}


def test_streams_that_are_no_files_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert cli.main(["balance-requirement", str(MALMO), "--explain", "other"]) == 0
    assert "2013: 106 mkr" in stream.getvalue()


def test_no_text_of_a_finding_calls_python_by_itself():
    """A call stands as ``{do.grant}``, so that it is told as the reader types it, but for three of Python's own."""
    python = {"BOOK_CLOSED", "BOOK_OF_ANOTHER_THREAD", "EVENT_UNKNOWN"}
    told = {code.name: f"{code.sv} {code.en} {code.remedy_sv} {code.remedy_en}" for code in CODES}
    calls = r"\bbook\.\w|\bpolicy\.\w|open_book|\w=[,.]"
    assert {name for name, text in told.items() if re.search(calls, text)} == python


@pytest.mark.parametrize("code", [code for code in CODES if "{do." in f"{code.remedy_en}{code.en}"], ids=str)
def test_every_call_in_a_finding_is_a_command_to_type(code):
    for name in re.findall(r"\{do\.(\w+)\}", f"{code.en} {code.remedy_en} {code.sv} {code.remedy_sv}"):
        call = on_command_line("ale.sifund")(name)
        assert re.match(r"sifund [a-z-]+( [a-z-]+)? (ale\.sifund|--template)|--[a-z-]+$", call)


NOT_OF_TABLES = ("difflib", "hashlib", "moneyed", "rich", "secrets", "sqlite3")
SLOW = ("csv", "textwrap", *NOT_OF_TABLES)
"""Modules of others that take long to load, and that a command without a book has no use for."""


@pytest.mark.parametrize(
    ("line", "spared"),
    [
        ("--version", ("balance", "book", "exchange", "funds", "general_ledger", "law", "ledger", "store", *SLOW)),
        (
            "law show 2024",
            ("balance", "book", "exchange.sie", "funds", "general_ledger", "ledger", "store", *NOT_OF_TABLES),
        ),
        (
            "balance-requirement FILE",
            (
                "book",
                "cli.years.within_year",
                "exchange.csv_forms",
                "exchange.ledgers",
                "exchange.sie",
                "funds",
                "general_ledger",
                "ledger",
                "store",
                "workbook",
                *(name for name in SLOW if name != "moneyed"),
            ),
        ),
    ],
)
def test_a_command_imports_no_room_that_it_does_not_use(line: str, spared: tuple[str, ...]) -> None:
    script = "import sys; from sifund_ledger.cli import main; main(sys.argv[1:]); print(*sorted(sys.modules))"
    words = line.replace("FILE", str(MALMO)).split()
    ran = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, encoding="utf-8", check=True)
    loaded = ran.stdout.splitlines()[-1].split()
    found = {
        room for room in spared for name in loaded if f"{name}.".startswith((f"sifund_ledger.{room}.", f"{room}."))
    }
    assert found == set()
