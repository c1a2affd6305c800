"""Where the tests find the public data that lies beside the project, and what counts as a failure in CI."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any

import hypothesis
import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
pytest.register_assert_rewrite("sifund_ledger.testing.store_contract")  # its tests are in the library
IN_CI = os.environ.get("CI") == "true"

os.environ.setdefault("SIFUND_SNAPSHOTS", "off")  # commands leave none in the folder of whoever runs the tests
# Some two hundred programs are started, and each would compile the library anew where none may keep what it compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
gc.set_threshold(20_000, 20, 20)  # twelve thousand tests and their modules are much to go through, and stay to the end

# How long an example takes, to draw or to run, says how busy the machine is, and nothing of the code.
_UNTIMED: dict[str, Any] = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("by hand", **_UNTIMED)
hypothesis.settings.register_profile("ci", derandomize=True, **_UNTIMED)
# In CI the same examples at every run of the same code: what passed before a change is handed in passes after it. A run
# by hand draws new ones, and finds new faults.
hypothesis.settings.load_profile("ci" if IN_CI else "by hand")

SKIPS_THAT_MAY_BE = ("an administrator may write everywhere", "hledger is not installed")
"""Reasons that depend on the machine alone. In CI any other skipped test fails the run."""


def _needs(folder: Path) -> Path:
    if not folder.is_dir():
        reason = f"the public data are not here: {folder}"
        if IN_CI:
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of public data beside the project; without it the test is skipped, but in CI it fails."""
    return _needs(SHARED / "data")


@pytest.fixture(scope="session")
def cases() -> Path:
    """The folder of small inputs that failed once, beside the project; its README says what each must give."""
    return _needs(SHARED / "cases")


@pytest.fixture(scope="session")
def real_sie_files(shared_data: Path) -> list[Path]:
    """The real SIE files among the public data."""
    return sorted(path for path in (shared_data / "sie").glob("*/*") if path.suffix.lower() in (".se", ".si", ".sie"))


@pytest.fixture(scope="session")
def shared_design() -> Path:
    """The folder with the contract, beside the project; without it the test is skipped, but in CI it fails."""
    return _needs(SHARED / "design")


def pytest_collection_finish() -> None:
    """What was collected is kept to the end: no collection of garbage need go through it again."""
    gc.freeze()


def _unwanted_skips(config: pytest.Config) -> list[str]:
    reporter: Any = config.pluginmanager.get_plugin("terminalreporter")
    if not IN_CI or reporter is None:  # a worker of pytest-xdist has no reporter; the run's own process judges
        return []
    skipped = []
    for report in reporter.stats.get("skipped", ()):
        reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not any(allowed in reason for allowed in SKIPS_THAT_MAY_BE):
            skipped.append(f"{report.nodeid}: {reason}")
    return skipped


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a test that should run and was skipped is a failure."""
    if _unwanted_skips(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Name the tests that should have run."""
    skipped = _unwanted_skips(config)
    if skipped:
        terminalreporter.section("skipped in CI, and that is a failure")
        for line in skipped:
            terminalreporter.write_line(line)
