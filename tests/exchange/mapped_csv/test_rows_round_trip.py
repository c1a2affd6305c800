"""Rows → CSV by any mapping → the same rows: events, figures on a row or one a row, and a general ledger."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from exchange.mapped_csv.written_rows import HEADINGS, Written, column, forms, mapping_text
from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger.amounts import ORE_PER_UNIT, Unit
from sifund_ledger.balance.figures.figure_kinds import AMOUNTS
from sifund_ledger.balance.figures.year_figures import FIGURES
from sifund_ledger.book.commands.files import commands_of
from sifund_ledger.exchange import (
    FiguresFile,
    parse_csv_mapping,
    parse_event_rows,
    parse_events,
    parse_figure_rows,
    parse_figures,
    read_general_ledger,
)
from sifund_ledger.exchange.mapped_csv.figures_toml import figures_to_toml

DAYS = st.dates(date(1998, 1, 1), date(2060, 12, 31))
ORE = st.integers(1, 10**13)
NAMES = st.text(alphabet="abcåäöÅÄÖé =+-@;,|\"'%&1", min_size=1, max_size=12).map(str.strip).filter(bool)
"""Names with all that CSV and spreadsheets have a use of their own for."""
KEYS = [figure.name for figure in FIGURES if figure.kind.name in AMOUNTS]
USES = st.lists(st.tuples(NAMES, ORE, DAYS, NAMES, st.booleans()), min_size=1, max_size=5)


def kronor(ore: int) -> Decimal:
    return Decimal(ore).scaleb(-2)


@given(forms(), HEADINGS, USES, st.booleans())
@settings(max_examples=60)
def test_events_are_the_same(written: Written, heads: list[str], uses: Any, coded: bool) -> None:
    """Uses of funds: each with a fund, perhaps by its code, an amount, a day, and perhaps a project."""
    codes = {name: f"F{number}" for number, (name, *_) in enumerate(uses)} if coded else {}
    rows = [
        [codes.get(fund, fund), *written.cells(ore), written.on(day), str(day.year), project if named else "", "annat"]
        for fund, ore, day, project, named in uses
    ]
    amounts = 2 if written.two_columns else 1
    head, on, year, project_head, other = heads[0], *heads[3:7]
    tree = {
        "rader": "händelser",
        **written.declared(),
        "kolumner": {
            "fond": head, "belopp": column(written, heads[1:3]), "dag": on, "år": year, "projekt": project_head,
        },
        "fast": {"gör": "ianspråkta", "beslut": "KF 2014-04-28 § 31"},
        **({"värden": {"fond": {code: name for name, code in codes.items()}}} if coded else {}),
    }  # fmt: skip
    data = written.text([head, *heads[1 : 1 + amounts], on, year, project_head, other], rows)
    read = parse_event_rows(data, parse_csv_mapping(mapping_text(tree)))

    meant = commands_of({
        "decision": "KF 2014-04-28 § 31",
        "event": [
            {"do": "use", "fund": fund, "amount": kronor(ore), "day": day, "year": day.year,
             **({"project": project} if named else {})}
            for fund, ore, day, project, named in uses
        ],
    })  # fmt: skip
    assert read.commands == meant
    assert parse_events(read.to_toml()).commands == meant
    assert parse_events(read.to_toml("en")).commands == meant
    assert parse_events(read.to_json(), format="json").commands == meant


@st.composite
def figures(draw: st.DrawFn) -> FiguresFile:
    unit: Unit = draw(st.sampled_from(sorted(ORE_PER_UNIT)))
    years = draw(st.lists(st.integers(2013, 2026), min_size=1, max_size=3, unique=True))
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True))
    amounts = {year: {key: str(kronor(draw(ORE))) for key in dict.fromkeys(("net_result", *keys))} for year in years}
    tree = {"year": [{"year": year, **amounts[year]} for year in years]}
    read = parse_figures(json.dumps(tree | {"decimal_mark": "."}), format="json")
    return FiguresFile(unit=unit, years=read.years, opening_deficits=())


def of_figures(file: FiguresFile) -> list[tuple[int, str, int]]:
    """Year, figure and amount of what the file states."""
    return [
        (year.year or 0, key, int(year.value(key).amount * 100))
        for year in file.years
        for key in KEYS
        if year.value(key) is not None and (year.value(key).amount or key == "net_result")
    ]


@pytest.mark.parametrize("shape", ["a year on each row", "a figure on each row", "a figure of all years on each row"])
@given(written=forms(), heads=HEADINGS, file=figures(), data=st.data())
@settings(max_examples=25)
def test_figures_are_the_same(
    shape: str, written: Written, heads: list[str], file: FiguresFile, data: st.DataObject
) -> None:
    stated = of_figures(file)
    years, keys = list(dict.fromkeys(each[0] for each in stated)), list(dict.fromkeys(each[1] for each in stated))
    amounts = {(year, key): ore for year, key, ore in stated}
    said = {key: data.draw(st.sampled_from(figure_words(key))) for key in keys}
    written = Written(**{**vars(written), "unit": file.unit, "two_columns": False})

    def cell(year: int, key: str) -> str:
        return written.cells(amounts[year, key])[0] if (year, key) in amounts else ""

    columns: dict[str, Any]
    if shape == "a year on each row":
        used = [heads[0], *(f"{heads[1]} {key}" for key in keys)]
        columns = {"år": used[0], **dict(zip((figure_words(key)[1] for key in keys), used[1:], strict=True))}
        rows = [[str(year), *(cell(year, key) for key in keys)] for year in years]
    elif shape == "a figure on each row":
        used = heads[:3]
        columns = {"år": used[0], "uppgift": used[1], "belopp": used[2]}
        rows = [[str(year), said[key], cell(year, key)] for year, key in amounts]
    else:
        used = [heads[0], *(f"{heads[1]} {year}" for year in years)]
        columns = {"uppgift": used[0], "belopp": {str(year): used[at] for at, year in enumerate(years, 1)}}
        rows = [[said[key], *(cell(year, key) for year in years)] for key in keys]
    tree = {
        "rader": "uppgifter", **written.declared(), "kolumner": columns, "fast": {"ingående_underskott": []},
    }  # fmt: skip
    read, _ = parse_figure_rows(written.text(used, rows), parse_csv_mapping(mapping_text(tree)))

    assert sorted(read.years, key=lambda each: each.year or 0) == sorted(file.years, key=lambda each: each.year or 0)
    assert (read.unit, read.opening_deficits) == (file.unit, ())
    assert parse_figures(figures_to_toml(read)) == read
    assert parse_figures(figures_to_toml(read, language="en")) == read


def figure_words(key: str) -> tuple[str, ...]:
    """What a figure may be called in a file."""
    figure = next(each for each in FIGURES if each.name == key)
    return key, figure.words.sv, figure.words.sv.replace("_", " ").capitalize()


VOUCHERS = st.lists(
    st.tuples(st.dates(date(2013, 1, 1), date(2014, 12, 31)), ORE, st.sampled_from(("P1", "P2", ""))),
    min_size=1, max_size=5,
)  # fmt: skip


@given(written=forms(), heads=HEADINGS, vouchers=VOUCHERS)
@settings(max_examples=30)
def test_a_ledger_is_the_same(
    written: Written, heads: list[str], vouchers: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    plain, theirs = folder / "huvudbok.csv", folder / "deras.csv"
    written = Written(**{**vars(written), "unit": "kr"})
    rows, same = [], ["voucher;date;account;amount;6"]
    for number, (day, ore, project) in enumerate(vouchers, 1):
        for account, amount in (("1930", ore), ("3010", -ore)):
            rows.append([f"A{number}", written.on(day), account, *written.cells(amount), project])
            same.append(f"A{number};{day};{account};{kronor(amount)};{project}")
    used = [*heads[:3], *heads[3 : 5 if written.two_columns else 4], heads[5]]
    columns = {"ver": heads[0], "datum": heads[1], "konto": heads[2], "belopp": column(written, heads[3:5])}
    tree = {"rader": "huvudbok", **written.declared(), "kolumner": {**columns, "6": heads[5]}}
    theirs.write_bytes(written.text(used, rows))
    plain.write_text("\n".join(same) + "\n", encoding="utf-8")
    read = read_general_ledger(theirs, mapping=parse_csv_mapping(mapping_text(tree)))
    meant = read_general_ledger(plain)

    assert not [each for each in read.findings if each.code.startswith("CSV_")]
    for year in meant.years:
        assert read.balances(year) == meant.balances(year)
    assert [tuple(row.objects) for row in map(read.row, range(read.rows))] == [
        tuple(row.objects) for row in map(meant.row, range(meant.rows))
    ]
