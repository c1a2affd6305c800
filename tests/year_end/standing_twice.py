"""Every place where a year-end prints a number: what a sentence, a table, JSON and the tie-out page say of it.

Sentences are filled from templates that are nothing but their fields, and each is held against the cell of the table
that says the same; tables are read back from their text, and against JSON.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from sifund_ledger import Book, YearEnd
from sifund_ledger.amounts import ORE_PER_UNIT, Unit
from sifund_ledger.balance.words import THE_RESERVE
from sifund_ledger.exchange import statement_to_json
from sifund_ledger.exchange.tables import tables_to_json
from sifund_ledger.table import Table
from sifund_ledger.year_end.texts.sentences import AMOUNTS, TEMPLATES, fields_of_sentence
from sifund_ledger.year_end.tie_out import tie_out

MARKED = {
    name: text
    if name.startswith("heading_")
    else f"⟦{name}¦" + "¦".join(f"{field}={{{field}}}" for field in fields_of_sentence(name)) + "⟧"
    for name, text in TEMPLATES.items()
}
"""Every sentence as its name and its fields."""
SENTENCE = re.compile(r"⟦(.*?)⟧", re.DOTALL)
NUMBER = re.compile(r"(?<= {2})(−?\d{1,3}(?:[\xa0 ]\d{3})*(?:,\d+)?)(?= {2}|$)")
"""An amount in a line of a table; years have no space between their digits."""
RESERVES = {words.sv: reserve.value for reserve, words in THE_RESERVE.items()}


def ore_of(text: str, unit: Unit = "kr") -> int:
    """A printed amount, with its unit or without, exactly in öre."""
    plain = text.removesuffix(unit).replace("\xa0", "").replace(" ", "").replace("−", "-").replace(",", ".")
    exact = Decimal(plain) * ORE_PER_UNIT[unit]
    assert exact == int(exact), text
    return int(exact)


class Said(NamedTuple):
    """A sentence: its name, its amounts in öre, and its other fields."""

    name: str
    ore: dict[str, int]
    about: dict[str, str]


def sentences(book: Book, run: YearEnd, unit: Unit) -> Iterator[Said]:
    """Every sentence of a year-end's texts."""
    for section in book.texts(run, unit=unit, templates=MARKED):
        for text in section.paragraphs:
            for each in SENTENCE.findall(text):
                name, *fields = each.split("¦")
                pairs = dict(field.split("=", 1) for field in fields if field)
                ore = {key: ore_of(value, unit) for key, value in pairs.items() if key in AMOUNTS}
                yield Said(name, ore, {key: value for key, value in pairs.items() if key not in ore})


class Cells:
    """The tables of a year-end as JSON has them: amounts in öre by row, of the year's own column."""

    def __init__(self, run: YearEnd, unit: Unit) -> None:
        self.year = str(run.year)
        own = replace(run.statement, unit=unit)
        tables = {table.code: self.rows(table) for table in own.tables()}
        self.statement, self.reserves = tables["statement"], tables.get("reserves", {})
        self.labels = {row["label"]: row["ore"] for row in self.statement.values() if row["ore"] is not None}
        self.deficits = tables.get("deficits", {})
        self.equity = self.rows(run.equity_note.table())
        self.funds = {account.fund: self.rows(account.table()) for account in run.accounts}
        self.of_reserve = [self.funds[account.fund] for account in run.accounts if account.of_reserve]

    def rows(self, table: Table) -> dict[str, dict[str, Any]]:
        """The rows of a table by their codes; of two with one code the last, and earmarks by their fund."""
        (read,) = json.loads(tables_to_json([table]))["tables"]
        is_printed_as(table, read)
        found = {}
        for row in read["rows"]:
            values = {
                column["code"]: _ore(row[column["code"]], read["unit"]) if column["kind"] == "amount" else
                row[column["code"]] for column in read["columns"]
            }  # fmt: skip
            code = row["label"] if row["row"] == "earmark" else row["row"]
            found[code] = {**values, "ore": values.get(self.year)}
        return found


def _ore(value: str | None, unit: Unit) -> int | None:
    return None if value is None else ore_of(value.replace(".", ","), unit)


def is_printed_as(table: Table, read: Mapping[str, Any]) -> None:
    """The amounts of a table's text are those of its JSON, row by row."""
    amounts = [column["code"] for column in read["columns"] if column["kind"] == "amount"]
    expected = [[_ore(row[code], read["unit"]) for code in amounts if row[code] is not None] for row in read["rows"]]
    rest = iter(
        [[ore_of(number, read["unit"]) for number in NUMBER.findall(line)] for line in table.text().split("\n")]
    )
    assert all(any(row == other for other in rest) for row in expected if row), table.text()


