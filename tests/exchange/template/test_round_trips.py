"""What is written into the template reads back as the same: figures, events, names that look like formulas."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from exchange.template.filling import EVENTS
from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger import Refused, open_book
from sifund_ledger.balance.figures.year_figures import YearFigures
from sifund_ledger.book.commands.files import commands_of
from sifund_ledger.exchange import (
    FiguresFile,
    events_to_xlsx,
    figures_to_xlsx,
    parse_events,
    parse_figures,
    write_template,
)
from sifund_ledger.exchange.structured.documents import keys_quoted
from sifund_ledger.exchange.template.sheets import read_sheets
from sifund_ledger.money import from_ore
from sifund_ledger.testing.strategies import year_figures

_DATA = Path(__file__).parents[2] / "data" / "figures"
_EXAMPLES = sorted((Path(__file__).parents[3] / "docs" / "examples").glob("*.toml"))
amounts = st.integers(1, 10**15)
names = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cf")), min_size=1, max_size=30
)
names = names.map(str.strip).filter(bool)
harmful = st.sampled_from("=+-@").flatmap(lambda mark: names.map(lambda name: f"{mark}{name}"))
decisions = st.integers(1, 999).map(lambda number: f"KF 2014-04-28 § {number}")


@st.composite
def files(draw: st.DrawFn) -> FiguresFile:
    years = draw(st.lists(st.integers(2013, 2026), min_size=1, max_size=4, unique=True))
    deficits = draw(st.sampled_from([None, ()]))
    unit = draw(st.sampled_from(["kr", "tkr", "mkr"]))
    return FiguresFile(
        entity=draw(names), unit=unit, opening_deficits=deficits,
        years=tuple(draw(year_figures(year)) for year in years),
    )  # fmt: skip


@given(files(), st.sampled_from(["sv", "en"]))
@settings(max_examples=15, deadline=None)
def test_figures_read_back_as_the_same(file: FiguresFile, language: Any) -> None:
    assert parse_figures(figures_to_xlsx(file, language=language), format="xlsx") == file


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_key_reads_back_as_the_same(language: Any) -> None:
    file = parse_figures((_DATA / "every-key.toml").read_bytes())
    assert parse_figures(figures_to_xlsx(file, language=language), format="xlsx") == file


@given(st.integers(-(10**15), 10**15), st.sampled_from(["kr", "tkr", "mkr"]))
@settings(max_examples=20, deadline=None)
def test_any_amount_is_exact_in_any_unit(ore: int, unit: Any) -> None:
    file = FiguresFile(unit=unit, opening_deficits=(), years=(YearFigures(year=2024, net_result=from_ore(ore)),))
    assert parse_figures(figures_to_xlsx(file), format="xlsx").years[0].ore("net_result") == ore


@st.composite
def events(draw: st.DrawFn) -> list[dict[str, Any]]:
    one = draw(names | harmful)
    board = draw(names | harmful)
    kronor = amounts.map(lambda ore: f"{ore // 100}.{ore % 100:02d}")
    kinds = [
        {"do": "create_fund", "fund": one, "policy": "tomelilla_earmark", "choose": {"presentation": "strict"}},
        {"do": "set_aside", "fund": one, "amount": draw(kronor), "result_year": 2013, "as_history": True},
        {"do": "state_intention", "fund": one, "amounts": {"2015": draw(kronor), "2016": draw(kronor)}},
        {"do": "register_board", "board": board, "valid_from": "2014-01-01", "units": ["Elevhälsan", "Förskolan"]},
        {"do": "reorganise", "board": board, "successors": {"A": "1/3", "B": "2/3"}, "last_day": "2016-12-31",
         "reason": draw(names)},
        {"do": "amend_grant", "project": one, "amount": "-5", "reason": draw(names),
         "frames": {"2015": f"-{draw(kronor)}"}},
        {"do": "grant", "fund": one, "project": draw(names), "amount": draw(kronor), "board": board,
         "financing": draw(names), "plan": {board: {"2017": draw(kronor), "2018": draw(kronor)}}},
        {"do": "waive", "project": one, "board": board, "reason": draw(names), "of": "floor"},
        {"do": "open_equity", "year": 2012, "amount": "-1", "opening_deficits": [{"year": 2011, "left": "5"}]},
        {"do": "compare_equity", "year": 2013, "earmarks": {one: draw(kronor)}, "source": "annual_report"},
        {"do": "move_decision", "state": "final"},
        {"do": "correct", "seq": draw(st.integers(1, 999)), "reason": draw(names)},
    ]  # fmt: skip
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=6))
    return [{**event, "decision": draw(decisions)} for event in chosen]


@given(events(), st.sampled_from(["sv", "en"]))
@settings(max_examples=25, deadline=None)
def test_events_read_back_as_the_same(events: list[dict[str, Any]], language: Any) -> None:
    data = events_to_xlsx(events, language=language)
    assert parse_events(data, format="xlsx").commands == commands_of({"event": events})


@pytest.mark.parametrize("path", _EXAMPLES, ids=lambda path: path.stem)
def test_the_records_of_an_example_are_the_same_by_either_file(path: Path) -> None:
    tree = tomllib.loads(keys_quoted(path.read_text("utf-8")))
    commands = {each.name: each for each in map(type, commands_of(tree))}
    events = []
    for command, event in zip(
        commands_of(tree), next(tree[key] for key in ("event", "händelse") if key in tree), strict=True
    ):
        english = {name: field.name for field in commands[command.name].fields() for name in field.words}
        named = {english[key]: value for key, value in event.items() if key in english}
        if command.name != "year_end":
            events.append({"do": command.name, **named})
    decision = tree.get("decision", tree.get("beslut", ""))
    unit = tree.get("unit", tree.get("enhet", "kr"))
    parsed = parse_events(events_to_xlsx(events, decision=decision, unit=unit), format="xlsx").commands
    wanted = [command for command in commands_of(tree) if command.name != "year_end"]
    assert [each.name for each in parsed] == [each.name for each in wanted]
    assert [_drafted(each) for each in parsed] == [_drafted(each) for each in wanted]


def _drafted(command: Any) -> Any:
    """What a command has, its plans line by line, as they are recorded."""
    from sifund_ledger.funds.project.fields import lines_of

    values = {field.name: getattr(command, field.name) for field in command.fields()}
    for name in ("plan", "to_repay"):
        if values.get(name):
            values[name] = lines_of(values[name])
    values.pop("choose", None)  # what a sub-fund was given stays text until it is recorded
    return values


def test_the_same_events_are_recorded_once_whatever_program_saved_them() -> None:
    first, again = events_to_xlsx(EVENTS), events_to_xlsx(EVENTS, language="en")
    assert first != again
    book = open_book(create="Ale", actor="ekonomi")
    ours = [{"do": "register_board", "board": "SN", "valid_from": "2014-01-01", "decision": "KF 2013-11-25 § 9"}]
    made = parse_events(events_to_xlsx(ours), format="xlsx").post(book)
    assert parse_events(events_to_xlsx(ours), format="xlsx").post(book) == made
    assert book.head.seq == made[-1].seq


@given(harmful)
@settings(max_examples=10, deadline=None)
def test_no_name_becomes_a_formula(name: str) -> None:
    data = write_template(names={"fund": [name, f"\t{name}", f"\r{name}"], "board": [name]}, events=[
        {"do": "create_fund", "fund": name, "policy": "tomelilla_earmark", "decision": "KF 2014-04-28 § 1"},
    ])  # fmt: skip
    lists = next(sheet for sheet in read_sheets(data, "f.xlsx") if sheet.name == "Listor")
    assert lists.cells[5, 1] == name
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(data)) as parts:
        cells = [parts.read(each) for each in parts.namelist() if "worksheets/sheet" in each]
    assert not any(b"<f>" in cell for cell in cells)


def test_a_refused_command_is_named_by_its_cell() -> None:
    event = {"do": "set_aside", "fund": "okänd", "amount": "5", "result_year": 2013, "decision": "KF 2014-04-28 § 1"}
    book = open_book(create="Ale", actor="ekonomi")
    before = len(list(book.records()))
    with pytest.raises(Refused) as caught:
        parse_events(events_to_xlsx([event]), format="xlsx", name="f.xlsx").post(book)
    assert {each.place.partition(": ")[0] for each in caught.value.findings} == {"f.xlsx:Fonder!C5"}
    assert len(list(book.records())) == before
