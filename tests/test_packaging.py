"""What is in the wheel, and what its metadata promise."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from email.message import Message
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "sifund_ledger"
EXTRAS = {"cli", "excel", "word", "report", "postgres", "sign", "testing", "all", "dev"}


def pip(*arguments: str) -> None:
    """Run this environment's pip, without a network."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments, "--no-index", "--no-deps"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the hatchling of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-build-isolation", "--wheel-dir", str(folder), ".")
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def contents(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode())


def test_the_wheel_has_every_file_of_the_package(contents: set[str]) -> None:
    files = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert files <= contents
    assert "sifund_ledger/py.typed" in contents
    assert any(name.startswith("sifund_ledger/store/") and name.endswith(".sql") for name in contents)
    assert any(name.startswith("sifund_ledger/exchange/examples/") and name.endswith(".toml") for name in contents)


def test_the_wheel_has_the_example_of_every_finding(contents: set[str]) -> None:
    examples = {path.name for path in (ROOT / "tests" / "findings").glob("*.py") if not path.name.startswith("test_")}
    shipped = {name.rpartition("/")[2] for name in contents if name.startswith("sifund_ledger/examples_of_findings/")}

    assert shipped == examples


def test_the_wheel_has_nothing_else(contents: set[str]) -> None:
    strangers = {name for name in contents if not name.startswith("sifund_ledger")}

    assert not strangers, strangers
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in contents)


def test_the_extras_are_those_of_the_architecture(metadata: Message) -> None:
    assert set(metadata.get_all("Provides-Extra") or ()) == EXTRAS


def test_the_core_requires_two_packages(metadata: Message) -> None:
    required = [line for line in metadata.get_all("Requires-Dist") or () if "extra ==" not in line]

    assert sorted(line.partition(">")[0].strip() for line in required) == ["py-moneyed", "python-dateutil"]


def test_the_version_is_the_one_of_the_package(metadata: Message) -> None:
    import sifund_ledger

    assert metadata["Version"] == sifund_ledger.__version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"


def test_the_extra_all_holds_every_extra_for_users() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    (everything,) = extras["all"]

    assert everything == f"sifund-ledger[{','.join(name for name in extras if name not in ('all', 'dev'))}]"


def test_the_demo_runs_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    pip("install", "--quiet", "--target", str(tmp_path / "site"), str(wheel))
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "PYTHONUTF8": "1"}

    def run(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", env=environment, cwd=tmp_path, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert Path(run("-c", "import sifund_ledger; print(sifund_ledger.__file__)")).is_relative_to(tmp_path)
    assert "Malmö" in run("-m", "sifund_ledger", "demo")
    explained = run("-m", "sifund_ledger", "explain", "FUND_UNKNOWN")
    assert "def reproduce():" in explained
    assert "sociala: FUND_UNKNOWN: Det finns ingen fond" in explained
