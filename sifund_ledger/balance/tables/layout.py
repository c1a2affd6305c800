"""The statement as tables and as text: what an annual report would print, in Swedish or English.

One column per year. Optional rows that are zero in every year shown are left out; the results always stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sifund_ledger.amounts import Language, Unit, amount_in_unit
from sifund_ledger.balance import words
from sifund_ledger.balance.figures.places import placed_in_words
from sifund_ledger.balance.figures.year_figures import EntityKind, GroundEffect, Presentation, StatementKind
from sifund_ledger.balance.statement.lines import LINE_CODES, SUBTOTALS, Block
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.tables.local_layout import local_rows
from sifund_ledger.findings import Bilingual, Severity
from sifund_ledger.law.deficits import DEFICITS, EXCEPTIONAL_GROUNDS
from sifund_ledger.law.regimes import regime_of
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.law.rules import in_force
from sifund_ledger.table import LABEL, Cell, Column, Row, RowKind, Table
from sifund_ledger.wording import Calls, in_python

Years = Sequence[YearStatement]
_ROLL_CHANGES = ("result", "restated", "repealed", "restored", "waived", "extended")
"""What changes what is to be restored within a year, in order."""
_OF_A_RESERVE = ("reserve_allocated", "reserve_used")
"""The rows of the reserve that the year's law has: RUR to 2023, RER from 2024."""


def year_columns(years: Years) -> tuple[Column, ...]:
    """The column of what rows are called, and one for each year, with its kind unless it is an outcome."""
    columns, seen = [LABEL], Counter[str]()
    for year in years:
        code = f"{year.year}" if year.kind is StatementKind.OUTCOME else f"{year.year}_{year.kind.value}"
        code += "_restated" if year.restated else ""
        seen[code] += 1
        columns.append(Column(code if seen[code] == 1 else f"{code}_{seen[code]}", _titled(year)))
    return tuple(columns)


def _titled(year: YearStatement) -> Bilingual:
    """The year, with its kind unless it is an outcome."""
    kind = words.RESTATED if year.restated else words.KINDS[year.kind]
    return Bilingual(f"{year.year} {kind.sv}".rstrip(), f"{year.year} {kind.en}".rstrip())


def statement_table(years: Years, entity: str, unit: Unit, language: Language) -> Table:
    """The statutory rows, the disclosed earmarks and the restoring of deficits; one column per year.

    ``code`` is ``statement``. Own rows stand here only to 2012, where they are terms of the result.
    """
    form = words.STATEMENT
    rows = [*_block(years, Block.STATUTE)]
    disclosed = [*_block(years, Block.DISCLOSURE)]
    if disclosed:
        rows += [form.row(_disclosed(years)), *disclosed]
    if any(year.is_measured for year in years):
        left = (year.remaining_result_ore if year.is_measured else None for year in years)
        rows += [form.row("restoring"), *_block(years, Block.RESTORATION), form.row("remaining_result", *left)]
    title = words.STATEMENT_OF.filled(entity=entity) if entity else form.title
    remarks = tuple(_remarks(years, unit))
    if faulty := {found.place for year in years for found in year.findings if found.severity is Severity.ERROR}:
        about = {place.partition(".")[2].partition("[")[0] for place in faulty}
        rows = [_marked(row) if row.code in about else row for row in rows]
        remarks = (words.FAULTY_DRAFT, *remarks)
    columns = year_columns(years)
    return Table(title, columns, tuple(rows), remarks, unit, code=form.code, language=language, sums=form.sums)


def _marked(row: Row) -> Row:
    """A row that an error is about."""
    label, *cells = row.cells
    sv, en = label if isinstance(label, Bilingual) else (label, label)
    return row._replace(cells=(Bilingual(f"{sv}{words.FAULTY.sv}", f"{en}{words.FAULTY.en}"), *cells))


def _disclosed(years: Years) -> str:
    """Which heading the earmarks have: to 2012 own rows are terms of the result, and an earmark may be one of them."""
    own = any(year.figures.other_adjustments and not regime_of(year.year).has_formula for year in years)
    return "disclosed_with_own_rows" if own else "disclosed"


def zero_rows(years: Years) -> tuple[Row, ...]:
    """The rows of the years that are zero in all of them, which the table of the statement leaves out."""
    return tuple(row for block in Block for row in _block(years, block, zero=True))


def _block(years: Years, block: Block, *, zero: bool = False) -> Iterator[Row]:
    by_year = [
        [Row((line.name, line.ore), code=line.code) for line in year.lines if line.block is block] for year in years
    ]
    for row in sorted(_merged(by_year), key=lambda row: _position(row.code)):
        stands = row.code in SUBTOTALS or row.code == "net_result" or any(row.cells[1:])
        if stands is not zero:
            yield row._replace(kind=RowKind.SUM if row.code in SUBTOTALS else RowKind.PLAIN)


