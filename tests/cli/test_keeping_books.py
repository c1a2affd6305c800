"""``sifund verify``, ``backup`` and ``recover``, on real files, while another program writes."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

from sifund_ledger import open_book
from sifund_ledger.cli.exit_codes import ExitCode

WRITER = """
import sys
from sifund_ledger import open_book
with open_book("ale.sifund", actor="revision", timeout=60) as book:
    print("open", flush=True)
    for year in range(2014, 2025):
        book.record_result(year, 1)
"""


def rows(out: str) -> dict[str, str]:
    return {row["row"]: row["value"] for row in json.loads(out)["tables"][0]["rows"]}


def test_a_book_is_verified_and_held_against_a_checkpoint(ale) -> None:
    found = rows(ale.done("verify ale.sifund -O json"))
    with open_book("ale.sifund") as book:
        assert found == {"records": str(book.head.seq), "checkpoint": str(book.checkpoint)}
    told = rows(ale.done(f"verify ale.sifund --checkpoint {found['checkpoint']} -O json"))
    assert told["found"] == "1"
    status, _, err = ale("verify ale.sifund --checkpoint 1:0123456789abcdef")
    assert (status, "CHECKPOINT_NOT_FOUND" in err) == (ExitCode.USAGE, True)
    data = Path("ale.sifund").read_bytes()
    Path("ale.sifund").write_bytes(data.replace(b"Navigator", b"Navigaror"))
    status, _, err = ale("verify ale.sifund")
    assert (status, "CHAIN_HASH" in err) == (ExitCode.USAGE, True)


def test_a_copy_taken_while_another_program_writes_is_a_whole_book(ale) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen([sys.executable, "-c", WRITER], stdout=subprocess.PIPE, text=True, env=environment) as other:
        assert other.stdout.readline() == "open\n"
        for number in range(5):
            ale.done(f"backup ale.sifund kopia-{number}.sifund")
        other.communicate(timeout=60)
    assert other.returncode == 0
    with open_book("ale.sifund") as book:
        heads = [(record.seq, record.hash) for record in book.records()]
    for number in range(5):
        with open_book(f"kopia-{number}.sifund") as copy:
            assert tuple(copy.head) in heads
    assert not [name for name in os.listdir() if name.startswith(".sifund-")]


def test_a_copy_has_the_mode_of_the_book_and_is_never_put_over_anything(ale) -> None:
    Path("ale.sifund").chmod(0o600)
    ale.done("backup ale.sifund kopia.sifund")
    assert stat.S_IMODE(Path("kopia.sifund").stat().st_mode) == 0o600
    before = Path("kopia.sifund").read_bytes()
    for to in ("kopia.sifund", "ale.sifund", "."):
        status, _, err = ale(f"backup ale.sifund {to}")
        assert (status, "BOOK_EXISTS" in err) == (ExitCode.USAGE, True)
    assert ale("backup ale.sifund saknas/kopia.sifund")[0] == ExitCode.UNAVAILABLE
    assert ale("backup saknas.sifund ny.sifund")[0] == ExitCode.USAGE
    assert Path("kopia.sifund").read_bytes() == before
    assert not Path("ny.sifund").exists()


def test_a_book_after_a_kill_is_recovered_and_a_stray_journal_put_aside(ale) -> None:
    from store_kills import killed

    shutil.copy("ale.sifund", "kopia.sifund")
    killed(Path("ale.sifund"))
    status, _, err = ale("verify ale.sifund")
    assert (status, "sifund recover" in err) == (ExitCode.UNAVAILABLE, True)
    assert "journal" not in rows(ale.done("recover ale.sifund -O json"))
    assert Path("ale.sifund").read_bytes() == Path("kopia.sifund").read_bytes()
    ale.done("project use ale.sifund Navigator --fund social --amount 1 --year 2014 --net-cost 1 "
             "--decision 'KF 2014-04-28 § 31'")  # fmt: skip
    ale.done("project use ale.sifund Navigator --fund social --amount 1 --year 2014 --net-cost 2 "
             "--decision 'KF 2014-04-28 § 31'")  # fmt: skip
    killed(Path("ale.sifund"))
    shutil.copy("kopia.sifund", "ale.sifund")
    aside = rows(ale.done("recover ale.sifund -O json"))["journal"]
    assert Path(aside).exists()
    assert Path("ale.sifund").read_bytes() == Path("kopia.sifund").read_bytes()
