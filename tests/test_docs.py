"""The documentation: its examples run and print what they say, its links lead somewhere, its tables follow the code."""

from __future__ import annotations

import difflib
import doctest
import pkgutil
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS))

import generate  # noqa: E402
from published import FILES  # noqa: E402

import sifund_ledger  # noqa: E402
from sifund_ledger.catalogue import CODES  # noqa: E402
from sifund_ledger.law import LAST_COVERED  # noqa: E402

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md"))]
TEXTS = {page: page.read_text(encoding="utf-8") for page in PAGES}
README = TEXTS[ROOT / "README.md"]
OUTDATED = "out of date; run: python docs/generate.py"


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def code_blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def without_code(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)


def anchors(text: str) -> set[str]:
    """The anchors that a reader's browser knows: headings in lower case, spaces as hyphens, punctuation dropped."""
    headings = re.findall(r"^#+ (.+)$", without_code(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def changed_lines(text: str, wanted: str) -> list[str]:
    """The first lines that would change."""
    changes = difflib.unified_diff(text.splitlines(), wanted.splitlines(), lineterm="", n=0)
    return [line for line in changes if not line.startswith(("---", "+++"))][:12]


@pytest.mark.parametrize("page", generate.RUNNING, ids=named)
def test_examples_run_and_print_what_the_page_says(page: Path) -> None:
    assert not changed_lines(TEXTS[page], generate.with_outputs(page, TEXTS[page])), OUTDATED


@pytest.mark.parametrize("page", [page for page in PAGES if "<!-- generated:" in TEXTS[page]], ids=named)
def test_generated_parts_follow_the_code(page: Path, request: pytest.FixtureRequest) -> None:
    if page.name == "published.md":
        request.getfixturevalue("shared_data")
    assert not changed_lines(TEXTS[page], generate.with_parts(TEXTS[page])), OUTDATED


def test_every_generated_part_is_on_a_page() -> None:
    written = re.findall(r"<!-- generated: ([\w-]+) -->", "".join(TEXTS.values()))

    assert sorted(written) == sorted(generate.PARTS)


def test_every_published_case_has_its_row(shared_data: Path) -> None:
    cases = re.findall(
        r"^- id: (\S+)$", "".join((shared_data / name).read_text("utf-8") for name in FILES), re.MULTILINE
    )
    rows = re.findall(r"^\| `(\S+)` \|", TEXTS[DOCS / "published.md"], re.MULTILINE)

    assert len(cases) > 100
    assert sorted(rows) == sorted(cases)


def test_a_page_is_left_as_it_is_without_the_public_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate.published, "here", lambda: False)
    page = TEXTS[DOCS / "published.md"].replace("Malmö", "Elsewhere")

    assert generate.with_parts(page) == page


def test_the_script_is_the_contract_s_word_for_word(shared_design: Path) -> None:
    (script,) = code_blocks((shared_design / "contract.md").read_text(encoding="utf-8"), "python")

    assert script in code_blocks(README, "python")


@pytest.mark.parametrize("marker", ["demo-line", "test-line"])
def test_a_single_line_does_all_the_set_up(marker: str) -> None:
    block = README.split(f"<!-- {marker} -->\n```sh\n")[1].split("```")[0]

    assert block.count("\n") == 1
    assert "-m venv" in block
    assert "pip install" in block


def test_windows_has_the_same_two_lines() -> None:
    demo, tests = code_blocks(README, "powershell")

    assert demo.count("\n") == tests.count("\n") == 1
    assert "sifund demo" in demo
    assert "pytest -n 2" in tests


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", without_code(TEXTS[page])):
        path, _, anchor = target.partition("#")
        if path.startswith("http"):
            continue
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (anchor and anchor not in anchors(file.read_text(encoding="utf-8"))):
            broken.append(target)

    assert not broken


def test_every_page_is_in_the_reading_order() -> None:
    listed = set(re.findall(r"\]\(([\w-]+\.md)\)", TEXTS[DOCS / "index.md"]))

    assert listed == {page.name for page in DOCS.glob("*.md")} - {"index.md"}


def test_every_kind_of_finding_has_its_row() -> None:
    rows = re.findall(r"^\| \[`(\w+)`\]\(\.\./tests/findings/(\w+)\.py\)", TEXTS[DOCS / "findings.md"], re.MULTILINE)

    assert sorted(name for name, _ in rows) == sorted(code.name for code in CODES), OUTDATED
    assert all(file.upper() == name for name, file in rows)


@pytest.mark.parametrize("name", ["README.md", "docs/why.md", "docs/assumptions.md", "docs/figures-file.md"])
def test_the_last_year_covered_is_told_alike(name: str) -> None:
    told = re.findall(r"(?:1998|statements are drawn up)\s+to\s+(\d{4})", TEXTS[ROOT / name])

    assert str(LAST_COVERED) in told


def test_every_key_of_the_figures_file_is_explained() -> None:
    from sifund_ledger.balance.figures.figure_items import GROUND_FIELDS
    from sifund_ledger.balance.figures.year_figures import year_fields
    from sifund_ledger.exchange.statements.figures_file import file_fields

    page = TEXTS[DOCS / "figures-file.md"]
    fields = (*file_fields(), *year_fields(), *GROUND_FIELDS)

    assert not {key for field in fields for key in (field.name, field.words.sv) if f"`{key}`" not in page}


def test_the_figures_file_on_the_page_can_be_read() -> None:
    from sifund_ledger.exchange import parse_figures

    (example,) = code_blocks(TEXTS[DOCS / "figures-file.md"], "toml")

    assert [year.year for year in parse_figures(example).years] == [2014, 2015]


def test_every_dependency_is_explained() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    asked = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    packages = {re.split(r"[\[<>=]", each)[0] for each in asked} - {"sifund-ledger"}
    page = TEXTS[DOCS / "dependencies.md"]

    assert not {name for name in packages if not name.startswith("types-") and name not in page}


def test_every_room_is_on_the_plan() -> None:
    package = ROOT / "sifund_ledger"
    rooms = {path.stem for path in package.iterdir() if path.is_dir() or path.suffix == ".py"}
    page = TEXTS[DOCS / "architecture.md"]

    assert not {room for room in rooms if not room.startswith("_") and f"`{room}`" not in page}


def test_the_generated_pages_can_be_made_by_their_program_alone() -> None:
    """What pytest puts on the path is not there when ``python docs/generate.py`` is run."""
    made = subprocess.run(
        [sys.executable, "-c", f"import runpy; runpy.run_path({str(DOCS / 'generate.py')!r})"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert not made.stderr


def test_the_tests_that_the_architecture_names_are_there() -> None:
    named_tests = set(re.findall(r"`(tests/[\w/.]+)`", TEXTS[DOCS / "architecture.md"]))

    assert named_tests
    assert not {name for name in named_tests if not (ROOT / name).exists()}


def loaded(name):
    """A module with every public name of it, also those that are loaded when they are asked for."""
    module = import_module(name)
    for each in getattr(module, "__all__", ()):
        getattr(module, each)
    return module


def test_every_example_in_a_docstring_prints_what_it_says():
    names = [module.name for module in pkgutil.walk_packages(sifund_ledger.__path__, "sifund_ledger.")]
    modules = [loaded(name) for name in ["sifund_ledger", *names] if not name.endswith("__main__")]
    results = {
        module.__name__: doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
        for module in modules
        if ">>>" in Path(module.__file__).read_text(encoding="utf-8")  # docstrings are searched slowly
    }
    assert sum(result.attempted for result in results.values()) > 300
    assert {name for name, result in results.items() if result.failed} == set()
