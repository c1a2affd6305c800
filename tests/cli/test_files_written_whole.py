"""Files that a command writes: whole or as they were, on the disk, with the rights that they had."""

from __future__ import annotations

import errno
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.output import Output
from sifund_ledger.cli.streams import OutputFailed, save_bytes, save_registered


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    out = tmp_path / "out.csv"
    out.write_bytes(b"before")
    out.chmod(mode)
    save_bytes(b"after", str(out))
    assert (out.read_bytes(), stat.S_IMODE(out.stat().st_mode)) == (b"after", mode)


def test_a_file_planted_beside_is_neither_followed_nor_written(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"untouched")
    (tmp_path / f".out.csv.{os.getpid()}.part").symlink_to(victim)
    save_bytes(b"after", str(tmp_path / "out.csv"))
    assert (victim.read_bytes(), (tmp_path / "out.csv").read_bytes()) == (b"untouched", b"after")


def test_what_is_written_is_on_the_disk_and_so_is_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    save_bytes(b"after", str(tmp_path / "out.csv"))
    assert synced == [False, True]  # the file before it has its name, the folder after


def test_a_full_disk_leaves_what_was_there_and_nothing_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.csv"
    out.write_bytes(b"before")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputFailed):
        save_bytes(b"after", str(out))
    assert (out.read_bytes(), names(tmp_path)) == (b"before", ["out.csv"])


FIGURES = '[[year]]\nyear = 2013\nnet_result = "1"\n'
STATEMENT = "balance-requirement f.toml"


@pytest.fixture
def figures(console: Any) -> Any:
    (console.folder / "f.toml").write_text(FIGURES, encoding="utf-8")
    return console


def test_a_file_that_may_have_been_edited_is_replaced_only_when_told_to(figures: Any) -> None:
    out = figures.folder / "out.txt"
    out.write_text("edited", encoding="utf-8")
    out.chmod(0o600)
    status, _, told = figures(f"{STATEMENT} -o out.txt")
    assert (status, "out.txt: OUTPUT_IN_THE_WAY" in told, out.read_text("utf-8")) == (ExitCode.USAGE, True, "edited")
    figures.done(f"{STATEMENT} -o out.txt --force")
    assert "Balanskravsutredning" in out.read_text("utf-8")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    out.write_bytes(b"")
    figures.done(f"{STATEMENT} -o out.txt")  # nothing is lost with an empty file


def test_nothing_is_recorded_where_its_result_would_replace_a_file(figures: Any) -> None:
    figures.done("init ale.sifund --entity Ale")
    before = (figures.folder / "ale.sifund").read_bytes()
    opening = "equity open ale.sifund 2012 --amount 100 --decision 'KF 2013-04-28 § 1'"
    for out, code in (("f.toml", "OUTPUT_IN_THE_WAY"), ("ale.sifund", "OUTPUT_IS_INPUT")):
        status, _, told = figures(f"{opening} -o {out}")
        assert (status, code in told) == (ExitCode.USAGE, True)
    assert (figures.folder / "ale.sifund").read_bytes() == before


