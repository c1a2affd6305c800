"""Progress on standard error: on a terminal alone, one line that is gone when the command prints, and never in data."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from io import StringIO
from time import sleep

import pytest
from test_real_processes import command, held

from sifund_ledger.cli import progress
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.progress import Progress, end_progress, on_terminal, reading
from sifund_ledger.cli.streams import print_error


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def seen(written: str) -> list[str]:
    """What is left on a screen of what was written to it: a carriage return goes back on the line."""
    screen = []
    for line in written.replace("\r\n", "\n").split("\n"):
        cells: list[str] = []
        for part in line.split("\r"):
            cells[: len(part)] = part
        screen.append("".join(cells).rstrip())
    return screen


def waited_for(terminal: Terminal, text: str) -> None:
    while text not in terminal.getvalue():
        sleep(0.01)


def test_a_line_says_what_the_command_does_and_is_gone_when_it_ends(monkeypatch):
    terminal = Terminal()
    line = Progress(terminal, "sifund show", "sv", every=0.01)
    line.start()
    waited_for(terminal, "\rsifund show: arbetar, 0 s")
    line.reads("/en/mapp/a\x1b.sifund", "b.se")
    waited_for(terminal, "\rsifund show: läser a\\x1b.sifund, b.se, 0 s")
    line.end()
    written = terminal.getvalue()
    assert seen(written) == [""]
    assert "\x1b" not in written
    sleep(0.05)
    assert terminal.getvalue() == written, "nothing more comes behind what the command prints"


def test_what_is_printed_begins_where_the_line_was(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "_now", Progress(terminal, "sifund log", "en", every=0.01))
    progress._now.start()
    reading("x" * 200)
    waited_for(terminal, "reading xxx")
    assert max(map(len, terminal.getvalue().split("\r"))) <= 79
    print_error("a.sifund: CODE: wrong")
    assert seen(terminal.getvalue()) == ["a.sifund: CODE: wrong", ""]
    end_progress()  # a second time changes nothing


def test_only_a_terminal_has_it(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")  # there is no colour in it
    assert on_terminal(Terminal())
    assert not on_terminal(StringIO())
    assert not on_terminal(None)
    monkeypatch.setenv("TERM", "dumb")
    assert not on_terminal(Terminal())


@pytest.mark.skipif(sys.platform != "linux", reason="a terminal of its own is opened as Linux does")
@pytest.mark.slow
def test_a_command_that_waits_says_so_on_the_terminal_and_its_data_stay_clean(ale):
    master, slave = os.openpty()
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    with held(ale.folder / "ale.sifund", "EXCLUSIVE"):
        done = subprocess.run(
            command("show ale.sifund -O json"), cwd=ale.folder, stdout=subprocess.PIPE, stderr=slave, env=environment,
            check=False,
        )  # fmt: skip
    os.close(slave)
    written = os.read(master, 65536).decode()
    os.close(master)
    assert done.returncode == ExitCode.UNAVAILABLE
    assert re.search(r"\rsifund show: läser ale\.sifund, \d s", written)
    assert seen(written)[0].startswith("ale.sifund: STORE_UNAVAILABLE: ")
    assert "läser ale.sifund," not in "\n".join(seen(written))
    assert "\x1b" not in written
    (finding,) = json.loads(done.stdout)["findings"]
    assert finding["code"] == "STORE_UNAVAILABLE"
