"""Checkpoints kept elsewhere: a book that is cut or made anew is found, and a line that somebody else has written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from sifund_ledger import open_book
from sifund_ledger.cli import main
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.store.kept_checkpoints import parse_checkpoints

DECISION = "KF 2013-04-29 § 40"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a book and two pairs of keys, where one stands."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIFUND_ACTOR", "ekonomi")
    for name in ("ours", "theirs"):
        key = Ed25519PrivateKey.generate()
        Path(f"{name}.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        Path(f"{name}-public.pem").write_bytes(public)
    with open_book("ale.sifund", create="Ale", actor="ekonomi") as book:
        book.open_equity(2012, 100, opening_deficits=[], decision=DECISION)
    return tmp_path


def recorded(amount: int, path: str = "ale.sifund") -> None:
    with open_book(path, actor="ekonomi") as book:
        book.adjust_equity(2013, amount, reason="Rättat fel", decision=DECISION)


def run(capsys: pytest.CaptureFixture[str], line: str) -> tuple[int, str]:
    status = main([*line.split(), "--lang", "en"])
    told = capsys.readouterr()
    return status, told.out + told.err


KEEP = "checkpoint ale.sifund --to kept.txt --sign ours.pem"
VERIFY = "verify ale.sifund --checkpoints kept.txt --key ours-public.pem"


def test_a_book_that_went_on_has_all_that_were_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for amount in (1, 2, 2):
        assert run(capsys, KEEP)[0] == 0
        recorded(amount)
    assert run(capsys, KEEP)[0] == run(capsys, KEEP)[0] == 0
    kept = parse_checkpoints(Path("kept.txt").read_bytes(), "kept.txt")
    assert [each.seq for each in kept] == [kept[0].seq + number for number in range(4)]
    status, told = run(capsys, VERIFY)
    assert (status, "Given checkpoints that hold  4" in told) == (0, True)


def test_a_book_that_was_cut_or_rewritten_is_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy("ale.sifund", "before.sifund")
    recorded(1)
    run(capsys, KEEP)
    shutil.copy("before.sifund", "ale.sifund")
    assert "CHECKPOINT_NOT_FOUND" in run(capsys, VERIFY)[1]
    recorded(2)  # with hashes that fit
    status, told = run(capsys, VERIFY)
    assert (status, "CHECKPOINT_NOT_FOUND" in told) == (3, True)
    assert run(capsys, "verify ale.sifund")[0] == 0
    Path("ale.sifund").unlink()
    open_book("ale.sifund", create="Ale", actor="någon annan").close()  # in the same second, it may be
    assert "CHECKPOINTS_OF_OTHERS" in run(capsys, VERIFY)[1]


def test_a_line_that_somebody_else_has_written_does_not_hold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, KEEP)
    signed = json.loads(Path("kept.txt").read_text("utf-8"))
    recorded(5)
    run(capsys, "checkpoint ale.sifund --to other.txt --sign theirs.pem")
    run(capsys, "checkpoint ale.sifund --to bare.txt")
    for file in ("other.txt", "bare.txt"):
        told = run(capsys, f"verify ale.sifund --checkpoints {file} --key ours-public.pem")[1]
        assert "CHECKPOINT_NOT_SIGNED" in told
        assert run(capsys, f"verify ale.sifund --checkpoints {file}")[0] == 0
    newer = json.loads(Path("bare.txt").read_text("utf-8"))
    for key in ("entity", "seq", "hash", "taken"):
        other = {"entity": "Annan", "taken": "2030-01-01T00:00:00+00:00"}.get(key, newer[key])
        Path("kept.txt").write_text(json.dumps(signed | {key: other}), encoding="utf-8")
        assert "CHECKPOINT_NOT_SIGNED" in run(capsys, VERIFY)[1]


@pytest.mark.parametrize("other", [{"signature": "å"}, {"signature": "!"}, {"entity": "\ud800"}])
def test_a_line_that_cannot_be_encoded_does_not_hold(
    folder: Path, capsys: pytest.CaptureFixture[str], other: dict[str, str]
) -> None:
    run(capsys, KEEP)
    signed = json.loads(Path("kept.txt").read_text("utf-8"))
    Path("kept.txt").write_text(json.dumps(signed | other), encoding="utf-8")
    status, told = run(capsys, VERIFY)
    assert (status, "CHECKPOINT_NOT_SIGNED" in told) == (3, True), told


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("checkpoint ale.sifund --sign ours-public.pem", "KEY_UNREADABLE"),
        ("checkpoint ale.sifund --sign absent.pem", "FILE_UNREADABLE"),
        ("verify ale.sifund --key ours-public.pem", "USAGE_MISSING"),
        ("verify ale.sifund --checkpoints ours.pem", "CHECKPOINTS_UNREADABLE"),
        ("verify ale.sifund --checkpoints kept.txt --key ours.pem", "KEY_UNREADABLE"),
        ("checkpoint ale.sifund --to ale.sifund", "CHECKPOINTS_UNREADABLE"),
    ],
)
def test_what_is_given_wrong(folder: Path, capsys: pytest.CaptureFixture[str], line: str, code: str) -> None:
    run(capsys, KEEP)
    before = Path("ale.sifund").read_bytes()
    status, told = run(capsys, line)
    assert (status, code in told) == (3, True), told
    assert Path("ale.sifund").read_bytes() == before


@given(data=st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "ignore")))
def test_any_bytes_as_a_file_of_checkpoints(data: bytes) -> None:
    try:
        assert parse_checkpoints(data, "x") == () or b"sifund-checkpoint" in data
    except UnreadableInput as refused:
        assert {each.code for each in refused.findings} == {"CHECKPOINTS_UNREADABLE"}  # noqa: PT017
