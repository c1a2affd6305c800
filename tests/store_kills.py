"""Programs that are killed while they write in a book."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

_KILLED = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.executescript("BEGIN; CREATE TABLE large (a); INSERT INTO large VALUES (zeroblob(500000))")
os.kill(os.getpid(), signal.SIGKILL)
"""


def killed(path: Path) -> None:
    """A program writes to a book, and is killed when some of its pages are in the file and none is acknowledged."""
    done = subprocess.run([sys.executable, "-c", _KILLED, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert Path(f"{path}-journal").stat().st_size
