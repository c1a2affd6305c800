"""Commands killed at their system calls: what was acknowledged is there, nothing is half there, and it can be redone.

One call in twenty; with ``SIFUND_KILLS=200`` in the environment every call, and so many random moments.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

MOMENTS = int(os.environ.get("SIFUND_KILLS", "0"))
EVERY = 1 if MOMENTS else 20


def killed(*arguments: object) -> dict[str, list[int]]:
    """How often each command was killed, and after how many kills it was done all the same."""
    if not sys.platform.startswith("linux"):
        pytest.skip("system calls are traced as Linux does it")
    program = Path(__file__).with_name("kills.py")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, str(program), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=1800, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, list[int]] = json.loads(done.stdout)
    print(found)
    return found


@pytest.mark.slow
def test_commands_on_a_file(tmp_path: Path) -> None:
    found = killed(EVERY, MOMENTS or 11)
    assert sum(times for times, _ in found.values()) > 1_000 / EVERY
    assert all(done < times for times, done in found.values())


@pytest.mark.slow
def test_commands_on_a_database(database: Any) -> None:
    found = killed(EVERY, 0, database.address())
    assert sum(times for times, _ in found.values()) > 300 / EVERY
    assert all(done < times for times, done in found.values())