def _merged(by_year: Sequence[Sequence[Row]], *, by_name: bool = False) -> list[Row]:
    """The rows of the years side by side, as far down as each stands in any; two own rows of one name are one row.

    The law calls some rows differently in different years: they are one row, unless kept apart ``by_name``.
    """
    rows: dict[tuple[str, Cell, RowKind], Row] = {}
    order: dict[tuple[str, Cell, RowKind], int] = {}
    called: dict[tuple[str, Cell, RowKind], list[Cell]] = {}
    for column, of_year in enumerate(by_year):
        for position, row in enumerate(of_year):
            label, ore = row.cells
            key = (row.code, label if by_name or row.code == "other" else None, row.kind)
            cells: list[Cell] = [*rows[key].cells[1:]] if key in rows else [None] * len(by_year)
            cells[column] = _ore(cells[column]) + _ore(ore)
            rows[key] = row._replace(cells=(label, *cells))
            order[key] = max(position, order.get(key, 0))
            called.setdefault(key, [None] * len(by_year))[column] = label
    return [row for key in sorted(rows, key=lambda key: order[key]) for row in _by_reserve(rows[key], called[key])]


def _by_reserve(row: Row, called: Sequence[Cell]) -> Iterator[Row]:
    """The row, called as in the last year in which it is not zero. RUR (to 2023) and RER (from 2024) are different
    reserves: where both have moved each has a row."""
    amounts = row.cells[1:]
    moved = list(dict.fromkeys(label for label, ore in zip(called, amounts, strict=True) if ore))
    if row.code not in _OF_A_RESERVE or len(moved) < 2:
        yield row._replace(cells=(moved[-1] if moved else row.cells[0], *amounts))
        return
    for name in moved:
        own = (ore if label == name or ore is None else 0 for label, ore in zip(called, amounts, strict=True))
        yield row._replace(cells=(name, *own))


def _position(code: str) -> float:
    # To 2012 own rows are adjustments, and stand before the result that they make.
    if code == "other":
        return LINE_CODES.index("result_after_adjustments") - 0.5
    return LINE_CODES.index(code)