def assert_alike(book: Book, run: YearEnd, unit: Unit) -> set[str]:
    """Hold every number of a year-end against the others that say the same; gives the names of the sentences it has."""
    cells, year = Cells(run, unit), str(run.year)
    (in_json,) = json.loads(statement_to_json(replace(run.statement, unit=unit)))["years"]
    for line in in_json["lines"]:
        if line["code"] in cells.statement:
            assert _ore(line["amount"], unit) == cells.statement[line["code"]]["ore"], line
    for key in ("to_restore", "remaining_result", "balance_requirement_result", "result_after_adjustments"):
        if key in cells.statement and in_json[key] is not None:
            assert _ore(in_json[key], unit) == cells.statement[key]["ore"], key
    for deficit in in_json["deficits"]:
        row = cells.deficits[str(deficit["year"])]
        assert [_ore(deficit[key], unit) for key in ("arisen", "restored", "waived", "left")] == [
            row[key] for key in ("arisen", "restored", "waived", "left")
        ]
    assert cells.equity["result"]["ore"] == cells.statement["net_result"]["ore"]
    assert [each.code for each in tie_out(run).ties if each.difference_ore] == []
    said = [*sentences(book, run, unit)]
    for each in said:
        for field, ore in each.ore.items():
            assert ore == _expected(each, field, cells, year), (each, field)
    _sums(said, cells, year)
    return {each.name for each in said}


_OF_STATEMENT = {
    "result": "net_result",
    "adjusted": "result_after_adjustments",
    "balance_result": "balance_requirement_result",
    "to_restore": "to_restore",
}
_OF_FUND = {
    "opening": "opening", "set_aside": "set_aside", "used": "used", "closing": "closing",
    "available": "of_which_available", "committed": "of_which_left",
}  # fmt: skip


_OF_RESERVE = {
    "allocate": ("allocated", "set_aside"), "allocated": ("allocated", ""),
    "use_reserve": ("used", "used"), "used_reserve": ("used", ""),
}  # fmt: skip
"""The row of a reserve, and that of the funds met by it, which is decided already where the council is to decide."""


def _expected(said: Said, field: str, cells: Cells, year: str) -> int:
    """What a table has for an amount of a sentence; the amount itself where only a sum is printed elsewhere."""
    name, about = said.name.removesuffix("_proposed"), said.about
    if name in ("item_summary", "approve", "result"):
        return _cell(cells.statement, _OF_STATEMENT[field])
    if name == "row":
        return cells.labels[about["row"]]
    if name in _OF_RESERVE:
        row, of_funds = _OF_RESERVE[name]
        code = RESERVES[about["reserve"]]
        decided = sum(_cell(each, of_funds) for each in cells.of_reserve) if code == "result_reserve" else 0
        return abs(_cell(cells.reserves, f"{code}.{row}") - decided)
    if name in ("plan", "plan_deficit", "decide_restoring"):
        return int(cells.deficits[about["deficit_year"]]["left"])
    if name == "plan_sum":
        return int(cells.deficits[year]["left"])
    if name == "equity":
        return _cell(cells.equity, field)
    if name == "equity_reserve":
        return _cell(cells.equity, RESERVES[about["reserve"]])
    if name == "equity_earmark":
        return _cell(cells.equity, f"varav öronmärkt: {about['fund']}")
    if name in ("fund", "fund_of_reserve"):
        ore = _cell(cells.funds[about["fund"]], _OF_FUND[field])
        return -ore if field == "used" else ore
    return said.ore[field]


def _cell(rows: Mapping[str, Mapping[str, Any]], code: str) -> int:
    return int(rows[code]["ore"] or 0) if code in rows else 0


_SUMMED = {"background_brought": "deficits_brought_forward", "restored": "deficits_restored"}


def _sums(said: list[Said], cells: Cells, year: str) -> None:
    """What sentences divide is the sum that a table has."""
    sums: dict[tuple[str, ...], int] = defaultdict(int)
    for each in said:
        name = each.name.removesuffix("_proposed")
        if name in _SUMMED:
            sums["statement", _SUMMED[name]] += each.ore["amount"]
        elif name in ("waived", "extended"):
            sums["waived" if name == "waived" else "extended", each.about["deficit_year"]] += each.ore["amount"]
        elif name in ("waive", "extend"):
            sums[name, each.about["deficit_year"]] += each.ore["amount"]
        elif name in ("left", "left_late"):
            sums["left", each.about["deficit_year"]] += each.ore["amount"]
        elif name == "plan_part":
            sums["left", year, "part"] += each.ore["amount"]
        elif name == "background_moved":
            into = each.about["what"] in ("öronmärkt", "reserverat")
            sums["fund", each.about["fund"], "set_aside" if into else "used"] += each.ore["amount"]
    for (kind, *about), ore in sums.items():
        if kind == "statement":
            assert ore == abs(_cell(cells.statement, about[0])), (kind, about)
        elif kind in ("waived", "waive", "left"):
            column = "left" if kind == "left" else "waived"
            assert ore == cells.deficits[about[0]][column], (kind, about)
        elif kind == "fund":
            assert ore == abs(_cell(cells.funds[about[0]], about[1])), (kind, about)
    left = {of: row["left"] for of, row in cells.deficits.items() if row["left"]}
    assert {about[0]: ore for (kind, *about), ore in sums.items() if kind == "left" and len(about) == 1} == left
