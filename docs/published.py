"""The page of published cases: each table of the public data, what was compared in it, and printed minus computed.

The tables are read as the tests read them (``tests/balance/published_cases.py``). Where the public data are not beside
the project (:func:`here`), nothing here can be computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

import yaml
from drawing import drawn, ground, opening, year
from published_cases import FILES, SHARED, Reader, shared_tables

from sifund_ledger.amounts import ORE_PER_UNIT, Unit, format_amount
from sifund_ledger.balance import PrintedTable, balance_requirement
from sifund_ledger.balance.equity.equity import EquityNote
from sifund_ledger.law import Reserve
from sifund_ledger.money import from_ore, to_ore

Table = dict[str, Any]

SUBTOTALS: Final = {
    "result_after_adjustments": "adjusted result",
    "presented_result_after_adjustments": "own adjusted result",
    "balance_requirement_result": "result",
    "presented_result": "own result",
    "remaining_result": "left of it",
    "to_restore": "to restore",
}
KINDS: Final = {
    "statements": "Balance requirement statements",
    "rooms": "Room for an allocation",
    "reserves": "Reserve accounts",
    "notes": "Notes on equity",
    "deficits": "Deficit accounts",
    "earmarks": "Earmarks and funds",
    "other": "Other sums",
}
"""The headings of the page."""


class Compared(NamedTuple):
    """One amount as it is printed, and as the library gives it (öre)."""

    what: str
    printed: int
    computed: int


def here() -> bool:
    """Whether the public data lie beside the project."""
    return all((SHARED / name).is_file() for name in FILES)


def _tables() -> list[Table]:
    return [table for name in FILES for table in yaml.safe_load((SHARED / name).read_text(encoding="utf-8"))]


def _kind(table: Table, statements: set[str]) -> str:
    """Under which heading a table stands."""
    roles = {row["role"] for row in table["rows"]}
    if table["id"] in statements:
        return "statements"
    if "max_rur" in roles:
        return "rooms"
    if "varav_ovrigt" in roles:
        return "notes"
    if table["kind"] == "fund":
        return "reserves" if "-rur-" in table["id"] else "earmarks"
    return "deficits" if table["kind"] == "deficit" else "other"


def _unit(table: Table) -> Unit:
    return "mkr" if table["unit"] == "mnkr" else table["unit"]


def _ore(table: Table, row: Table) -> int:
    return to_ore(Decimal(str(row["amount"])), unit=_unit(table))


def _amounts(table: Table, role: str) -> list[int]:
    return [_ore(table, row) for row in table["rows"] if row["role"] == role and row["amount"] is not None]


def _by_year(table: Table) -> list[tuple[int, list[Table]]]:
    years: dict[int, list[Table]] = {}
    for row in table["rows"]:
        years.setdefault(row["year"], []).append(row)
    return sorted(years.items())


# ---- what is compared, kind by kind


def _statement(table: Table) -> Iterator[Compared]:
    """The subtotals of a balanskravsutredning, each from the printed one before it."""
    case = Reader(table).case()
    statement = balance_requirement([case.figures], unit=case.unit, opening_deficits=case.opening).year(case.year)
    differences = PrintedTable(tuple(case.printed.items()), case.unit, case.decimals).differences(statement)
    differs = {difference.code: difference.ore for difference in differences}
    for code, printed in case.printed.items():
        yield Compared(SUBTOTALS[code], printed, printed - differs.get(code, 0))


def _reserve(table: Table) -> Iterator[Compared]:
    """The closing balance of every year in which something was put in; a closing balance alone tells nothing."""
    figures, printed = [], {}
    for number, rows in _by_year(table):
        given = {row["role"]: _ore(table, row) for row in rows}
        allocated = sum(_ore(table, row) for row in rows if row["role"] == "rur_reservering")
        if not allocated:
            continue
        stated = {"reserve_allocated": from_ore(allocated)}
        if "ingaende_balans" in given or not figures:
            stated["reserve_before"] = from_ore(given.get("ingaende_balans", 0))
        figures.append(year(number, 10**5, **stated))
        if "utgaende_balans" in given:
            printed[number] = given["utgaende_balans"]
    if figures:
        statement = drawn(*figures)
        for number, ore in printed.items():
            yield Compared(f"closing {number}", ore, statement.year(number).reserve(Reserve.EQUALISATION).closing_ore)


def _note(table: Table) -> Iterator[Compared]:
    """Equity at the close of every year, what it opens with, and its division."""
    previous: EquityNote | None = None
    for number, rows in _by_year(table):
        given = {row["role"]: _ore(table, row) for row in rows}
        opening, result = given["ingaende_balans"], given["arets_resultat"]
        note = EquityNote(
            year=number,
            opening_ore=opening if previous is None else previous.closing_ore,
            adjusted_ore=0,
            result_ore=result,
            closing_ore=opening + result,
            equalisation_reserve_ore=given["varav_rur"],
            result_reserve_ore=0,
            earmarks=(),
        )
        if previous is not None:
            yield Compared(f"opening {number}", opening, note.opening_ore)
        yield Compared(f"closing {number}", given["utgaende_balans"], note.closing_ore)
        # The published notes have the year's result within other equity.
        yield Compared(f"other equity {number}", given["varav_ovrigt"], note.other_ore + note.result_ore)
        previous = note


_ROLL: Final = {
    "ingaende_balans": "opening",
    "varav_ar": "of {origin}",
    "balanskravsresultat": "result",
    "synnerliga_skal": "waived",
    "synnerliga_skal_forlangd_tid": "extended",
    "ovrigt": "closing, extended",
    "utgaende_balans": "closing",
}


def _deficit(table: Table) -> Iterator[Compared]:
    """Every row of the roll-forward by year of origin, drawn up from what the year opens with."""
    if table.get("check") != "deficit_roll":
        return
    number, rows = table["year"], table["rows"]
    brought = [row for row in rows if row["role"] == "varav_ar" and "restore_by" not in row]
    (result,) = _amounts(table, "balanskravsresultat")
    due = {row["origin_year"]: row["restore_by"] for row in rows if "restore_by" in row}
    grounds = [ground(from_ore(ore), number) for ore in _amounts(table, "synnerliga_skal")]
    grounds += [
        ground(from_ore(ore), number, effect="extend", due_year=due[number])
        for ore in _amounts(table, "synnerliga_skal_forlangd_tid")
    ]
    roll = drawn(
        year(number, from_ore(result), exceptional_grounds=grounds),
        opening_deficits=[opening(row["origin_year"], from_ore(-_ore(table, row))) for row in brought],
    ).deficit_roll(number)
    for row, ours in zip(rows, roll.rows, strict=True):
        what = _ROLL[row["role"]].format(origin=row.get("origin_year"))
        yield Compared(what, _ore(table, row), ours.cells[1])


def _room(table: Table) -> Iterator[Compared]:
    """What can be set aside when the share of taxes and grants and older deficits have been taken off."""
    (adjusted,), (share,), (deficit,), (room,) = (
        _amounts(table, role) for role in ("subtotal_balanskravsjusteringar", "ovrigt", "aterstallt", "max_rur")
    )
    number = table["year"]
    ceilings = (
        drawn(
            year(number, from_ore(adjusted), taxes_and_grants=from_ore(-share * 100)),
            opening_deficits=[opening(number - 1, from_ore(-deficit))],
        )
        .year(number)
        .ceilings
    )
    yield Compared("proposed allocation", room, ceilings.reserve_proposed_ore)


def _earmarks(table: Table) -> Iterator[Compared]:
    """The sum of what was set aside and used, or the closing balance, where all of it is printed."""
    movements = ("oronmarkning_reservering", "oronmarkning_anvandning", "rur_reservering")
    total = sum(ore for role in movements for ore in _amounts(table, role))
    if table.get("check") == "sum":
        yield Compared("sum", _amounts(table, "summa")[0], total)
    elif not table["incomplete"] and _amounts(table, "utgaende_balans"):
        before = sum(_amounts(table, "ingaende_balans"))
        yield Compared("closing", _amounts(table, "utgaende_balans")[-1], before + total)


def _other(table: Table) -> Iterator[Compared]:
    """A sum of terms that are printed without a result of the year."""
    terms, printed = _amounts(table, "ovrigt"), _amounts(table, "balanskravsresultat")
    if terms and printed:
        yield Compared("sum", printed[0], sum(terms))


READERS: Final[dict[str, Callable[[Table], Iterator[Compared]]]] = {
    "statements": _statement,
    "rooms": _room,
    "reserves": _reserve,
    "notes": _note,
    "deficits": _deficit,
    "earmarks": _earmarks,
    "other": _other,
}


# ---- the page


def _step(table: Table) -> int:
    """One unit in the last printed place."""
    texts = [str(row["amount"]) for row in table["rows"] if row["amount"] is not None]
    decimals = max(len(text.partition(".")[2]) for text in texts)
    return int(ORE_PER_UNIT[_unit(table)] // 10**decimals)


def _sources(table: Table) -> str:
    """A link for every address, named by its host."""
    addresses = table["source_url"].split(" + ")
    return ", ".join(f"[{urlsplit(address).hostname.removeprefix('www.')}]({address})" for address in addresses)


def _row(table: Table, found: list[Compared]) -> tuple[str, ...]:
    unit = _unit(table)
    differences = [each.printed - each.computed for each in found]
    printed = "; ".join(f"{each.what} {format_amount(each.printed, unit)}" for each in found)
    told = "0" if not any(differences) else "; ".join(format_amount(ore, unit) for ore in differences)
    return (
        f"`{table['id']}`",
        table["municipality"],
        str(table["year"] or "–"),
        table["status"],
        table["unit"],
        table["source_form"],
        "no" if table["incomplete"] else "yes",
        printed or "nothing",
        told if found else "–",
        _sources(table),
    )


_HEADS: Final = (
    "case", "municipality", "year", "status", "unit", "form", "complete", "compared, as printed", "printed − computed",
    "source",
)  # fmt: skip
_COUNTS: Final = ("kind", "cases", "no difference", "rounding", "rows missing in the print", "nothing to compare")


@cache
def _found() -> dict[str, list[tuple[Table, list[Compared]]]]:
    """Every table with what was compared in it, by kind."""
    statements = {table["id"] for table in shared_tables()}
    by_kind: dict[str, list[tuple[Table, list[Compared]]]] = {kind: [] for kind in KINDS}
    for table in _tables():
        kind = _kind(table, statements)
        by_kind[kind].append((table, list(READERS[kind](table))))
    return by_kind


def _counts(cases: list[tuple[Table, list[Compared]]]) -> tuple[int, ...]:
    same = rounded = apart = nothing = 0
    for table, found in cases:
        largest = max((abs(each.printed - each.computed) for each in found), default=None)
        nothing += largest is None
        same += largest == 0
        rounded += largest is not None and 0 < largest <= _step(table)
        apart += largest is not None and largest > _step(table)
    return len(cases), same, rounded, apart, nothing


def _counted() -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    rows: list[tuple[object, ...]] = []
    for kind, found in _found().items():
        heading = KINDS[kind]
        rows.append((f"[{heading}](#{heading.lower().replace(' ', '-')})", *_counts(found)))
    return _COUNTS, [*rows, ("all", *_counts([each for found in _found().values() for each in found]))]


def _listed(kind: str) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    return _HEADS, [_row(table, found) for table, found in _found()[kind]]


NAMES: Final = ("published-counts", *(f"published-{kind}" for kind in KINDS))


def part(name: str) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Heads and rows of a generated part: the counts, or the cases of a kind."""
    kind = name.removeprefix("published-")
    return _counted() if kind == "counts" else _listed(kind)