def _ore(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0


def _remarks(years: Years, unit: Unit) -> Iterator[Bilingual]:
    for year in years:
        about = {"year": year.year, "unit": unit}
        if year.restated:
            yield words.RESTATED_REMARK.filled(**about)
            continue
        for ground in year.figures.exceptional_grounds:
            yield words.GROUNDS[ground.effect].filled(
                amount=ground.ore,
                deficit=ground.deficit_year,
                due=ground.due_year,
                reason=ground.reason,
                decision=ground.decision,
                **about,
            )
        # To what and why the result reserve was used (LKBR 11:10), and which of two results deficits follow.
        used, purpose = year.figures.ore("reserve_used"), year.figures.reserve_purpose.strip()
        if used and purpose:
            yield words.RESERVE_USED.filled(amount=used, purpose=purpose, **about)
        if year.balance_requirement_result_after_equalisation_reserve_ore is not None and year.is_measured:
            yield words.DECISIVE.filled(result=year.line(year.decisive_result).name, **about)
        if year.is_draft:
            yield words.DRAFT.filled(**about)


def layout_tables(years: Years, entity_kind: EntityKind, unit: Unit, language: Language) -> tuple[Table, ...]:
    """The municipality's own layouts, one table for each that the years shown use; none where all are strict.

    ``code`` is ``layout:`` and the presentation's name.
    """
    tables = []
    for presentation in Presentation:
        used = [year for year in years if year.presentation is presentation and year.is_measured]
        if used and presentation is not Presentation.STRICT:
            title, code = words.OWN_LAYOUT[entity_kind], f"layout:{presentation.value}"
            rows = tuple(_merged([list(local_rows(year)) for year in used], by_name=True))
            tables.append(Table(title, year_columns(used), rows, unit=unit, code=code, language=language))
    return tuple(tables)


def deficits_table(years: Years, unit: Unit, language: Language) -> Table | None:
    """The deficits at the end of the last year by year of origin; ``None`` where there are none.

    ``code`` is ``deficits``. An interim report has none of its own: it is not measured.
    """
    measured = [year for year in years if year.is_measured]
    if not measured or not measured[-1].deficits:
        return None
    year = measured[-1]
    rows = []
    for deficit in year.deficits:
        due = ", ".join(
            f"{part.due_year}" + (f": {amount_in_unit(part.ore, unit, language)}" if len(deficit.parts) > 1 else "")
            for part in deficit.parts
        )
        if deficit.overdue:
            due += f" ({words.OVERDUE.words(language)})"
        rows.append((*(each.of(deficit) for each in words.DEFICITS.fields[:-1]), due))
    table = words.DEFICITS.listing(rows, language, unit=unit, year=_titled(year))
    plans = (words.ACTION_PLAN.filled(year=each.year, decision=each.decision, due=each.due_year) for each in year.plans)
    return replace(table, remarks=(*table.remarks, *(each.words(language) for each in plans)))


def deficit_roll_table(year: YearStatement, unit: Unit, language: Language = "sv") -> Table:
    """The roll-forward of a year: opening, the year's deficit, grounds, restored, closing with its years and deadlines.

    ``code`` is ``deficit_roll``. What is to be restored in the law's own time, and over a longer time by decision,
    sum to the closing balance.
    """
    columns = (LABEL, Column(str(year.year), str(year.year)))
    return words.DEFICIT_ROLL.table(columns, _roll(year), language, unit=unit, year=_titled(year))


def zero_roll_rows() -> tuple[Row, ...]:
    """The changes of a roll-forward, each zero, which it leaves out in a year that has none of them."""
    return tuple(words.DEFICIT_ROLL.row(code, 0) for code in _ROLL_CHANGES)


def _roll(year: YearStatement) -> Iterator[Row]:
    yield words.DEFICIT_ROLL.row("opening", -year.brought_forward_ore)
    for origin, ore in year.brought_forward_by_year:
        yield words.DEFICIT_ROLL.row("from", -ore, year=origin)
    outcome = year.kind is StatementKind.OUTCOME
    grounds = [ground for ground in year.figures.exceptional_grounds if outcome or ground.deficit_year < year.year]
    by_effect = {effect: sum(each.ore for each in grounds if each.effect is effect) for effect in GroundEffect}
    changes = (
        min(0, year.decisive_result_ore) if outcome else 0,
        -year.restated_ore,
        -year.repealed_ore,
        year.restored_ore,
        year.waived_ore if outcome else by_effect[GroundEffect.WAIVE] if year.is_measured else 0,
        by_effect[GroundEffect.EXTEND] if year.is_measured else 0,
    )
    yield from (words.DEFICIT_ROLL.row(code, ore) for code, ore in zip(_ROLL_CHANGES, changes, strict=True) if ore)
    yield from _closing(year)


def _closing(year: YearStatement) -> Iterator[Row]:
    left = [(deficit.year, part) for deficit in year.deficits for part in deficit.parts if part.ore]
    rules = {origin: in_force(DEFICITS, origin) for origin, _ in left}
    longer = sum(part.ore for origin, part in left if part.due_year > rules[origin].due_year(origin))
    total = sum(part.ore for _, part in left)
    years = words.YEARS_TO_RESTORE[2 if {rule.years for rule in rules.values()} == {2} else 3]
    yield words.DEFICIT_ROLL.row("within", longer - total, years=years)
    if longer:
        yield words.DEFICIT_ROLL.row("longer", -longer)
    yield words.DEFICIT_ROLL.row("closing", -total)
    for origin, part in left:
        yield words.DEFICIT_ROLL.row("due", -part.ore, year=origin, due=part.due_year)


def reserves_table(years: Years, unit: Unit, language: Language) -> Table | None:
    """Each reserve's roll-forward and the ceilings; ``None`` where no balance and no ceiling is known.

    ``code`` is ``reserves``.
    """
    rows = [row for reserve in Reserve for row in _account_rows(years, reserve)]
    rooms = [row for row in words.RESERVE_ROOM.rows(years) if any(cell is not None for cell in row.cells[1:])]
    if rooms:
        rows += [Row((words.RESERVE_ROOM.title,), RowKind.HEADING, words.RESERVE_ROOM.code), *rooms]
    columns = (LABEL, *(Column(*_of_reserves(year)) for year in years))
    return words.RESERVE_ACCOUNT.table(columns, rows, language, unit=unit) if rows else None


def _of_reserves(year: YearStatement) -> tuple[str, str | Bilingual]:
    return (f"{year.year}_restated", _titled(year)) if year.restated else (str(year.year), str(year.year))


def _account_rows(years: Years, reserve: Reserve) -> Iterator[Row]:
    accounts = [year.reserve(reserve) for year in years]
    known = [account for account in accounts if account is not None and account.opening_ore is not None]
    if any(account.opening_ore or account.allocated_ore or account.used_ore for account in known):
        yield Row((words.RESERVES[reserve],), RowKind.HEADING, reserve.value)
        for row in words.RESERVE_ACCOUNT.rows(accounts):
            yield row._replace(code=f"{reserve.value}.{row.code}")


def foot(years: Years, language: Language) -> Iterator[str]:
    """What stands below a statement: what of it is practice without a paragraph, and how far the law is known."""
    used = [in_force(EXCEPTIONAL_GROUNDS, year.year).practice for year in years if _by_practice(year)]
    for text in (*dict.fromkeys(used), words.CONSOLIDATED):
        if text is not None:
            yield text.words(language)


def _by_practice(year: YearStatement) -> bool:
    """Whether a ground of the year extends a deadline, or waives a part of its deficit."""
    waived_in_part = {deficit.year for deficit in year.deficits if deficit.left_ore or deficit.restored_ore}
    return any(
        ground.effect is GroundEffect.EXTEND or ground.deficit_year in waived_in_part
        for ground in year.figures.exceptional_grounds
    )


def findings_text(years: Years, language: Language, calls: Calls = in_python) -> str:
    """The findings of the years, one after the other under a heading; empty where there are none."""
    found = [placed_in_words(finding).text(language, calls) for year in years for finding in year.findings]
    return "\n".join((words.FINDINGS.words(language), *found)) if found else ""