@pytest.mark.parametrize(
    "line",
    ["balance-requirement f.toml -o f.toml", "import sie f.se -o f.se", "import sie f.se --roles f.toml -o f.toml",
     "post ale.sifund f.toml -o ale.sifund", "log ale.sifund -o ale.sifund", "verify ale.sifund -o ale.sifund",
     "year-end ale.sifund 2013 f.toml -o f.toml", "export hledger f.se -o f.se",
     "plan ale.sifund f.toml --to 2020 -o f.toml",
     "export budget ale.sifund 2013 --register r.txt -o ale.sifund", "law show 2024 -o ale.sifund",
     "export budget ale.sifund 2013 --register r.txt -o r.txt"],
)  # fmt: skip
def test_no_result_replaces_what_is_read_nor_a_book_even_when_told_to(figures: Any, line: str) -> None:
    figures.done("init ale.sifund --entity Ale")
    (figures.folder / "f.se").write_text("#FLAGGA 0\n", encoding="utf-8")
    (figures.folder / "r.txt").write_text("A3/2013:00112233aabbccdd\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in figures.folder.iterdir()}
    for force in ("", " --force") if "budget" not in line else ("",):
        status, _, told = figures(line + force)
        assert status == ExitCode.USAGE
        assert re.search("OUTPUT_IS_INPUT|OUTPUT_IS_BOOK|OUTPUT_IN_THE_WAY", told)
    assert {path.name: path.read_bytes() for path in figures.folder.iterdir()} == before


HOLDER = """
import sys, time
from pathlib import Path
from sifund_ledger.files import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_a_lock_ends_with_the_program_that_holds_it_however_it_ends(tmp_path: Path) -> None:
    register = tmp_path / "exported.txt"
    (tmp_path / "exported.txt.lock").touch()  # left by a program that was killed
    with subprocess.Popen([sys.executable, "-c", HOLDER, register], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(OutputFailed) as refused:
            save_registered(b"out", str(tmp_path / "o"), register=str(register), known=None, registered="A1\n")
        assert [finding.code for finding in refused.value.findings] == ["REGISTER_LOCKED"]
        assert names(tmp_path) == ["exported.txt.lock"]
        holder.kill()
    save_registered(b"out", str(tmp_path / "o"), register=str(register), known=None, registered="A1\n")
    assert names(tmp_path) == ["exported.txt", "o"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_planted_as_a_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "exported.txt.lock").symlink_to(tmp_path / "victim")
    with pytest.raises(OutputFailed):
        save_registered(
            b"", str(tmp_path / "o"), register=str(tmp_path / "exported.txt"), known=None, registered="A1\n"
        )
    assert names(tmp_path) == ["exported.txt.lock"]


def test_what_a_kill_left_is_swept_once_nobody_can_be_writing_it(tmp_path: Path) -> None:
    old, young, other = (
        tmp_path / name
        for name in (".sifund-0123456789abcdef.part", ".sifund-fedcba9876543210.draft", ".sifund-notes.part")
    )
    for each in (old, young, other):
        each.touch()
    for each in (old, other):
        os.utime(each, (0, 0))
    save_bytes(b"after", str(tmp_path / "out.csv"))
    assert names(tmp_path) == [young.name, other.name, "out.csv"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only an administrator can give files away")
def test_a_shared_register_keeps_its_owner_and_its_mode(tmp_path: Path) -> None:
    register = tmp_path / "exported.txt"
    register.write_text("A1/2013:00112233aabbccdd\n", encoding="utf-8")
    os.chown(register, 12345, 54321)
    register.chmod(0o664)
    known = register.read_bytes()
    save_registered(b"out", str(tmp_path / "o"), register=str(register), known=known, registered="A2\n")
    status = register.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (12345, 54321, 0o664)


def test_a_document_goes_into_a_file_or_a_pipe_as_it_is(tmp_path: Path, capfdbinary: Any) -> None:
    data = bytes(range(256)) + b"  \n\n"
    out = tmp_path / "2017.docx"
    assert Output("docx", out=str(out)).deliver(data) == ExitCode.DONE
    assert out.read_bytes() == data
    code = "from sifund_ledger.cli.output import Output; Output('docx').deliver(bytes(range(256)) + b'  \\n\\n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (data, b"")


@pytest.mark.parametrize(("name", "begins"), [("f.JSON", "{"), ("f.html", "<!doctype"), ("f.csv", "\ufeff"),
                                              ("f.txt", "Fonder (kr)"), ("f", "Fonder (kr)")])  # fmt: skip
def test_the_name_of_the_file_says_the_format_where_none_is_given(ale: Any, name: str, begins: str) -> None:
    ale.done(f"list ale.sifund funds -o {name}")
    assert (ale.folder / name).read_text(encoding="utf-8").startswith(begins)
    ale.done(f"list ale.sifund funds -O json -o {name} --force")
    assert (ale.folder / name).read_text(encoding="utf-8").startswith("{")


@pytest.mark.parametrize("name", ["f.docx", "f.XLSX", "f.pdf"])
def test_a_name_that_ends_in_a_format_the_command_lacks_is_refused_unless_the_format_is_given(
    ale: Any, name: str
) -> None:
    status, _, said = ale(f"list ale.sifund funds -o {name}")
    assert status == ExitCode.USAGE
    assert "-o ska vara namnet på en fil i något av formaten text, json, csv, html" in said
    assert not (ale.folder / name).exists()
    ale.done(f"list ale.sifund funds -O text -o {name}")
