"""Whatever is typed, to any command of the program: a status that is documented, a message, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_help import every_command

from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import run

LEAVES = [(path, command) for path, command in every_command() if not isinstance(command, click.Group)]
VALUES = st.sampled_from(
    ["ale.sifund", "social", "Navigator", "2013", "2014", "-1", "1998", "99999", "KF 2014-04-28 § 31", "", "ö", "1;2",
     "a=b", "2014=1", "year=2011,left=5", "inga", "SN:2017=1", "mkr", "sv", "json", "2014.toml", "borta.toml", ".", "-",
     "nan", "1e9", "1 000,50", "2014-01-01", "\u202e", "\ud800", "\x00", "x" * 300, "fund", "project", "target",
     "orebro_strict", "presentation=strict", "KEY_USED", "toml", "surplus", "final"]
)  # fmt: skip


@st.composite
def lines(draw):
    """A command of the tree with arguments for its parameters, its own options among them, and perhaps too much."""
    path, command = draw(st.sampled_from(LEAVES))
    words = [*path]
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            words += draw(st.lists(VALUES, max_size=2)) if draw(st.booleans()) else ["ale.sifund"]
        elif draw(st.integers(0, 3)) == 0:
            known = list(parameter.type.choices) if isinstance(parameter.type, click.Choice) else []
            value = draw(st.sampled_from(known) | VALUES if known else VALUES)
            words += [parameter.opts[-1], *([] if getattr(parameter, "is_flag", False) else [value])]
    return [*words, *draw(st.lists(VALUES | st.text(max_size=5), max_size=2))]


def tried(console, words):
    path = console.folder / "ale.sifund"
    before = path.read_bytes()
    try:
        status = run(words)
        _, err = console.printed()
        assert status in set(ExitCode), words
        assert "Traceback" not in err
        if status not in (ExitCode.DONE, ExitCode.FOUND):
            assert err, words
            assert path.read_bytes() == before, words
    finally:
        for other in console.folder.iterdir():
            if other.is_file() and other.name != "2014.toml":
                other.unlink()
        path.write_bytes(before)


HOW = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@pytest.fixture
def ale_alone(ale, monkeypatch):
    """Nothing is read from standard input, and nothing is written where the tests run."""
    monkeypatch.setattr(sys, "stdin", None)
    return ale


@settings(max_examples=150, derandomize=True, **HOW)
@given(words=lines())
def test_no_command_of_the_tree_ends_in_a_traceback(ale_alone, words):
    tried(ale_alone, words)


@pytest.mark.slow
@settings(max_examples=4000, **HOW)
@given(words=lines())
def test_no_command_of_the_tree_ends_in_a_traceback_however_long_one_tries(ale_alone, words):
    tried(ale_alone, words)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("line", ["show ale.sifund", "log ale.sifund -O json", "year-end ale.sifund 2013 f.toml"])
def test_a_full_disk_and_a_closed_pipe_are_told_in_one_message(ale, line):
    (ale.folder / "f.toml").write_text('[[year]]\nyear = 2013\nnet_result = "10 000 000"\n', encoding="utf-8")
    before = (ale.folder / "ale.sifund").read_bytes()
    status, _, err = ale(f"{line} -o /dev/full")
    assert (status, err.count("OUTPUT_UNWRITABLE"), err.count("åtgärd:")) == (ExitCode.USAGE, 1, 1)
    command = [sys.executable, "-m", "sifund_ledger", *line.split()]
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stderr.count("OUTPUT_UNWRITABLE")) == (ExitCode.USAGE, 1), ended.stderr
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        ended = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stderr) == (ExitCode.OUTPUT_CLOSED, "")
    assert (ale.folder / "ale.sifund").read_bytes() == before
