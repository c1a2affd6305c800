"""The public face: which names there are, that each is explained, and what importing them costs."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from statistics import median

import pytest

import sifund_ledger
from sifund_ledger import SifundError, errors

ROOT = Path(__file__).resolve().parents[1]
PAGES = {
    name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/tutorial.md", "docs/recipes.md")
}

RAISED = "raised by the library; README.md, docs/tutorial.md or docs/recipes.md shows one"
EXAMPLE_ELSEWHERE = {
    "ConflictingLaw": "an error of the law's own tables, which a test keeps from arising",
    "DecisionState": "words, each explained in the docstring",
    "Deficit": "read from a statement: docs/recipes.md",
    "Entry": "read from a record: docs/tutorial.md",
    "EquityNote": "made by a book: docs/tutorial.md",
    "ExceptionalGround": "docs/recipes.md",
    "Fund": "made by a book: docs/tutorial.md",
    "FundAccount": "made by a book: docs/tutorial.md",
    "LawError": "the parent of the two below it",
    "NoLawInForce": "raised for a year without a rule; tests/law has it",
    "NotFound": "raised where a name is looked up; tests/findings/name_unknown.py",
    "ArgumentRefused": "raised for a value of another type; tests/findings/argument_unfit.py",
    "AmountRefused": "raised by sek: docs/tutorial.md",
    "OpeningDeficit": "docs/recipes.md",
    "OwnRow": "docs/recipes.md",
    "PolicyRefused": "raised where a policy is made; tests/funds has it",
    "Posting": "read from an entry: docs/recipes.md",
    "Project": "made by a book: docs/tutorial.md",
    "Record": "read from a book: docs/recipes.md",
    "Refused": "docs/tutorial.md",
    "Rounding": "words, each explained in the docstring of round_ore",
    "Severity": "words, each explained in the docstring",
    "SifundError": "the root of the errors",
    "StaleHead": "docs/recipes.md",
    "StoreUnavailable": "raised where another process holds the lock; tests/store has it",
    "UnreadableInput": "docs/recipes.md",
    "YearEnd": "made by a book: docs/tutorial.md",
    "YearStatement": "a part of a statement: docs/recipes.md",
    "Book": "docs/tutorial.md",
    "__version__": "a text",
    "presets": "README.md",
}
"""Public names whose docstrings have no example of their own, and why they need none or where theirs stands."""


def test_no_public_name_is_that_of_a_module_in_its_package():
    """Python puts a module into its package under its name once it is imported, and the public name would be gone."""
    packages = [found.parent for found in (ROOT / "sifund_ledger").rglob("__init__.py")]
    for package in packages:
        module = import_module(".".join(package.relative_to(ROOT).parts))
        within = {found.stem for found in package.glob("*.py")} | {
            found.name for found in package.iterdir() if found.is_dir()
        }
        assert not within & {*getattr(module, "__all__", ())}, package


def run_python(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def names_for_type_checkers() -> set[str]:
    """What ``__init__.py`` imports for type checkers alone."""
    tree = ast.parse(Path(str(sifund_ledger.__file__)).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    return {
        alias.asname or alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }


def has_example(value: object) -> bool:
    members = vars(value).values() if inspect.isclass(value) else ()
    texts = [inspect.getdoc(each) or "" for each in (value, *members) if not isinstance(each, str | int)]
    return any(">>>" in text for text in texts)


def test_all_is_sorted_and_complete() -> None:
    public = sifund_ledger.__all__

    assert public == sorted(public)
    assert len(public) == len(set(public))
    assert set(public) == names_for_type_checkers() | {"__version__"}
    assert set(public) <= set(dir(sifund_ledger))


def test_star_import_gives_just_the_public_names() -> None:
    printed = run_python(
        "before = set(globals()); from sifund_ledger import *; print(*sorted(set(globals()) - before - {'before'}))"
    )

    assert printed.split() == sorted(sifund_ledger.__all__)


@pytest.mark.parametrize("name", sifund_ledger.__all__)
def test_each_public_name_is_there_and_explained(name: str) -> None:
    value = getattr(sifund_ledger, name)

    if name != "__version__":
        assert inspect.getdoc(value), f"{name} has no docstring"
    assert has_example(value) or name in EXAMPLE_ELSEWHERE, f"{name}: an example in the docstring, or a reason above"


@pytest.mark.parametrize("name", [name for name, reason in EXAMPLE_ELSEWHERE.items() if reason.endswith(".md")])
def test_the_page_that_is_to_have_the_example_has_it(name: str) -> None:
    page = PAGES[EXAMPLE_ELSEWHERE[name].rpartition(" ")[2]]
    made_by = {
        "AmountRefused": "sek(0.1)",
        "Book": "open_book(",
        "Deficit": ".deficits",
        "Entry": ".entry",
        "EquityNote": "equity_note",
        "Fund": "book.fund(",
        "FundAccount": ".account()",
        "Posting": ".entry.postings",
        "Project": "book.project(",
        "Record": "book.records()",
        "YearEnd": "book.year_end(",
        "YearStatement": "statement.year(",
    }

    assert made_by.get(name, name) in page


def test_reasons_are_given_for_public_names_alone() -> None:
    assert set(EXAMPLE_ELSEWHERE) <= set(sifund_ledger.__all__)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = sifund_ledger.no_such_name


def test_every_exception_is_public_and_below_the_root() -> None:
    raised = {
        name: value
        for name, value in vars(errors).items()
        if inspect.isclass(value) and value.__module__ == errors.__name__
    }
    exported = {
        name
        for name in sifund_ledger.__all__
        if inspect.isclass(getattr(sifund_ledger, name)) and issubclass(getattr(sifund_ledger, name), BaseException)
    }

    assert set(raised) == exported
    assert all(issubclass(value, SifundError) for value in raised.values())
    assert all(name in str(errors.__doc__) for name in raised), "the tree at the top of errors.py has them all"


def test_importing_costs_at_most_twice_what_its_dependencies_cost() -> None:
    def cost(modules: str) -> float:
        code = f"import time; begun = time.perf_counter(); import {modules}; print(time.perf_counter() - begun)"
        return median(float(run_python(code)) for _ in range(7))

    cost("moneyed, sifund_ledger")  # let the bytecode be written

    assert cost("sifund_ledger") <= 2 * cost("moneyed, dateutil.relativedelta")


def test_the_core_needs_its_two_dependencies_alone() -> None:
    printed = run_python(
        """
