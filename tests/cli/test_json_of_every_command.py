"""What every command prints as JSON: it parses, fits the schema of its kind, and has no number that is not exact."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click
import pytest
from exchange.fitting import assert_fits, exact, faults
from test_help import every_command

from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.exchange.examples import MALMO

DOCS = Path(__file__).parents[2] / "docs"
SIE = Path(__file__).parents[1] / "data" / "sie"
ELSEWHERE = {
    "dump": "its lines are JSON, and tested below",
    "export budget": "what it makes is a file, in the form that the ledger's system reads; nothing is printed",
    "export csv": "the same", "export sie": "the same", "export xlsx": "the same",
    "export hledger": "what it prints is hledger's own form",
    "database": "it needs a server; tests/store/test_postgres.py asks it",
}  # fmt: skip
"""The commands that have no ``-O json``, or cannot be run here, and why."""
KF = '--decision "KF 2015-04-27 § 30"'
LINES: dict[str, list[tuple[str, str]]] = {
    "audit": [
        ("audit ale.sifund", "audit"), ("audit ale.sifund --since 3:{hash}", "audit"),
        ("audit ale.sifund --documents papers", "audit"), ("audit --printed printed.txt", "audit-printed"),
        (f"audit ale.sifund --sie {SIE / 'liten-kommun-2013.se'} --mapping mapping.toml", "audit"),
    ],
    "backup": [("backup ale.sifund b.sifund", "tables")],
    "balance-requirement": [(f"balance-requirement {MALMO}", "statement"),
                            ("balance-requirement budget.toml", "statement"),
                            ("balance-requirement faulty.toml", "findings")],
    "budget": [("budget ale.sifund 2015 budget.toml", "tables")],
    "checkpoint": [("checkpoint ale.sifund --to c.txt", "tables")],
    "compare": [("compare scenario.toml", "tables")],
    "demo": [("demo", "tables"), ("demo --keep kept", "tables")],
    "diff": [("diff ale.sifund ale.sifund", "changes"), ("diff before.sifund ale.sifund", "changes")],
    "due": [("due ale.sifund 2017", "tables")],
    "explain": [("explain", "explained"), ("explain FUND_UNKNOWN", "explained"), ("explain authority", "explained"),
                ("explain FUND", "findings")],
    "frames": [("frames ale.sifund 2017", "tables")],
    "fund presets": [("fund presets", "tables")],
    "fund report": [("fund report ale.sifund social --unit mkr", "tables")],
    "import": [(f"import sie {SIE / 'liten-kommun-2013.se'} --roles {SIE / 'roller.toml'}", "tables")],
    "init": [("init new.sifund --entity Ale", "tables"), ("init ale.sifund --entity Ale", "findings")],
    "interim": [("interim ale.sifund 2014 budget.toml", "tables")],
    "law calendar": [("law calendar 2024", "law-calendar")],
    "law diff": [("law diff 2023 2024", "law-changes"), ("law diff 2033 2034", "law-changes")],
    "law show": [("law show 2012", "law-rules"), ("law show 2024", "law-rules")],
    "list": [(f"list ale.sifund {what}", "tables") for what in ("funds", "projects", "years", "decisions",
                                                                "corrections")],
    "log": [("log ale.sifund", "tables"), ("log ale.sifund --year 2013 --fund social", "tables")],
    "plan": [("plan ale.sifund expected.toml --to 2016", "tables")],
    "post": [("post ale.sifund more.toml --dry-run", "tables"), ("post ale.sifund 2014.toml", "tables")],
    "programme compare": [("programme compare ale.sifund before.sifund", "tables")],
    "programme contract": [('programme contract --capital 8 --guarantee "40 %" --saved 3 --unit mkr', "tables")],
    "programme exclusion": [("programme exclusion --cohort 1150 --grant 6 --unit mkr", "tables")],
    "programme needs": [("programme needs --need SN=50 --need BUN=30 --frame 100 --share 0.65 --share 0.35 "
                         "--tax-base 4000 --unit mkr", "tables")],
    "programme show": [("programme show ale.sifund portfolio --day 2016-12-31", "tables")],
    "project report": [("project report ale.sifund Navigator", "tables")],
    "recover": [("recover ale.sifund", "tables")],
    "report": [("report ale.sifund 2013", "tables"), ("report ale.sifund 2013 --unit mkr --form working", "tables")],
    "restore": [("restore ale.jsonl again.sifund", "tables"), ("restore ale.jsonl", "tables")],
    "show": [
        ("show ale.sifund", "tables"), ("show ale.sifund fund social", "tables"),
        ("show ale.sifund fund social --table deposits", "tables"),
        ("show ale.sifund project Navigator", "tables"), ("show ale.sifund project Navigator --table plan", "tables"),
        ("show ale.sifund year 2013", "tables"), ("show ale.sifund year 2013 --table equity", "tables"),
        ('show ale.sifund decision "KF 2014-04-28 § 31"', "tables"), ("show ale.sifund fund unga", "findings"),
    ],
    "stats": [("stats ale.sifund", "tables")],
    "verify": [("verify ale.sifund", "tables"), ("verify none.sifund", "findings")],
    "year-end": [("year-end ale.sifund 2014 outcome.toml", "tables"),
                 ("year-end ale.sifund 2014 outcome.toml --tie-out", "tables"),
        ("year-end ale.sifund 2014 outcome.toml --texts", "texts"),
        ("year-end ale.sifund 2013 --propose", "events"),
                 ("year-end ale.sifund 2014 faulty.toml", "findings")],
}  # fmt: skip
"""What is typed of each command that is no command of a book, and the schema that its JSON fits."""

FILES = {
    "mapping.toml": '[accounts]\nfree_equity = "20100"\nfund_available = "20710"\nfund_committed = "20720"\n',
    "printed.txt": "mkr;2015\nÅrets resultat;563\nÅrets balanskravsresultat;540\n",
    "budget.toml": (
        'unit = "mkr"\nopening_deficits = []\n[[year]]\nyear = 2014\nkind = "interim"\nas_of = "2014-08-31"\n'
        'net_result = "-3.5"\n[[year]]\nyear = 2015\nkind = "budget"\nnet_result = "5"\nbudget_income = "9"\n'
        'budget_cost = "4"\n'
    ),
    "outcome.toml": 'unit = "mkr"\n[[year]]\nyear = 2014\nnet_result = "-3.5"\n',
    "grounds.toml": (
        'opening_deficits = []\n[[year]]\nyear = 2014\nnet_result = "-5"\nexceptional_grounds = [{ amount = "5", '
        'deficit_year = 2014, effect = "waive", reason = "Ianspråktagande", source = "earmark:social", '
        'decision = "KF 2015-04-30 § 50" }]\n'
    ),
    "expected.toml": 'unit = "mkr"\n[[year]]\nyear = 2014\nkind = "forecast"\nnet_result = "-3.5"\n',
    "scenario.toml": re.search(r"```toml\n(.*?)```", (DOCS / "models.md").read_text("utf-8"), re.DOTALL)[1],
    "faulty.toml": '[[year]]\nyear = 2014\nnet_result = 1.5\n',
    "more.toml": 'beslut = "KF 2014-04-28 § 31"\n[[event]]\ndo = "use"\nfund = "social"\nproject = "Navigator"\n'
                 'amount = "1 000 000,50"\nnet_cost = "3 000 000"\nyear = 2014\n',
}  # fmt: skip


@pytest.fixture
def ale(console: Any) -> Any:
    for name, text in FILES.items():
        (console.folder / name).write_text(text, encoding="utf-8")
    console.done("init ale.sifund --entity Ale")
    console.done("backup ale.sifund before.sifund")
    console.done("post ale.sifund 2014.toml")
    console.done(f"project use ale.sifund Navigator --fund social --amount 1000000 --net-cost 1000000 --year 2014 {KF}")
    console.done("dump ale.sifund -o ale.jsonl")
    return console


LEAVES = {" ".join(path): command for path, command in every_command() if not isinstance(command, click.Group)}
OF_BOOKS = [path for path in LEAVES if path not in (*LINES, *ELSEWHERE)]


def calls_in_python(tree: Any) -> list[str]:
    """The texts of findings, however deep in the data, that call a command as Python does."""
    if isinstance(tree, list):
        return [each for part in tree for each in calls_in_python(part)]
    if not isinstance(tree, dict):
        return []
    texts = [text for text in (tree.get("message"), tree.get("remedy")) if isinstance(text, str)]
    own = [text for text in texts if re.search(r"\w\(…|\w=…[,)]|\w=\{\"|book\.\w+\(", text)]
    return [*own, *calls_in_python([*tree.values()])]


def test_every_command_that_prints_has_json() -> None:
    formats = {
        path: next((each.type.choices for each in command.params if each.name == "output_format"), ())
        for path, command in LEAVES.items()
    }
    assert {path for path, known in formats.items() if "json" not in known} == {*ELSEWHERE} - {"database"}
    assert {*LINES, *ELSEWHERE} <= LEAVES.keys()


@pytest.mark.parametrize(("line", "kind"), [pair for lines in LINES.values() for pair in lines])
def test_what_is_printed_fits_its_schema(ale: Any, line: str, kind: str) -> None:
    if "{hash}" in line:
        records = (ale.folder / "ale.jsonl").read_text("utf-8").splitlines()
        line = line.format(hash=json.loads(records[3])["hash"][:16])
    status, out, err = ale(f"{line} -O json")
    assert out, err
    tree = assert_fits(out, kind)
    assert calls_in_python(tree) == []
    if kind == "findings":
        assert status in (ExitCode.REFUSED, ExitCode.USAGE, ExitCode.UNAVAILABLE)
        assert tree["findings"]
    else:
        assert status in (ExitCode.DONE, ExitCode.FOUND), err


@pytest.mark.parametrize("path", OF_BOOKS)
def test_a_command_of_a_book_prints_what_it_records_or_why_not(ale: Any, path: str) -> None:
    example = next(line for line in reversed(LEAVES[path].epilog.splitlines()) if line.strip().startswith("sifund"))
    line = example.strip().removeprefix("sifund ").replace("kommunen.sifund", "ale.sifund")
    status, out, _ = ale(f"{line} --dry-run -O json")
    tree = assert_fits(out, "tables" if status in (ExitCode.DONE, ExitCode.FOUND) else "findings")
    assert tree.get("tables") or tree["findings"]
    assert calls_in_python(tree) == []


def test_what_is_shown_has_its_snapshot(ale: Any) -> None:
    book = exact(ale.done("show ale.sifund -O json"))["book"]
    (fund,), (project,) = book["funds"], book["projects"]
    assert (book["entity"], book["records"], book["closed_through"]) == ("Ale", 10, 2012)
    assert (fund["available"], fund["committed"], fund["balance"]) == ("6000000", "3000000", "9000000")
    assert (project["granted"], project["used"], project["left"]) == ("4000000", "1000000", "3000000")
    assert project["claims"][0]["instalments"] == [{"board": "BUN", "year": 2017, "amount": "4000000"}]
    assert exact(ale.done("show ale.sifund fund social -O json"))["fund"] == fund
    assert exact(ale.done("show ale.sifund project Navigator -O json"))["project"] == project
    assert fund["policy"]["revolving"] is True
    for kind, value in (("book", book), ("fund", fund), ("project", project)):
        assert faults(kind, value) == []


def test_each_line_of_a_dump_fits_its_schema(ale: Any) -> None:
    lines = ale.done("dump ale.sifund").splitlines()
    assert len(lines) == 11
    for line in lines:
        assert_fits(line, "dump")
    changed = exact(lines[-1])
    changed["event"]["ore"] = "100"
    assert faults("dump", changed)


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("show ale.sifund fund unga", "Inrätta den först: sifund fund create ale.sifund …. Kända: social."),
        ("explain FUND_UNKNOWN", "Inrätta den först: sifund fund create BOK …. Kända: social."),
        ("balance-requirement grounds.toml", "i en bok registreras det med sifund project use BOK …."),
    ],
)
def test_a_remedy_is_in_the_words_of_the_command_line(ale: Any, line: str, remedy: str) -> None:
    _, out, _ = ale(f"{line} -O json")
    assert remedy in out


def test_what_is_found_stands_in_the_data_too(ale: Any) -> None:
    status, out, err = ale("year-end ale.sifund 2014 outcome.toml -O json --lang en")
    assert status == ExitCode.DONE
    for found in exact(out)["findings"]:
        assert f"{found['place']}: {found['code']}: {found['message']}" in err
