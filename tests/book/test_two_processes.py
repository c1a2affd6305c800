"""Two processes that record in one book by turns: each sees what the other recorded, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from municipal_books import KF, Filed

from sifund_ledger import Refused, open_book, sek

_WRITER = """
import sys
from sifund_ledger import Decision, Refused, open_book, sek

kf = Decision.parse("KF 2013-04-22 § 45")
with open_book(sys.argv[1], actor=sys.argv[2], timeout=60) as book:
    print("open", flush=True)
    for line in sys.stdin:
        try:
            with book.batch() as batch:
                book.use("social", sek(line.strip()), year=2013, decision=kf)
            print(batch.records[-1].seq, flush=True)  # its own record: the head may be another writer's by now
        except Refused as refusal:
            print(refusal.findings[0].code, flush=True)
"""


class Writer:
    def __init__(self, path: Path, actor: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path), actor], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout.readline() == "open\n"

    def use(self, kronor: str) -> str:
        self.ask(kronor)
        return self.answer()

    def ask(self, kronor: str) -> None:
        self.process.stdin.write(f"{kronor}\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        return self.process.stdout.readline().strip()

    def end(self) -> None:
        self.process.communicate(timeout=60)
        assert self.process.returncode == 0


@pytest.fixture
def writers(municipal: Filed):
    made = [Writer(municipal.path, actor) for actor in ("ekonomi-1", "ekonomi-2")]
    yield made
    for writer in made:
        writer.end()


def test_by_turns(municipal: Filed, writers):
    first, second = writers
    seq = municipal.book.head.seq
    assert [first.use("1"), second.use("2"), first.use("2")] == [str(seq + n) for n in (1, 2, 3)]
    assert second.use("2") == "ABOVE_AVAILABLE"  # 6 were available when it was opened, of which it has itself used 2
    assert second.use("1") == str(seq + 4)
    assert municipal.book.fund("social").available == sek(0)
    with pytest.raises(Refused, match="ABOVE_AVAILABLE"):
        municipal.book.use("social", sek(1), year=2013, decision=KF)
    with open_book(municipal.path) as book:
        assert book.fund("social").available == sek(0)
        actors = [record.actor for record in book.records(seq)]
    assert actors == ["ekonomi-1", "ekonomi-2", "ekonomi-1", "ekonomi-2"]


def test_at_the_same_time(municipal: Filed, writers):
    seq = municipal.book.head.seq
    for _ in range(20):
        for writer in writers:
            writer.ask("0,10")
    answers = sorted(int(writer.answer()) for _ in range(20) for writer in writers)
    assert answers == list(range(seq + 1, seq + 41))
    with open_book(municipal.path) as book:
        assert book.fund("social").available == sek(2)
        numbers = [record.entry.number for record in book.records(seq)]
    assert numbers == list(range(numbers[0], numbers[0] + 40))