import sys
at_start = set(sys.modules)
for blocked in "click rich openpyxl xlsxwriter docx jinja2 matplotlib psycopg yaml".split():
    sys.modules[blocked] = None
import sifund_ledger
from sifund_ledger import Decision, YearFigures, open_book, presets, sek
kf = Decision.parse("KF 2012-04-23 § 45")
with open_book(create="Tomelilla kommun", actor="ekonomi") as book:
    book.open_equity(2010, sek(400), opening_deficits=[], decision=kf)
    book.record_result(2011, sek(18))
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=kf)
    book.set_aside("social", sek(10), result_year=2011, decision=kf)
    book.use("social", sek(3), year=2012, decision=kf)
    run = book.year_end(2012, YearFigures(net_result=sek(-2)), grounds_decision=kf)
    str(run.statement), run.statement._repr_html_(), str(run)
    run.post()
for name in sifund_ledger.__all__:
    getattr(sifund_ledger, name)
loaded = {name.partition(".")[0] for name, module in sys.modules.items() if module and name not in at_start}
print(*sorted(name for name in loaded if name not in sys.stdlib_module_names))
"""
    )

    # babel and typing_extensions come with py-moneyed, six with python-dateutil
    assert set(printed.split()) - {"babel", "six", "typing_extensions"} == {"dateutil", "moneyed", "sifund_ledger"}


@pytest.mark.slow
def test_the_api_is_typed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "tests/typing_api.py"],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
