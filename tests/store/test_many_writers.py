"""Many programs at one book, on each engine: none of their records is lost, none comes twice, and no chain forks."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
from store_journals import faults_of

from sifund_ledger.store import PostgresStore, SQLiteStore
from sifund_ledger.store.opening import engine_of

HERE = str(Path(__file__).parent)
WRITER = """
import sys
from store_journals import FREE, FUND, Chain
from sifund_ledger.store.opening import engine_of

place, name, times, each = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
store = engine_of(place).open(place, timeout=120)
for i in range(times):
    with store.writing() as head:
        chain = Chain(head)
        for j in range(each):
            chain.move(FREE, FUND._replace(project=name), 1 + i * each + j)
        store.append(chain.rows)
    print(chain.head.seq, flush=True)
store.close()
"""


@contextmanager
def writer(place: str, name: str, times: int, each: int) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([HERE, *filter(None, sys.path)])}
    command = [sys.executable, "-c", WRITER, place, name, str(times), str(each)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a book without records is, on each engine."""
    if request.param == "sqlite":
        SQLiteStore.create(tmp_path / "bok.sifund").close()
        return str(tmp_path / "bok.sifund")
    address = str(request.getfixturevalue("new_address")())
    PostgresStore.create(address).close()
    return address


@pytest.mark.slow
def test_eight_writers(place: str) -> None:
    """Eight programs record 2 000 records each: 16 000, no gap, no fork."""
    with ExitStack() as stack:
        writers = [stack.enter_context(writer(place, f"P{number}", 40, 50)) for number in range(8)]
        acknowledged = [[int(line) for line in process.communicate(timeout=300)[0].split()] for process in writers]
    assert {process.returncode for process in writers} == {0}
    ends = sorted(seq for each in acknowledged for seq in each)
    assert ends == [50 * number for number in range(1, 321)]
    with closing(engine_of(place).open(place)) as store:
        rows = list(store.scan())
        assert (len(rows), faults_of(store)) == (16_000, [])
    moved = Counter(posting.account.project for row in rows for posting in row.postings if posting.account.project)
    assert moved == {f"P{number}": 2_000 for number in range(8)}


@pytest.mark.slow
def test_writers_that_are_killed(place: str) -> None:
    """A program is killed at random moments: what it acknowledged is there, and nothing is half there."""
    moments, known = random.Random(20), 0
    for number in range(int(os.environ.get("SIFUND_KILLS", "25"))):
        with writer(place, f"K{number}", 10_000, 3) as process:
            assert process.stdout is not None
            said = process.stdout.readline()
            time.sleep(moments.random() / 20)
            process.send_signal(signal.SIGKILL)
            whole, _, _ = (said + process.stdout.read()).rpartition("\n")  # a last line may be cut
            acknowledged = [int(line) for line in whole.split("\n")]
        with closing(engine_of(place).open(place, timeout=30)) as store:
            head = store.head()
            assert head.seq % 3 == 0
            assert head.seq >= max(known, *acknowledged)
            assert faults_of(store) == []
        known = head.seq
