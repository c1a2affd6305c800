"""Which tests reach which lines, and how long each takes (räckvidd): measured once, and kept in ``.mutations``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import coverage

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / ".mutations"
_COVERAGE, _SECONDS, _SETTINGS = KEPT / "coverage", KEPT / "seconds.json", KEPT / "coveragerc"


def measure(tests: Sequence[str], jobs: int) -> None:
    """Run the tests once, each line's tests noted. Raises ``SystemExit`` where the run itself fails."""
    KEPT.mkdir(exist_ok=True)
    _SETTINGS.write_text("[run]\nsource = sifund_ledger\n")
    options = ["-q", "-n", str(jobs), "-p", "no:cacheprovider", "-p", "tests.mutations.reach"]
    options += ["--cov", f"--cov-config={_SETTINGS}", "--cov-context=test", "--cov-report="]
    about = {**os.environ, "CI": "true", "COVERAGE_FILE": str(_COVERAGE)}
    done = subprocess.run([sys.executable, "-m", "pytest", *options, *tests], cwd=ROOT, env=about)
    if done.returncode > 1:  # 1: some tests fail, as where the public data are not here; they judge nothing
        raise SystemExit(done.returncode)


_seconds: dict[str, float] = defaultdict(float)
_setup: dict[str, float] = defaultdict(float)
_failed: set[str] = set()


def pytest_runtest_logreport(report: Any) -> None:
    """Add up what a test takes; what is set up for one may be shared by its file, and counts for each."""
    if report.when == "setup":
        file = report.nodeid.partition("::")[0]
        _setup[file] = max(_setup[file], report.duration)
    else:
        _seconds[report.nodeid] += report.duration
    if report.outcome != "passed":
        _failed.add(report.nodeid)


def pytest_sessionfinish(session: Any) -> None:
    """Keep the times, in the process that hands the tests out."""
    if not hasattr(session.config, "workerinput"):
        passed = [test for test in _seconds if test not in _failed]
        _SECONDS.write_text(json.dumps({test: _seconds[test] + _setup[test.partition("::")[0]] for test in passed}))


class Reach:
    """The tests of lines and of files, the fastest first."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = json.loads(_SECONDS.read_text())
        self._data = coverage.CoverageData(str(_COVERAGE))
        self._data.read()
        self._by_file: dict[str, list[str]] = defaultdict(list)
        for test in self._seconds:
            self._by_file[test.partition("::")[0]].append(test)

    def files(self) -> list[str]:
        """The files of the tests."""
        return [*self._by_file]

    def of(self, path: Path, lines: Iterable[int]) -> list[str]:
        """The tests that reach any of the lines; behind them those that reach another line of the file, those of its
        room, and the rest: what is kept from one test to the next, or runs when it is imported, is noted of none."""
        contexts = self._data.contexts_by_lineno(str(path))
        near = {context for line in lines for context in contexts.get(line, ())}
        of_file = {context for some in contexts.values() for context in some}
        room = f"tests/{path.relative_to(ROOT).parts[1]}/"
        of_room = {f"{test}|run" for test in self._seconds if test.startswith(room)}
        tests = [test for some in (near, of_file, of_room) for test in self._fastest(some)]
        return [*dict.fromkeys([*tests, *self.every()])]

    def every(self) -> list[str]:
        """All tests that were measured, the fastest first."""
        return self._fastest({f"{test}|run" for test in self._seconds})

    def seconds(self, tests: Iterable[str]) -> float:
        """What tests take in all."""
        return sum(self._seconds[test] for test in tests)

    def _fastest(self, contexts: Iterable[str]) -> list[str]:
        tests: set[str] = set()
        for context in contexts:
            test, _, phase = context.rpartition("|")
            # What is set up for a test may stand for all of its file.
            tests.update(self._by_file[test.partition("::")[0]] if phase == "setup" else [test])
        return sorted(tests & self._seconds.keys(), key=lambda test: (self._seconds[test], test))
