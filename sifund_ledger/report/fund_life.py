"""A fund over its life, and a project from grant to settlement (fondens och projektets rapport).

Both open every figure to the records behind it, as the working form of a year does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.book import Book
from sifund_ledger.book.log import concerns, log_table
from sifund_ledger.law.horizons import EACH_YEAR, Horizon
from sifund_ledger.ledger.records import Record
from sifund_ledger.programme.tables.in_periods import in_periods
from sifund_ledger.report import words
from sifund_ledger.report.arranging import with_columns
from sifund_ledger.report.charts import drawn_from
from sifund_ledger.report.charts.chart import Chart
from sifund_ledger.report.document import Figures, Form, Part, Pictures, Prose, Report, Section, cited
from sifund_ledger.report.fund_sections import FundSections
from sifund_ledger.report.in_unit import in_unit, unit_of_report
from sifund_ledger.report.origins.fund_tables import origins_of_costs, origins_of_fund_table
from sifund_ledger.report.origins.funds import origins_of_project_years, origins_of_projects
from sifund_ledger.report.origins.making import Making
from sifund_ledger.report.records import Records
from sifund_ledger.table import Table


def fund_report(
    book: Book, fund: str, *, language: Language = "sv", unit: Unit = "kr", decimals: int | None = None,
    by: Horizon = EACH_YEAR,
) -> Report:  # fmt: skip
    """A fund over its life: its terms, its account year by year, where it came from, projects, repayments, decisions.

    ``decimals`` is how many amounts have in ``unit``, else as :func:`year_report` has it; ``by`` is what its tables
    group their years by. Raises :class:`~sifund_ledger.Refused` for an unknown name.
    """
    held = book.fund(fund)
    making = Making(Records(book.records()), language)
    terms = words.POLICY.words(language).format(policy=held.policy.name, source=held.policy.source)
    parts: dict[str, Iterable[Part]] = {"terms": (Prose((terms,)),)}
    if years := held.account().years:
        parts |= _over_its_life(book, fund, years[-1].last_year, making, by)
    parts["decisions"] = _log(making, "fund", fund)
    title = words.TITLES["fund"].words(language).format(name=fund)
    return _report(book, title, _grouped(parts, by, making), making, unit_of_report(unit, decimals))


def _over_its_life(book: Book, fund: str, last: int, making: Making, by: Horizon) -> dict[str, Iterable[Part]]:
    """What has moved in a fund through the last year in which anything has."""
    language = making.language
    sections = FundSections(book, last, making, form=Form.WORKING, funds=(fund,))
    tables = [book.deposits(fund, language=language), book.intentions(fund, language=language)]
    tables += book.runway(fund, year=last).tables(language)
    years = [year for year in book.years if year <= last]
    roads = book.roads(fund, first_year=years[0], last_year=years[-1]).table(language) if years else None
    road = drawn_from.of_roads(roads, fund) if roads is not None else None
    repaid = book.repayments(fund, language=language)  # year by year it is drawn, board by board
    followed = [Figures(repaid, origins_of_fund_table(repaid, fund, making))] if repaid.rows and by != EACH_YEAR else []
    return {
        "account": (
            Pictures(tuple(sections.balances())),
            *sections.accounts(),
            *(Figures(each, origins_of_fund_table(each, fund, making)) for each in tables if each.rows),
        ),
        "projects": sections.projects(),
        "repayments": (*sections.repayments(), *followed),
        "reserves": _of_roads(road, roads, fund, making) if road is not None and roads is not None else (),
    }


def _of_roads(road: Chart, roads: Table, fund: str, making: Making) -> tuple[Part, ...]:
    return Pictures((road,)), Figures(roads, origins_of_fund_table(roads, fund, making))


def project_report(
    book: Book, project: str, *, language: Language = "sv", unit: Unit = "kr", decimals: int | None = None,
    by: Horizon = EACH_YEAR,
) -> Report:  # fmt: skip
    """A project from its grant to its settlement: amounts, plan and outcome, year by year, and each decision in order.

    ``decimals`` is how many amounts have in ``unit``, else as :func:`year_report` has it; ``by`` is what its tables
    group their years by. Raises :class:`~sifund_ledger.Refused` for an unknown name.
    """
    of = book.project(project)
    making = Making(Records(book.records()), language)

    def figures(table: Table) -> Figures:
        return Figures(table, origins_of_projects(table, making, [project] * len(table.rows)))

    amounts = [figures(table) for table in of.tables(language)]
    settlement = book.settlement(project).table(language) if of.claims else None
    costs = book.project_costs(of.fund, language=language)
    own = replace(costs, rows=tuple(row for row in costs.rows if row.cells[0] == project))
    years = book.project_years(project, language=language)
    parts: dict[str, Iterable[Part]] = {
        "grant": (
            *amounts,
            *([figures(settlement)] if settlement is not None else ()),
            *([Figures(own, origins_of_costs(own, making))] if own.rows else ()),
            *([Figures(years, origins_of_project_years(years, project, making))] if years.rows else ()),
        ),
        "decisions": _log(making, "project", project),
    }
    title = words.TITLES["project"].words(language).format(name=project)
    return _report(book, title, _grouped(parts, by, making), making, unit_of_report(unit, decimals))


def _grouped(parts: Mapping[str, Iterable[Part]], by: Horizon, making: Making) -> dict[str, Iterable[Part]]:
    """The parts with their tables of years by a horizon; a figure of several years opens to each of them."""
    if by == EACH_YEAR:
        return dict(parts)
    return {
        code: tuple(_in_periods(part, by, making) if isinstance(part, Figures) else part for part in each)
        for code, each in parts.items()
    }


def _in_periods(part: Figures, by: Horizon, making: Making) -> Figures:
    made, of = in_periods(part.table, by)
    origins = {}
    for (number, at), places in of.items():
        known = [part.origins[place] for place in places if place in part.origins]
        cell = made.rows[number].cells[at]
        if len(known) == 1:
            origins[number, at] = known[0]
        elif known and isinstance(cell, int):
            terms = tuple(replace(each, sign=1) for each in known if each.ore)
            origins[number, at] = making.of(made.columns[at].title, cell, terms=terms)
    return Figures(made, origins)


def _log(making: Making, what: str, name: str) -> Iterator[Part]:
    """Every record about a fund or a project, in order."""
    found: list[Record] = [each for each in making.records.by_seq.values() if concerns(each, what, name)]
    if found:
        table = with_columns(
            log_table(found, making.language), ["recorded", "decision", "what", "about", "year", "amount"]
        )
        origins = {
            (number, 5): making.of(row.cells[2], row.cells[5], records=(record.seq,))
            for number, (row, record) in enumerate(zip(table.rows, found, strict=True))
            if isinstance(row.cells[5], int)
        }
        yield Figures(table, origins)


def _report(book: Book, title: str, parts: dict[str, Iterable[Part]], making: Making, unit: Unit) -> Report:
    made = {code: tuple(each) for code, each in parts.items()}
    seqs = cited(part for each in made.values() for part in each)
    if seqs:
        made["records"] = (making.records.vouchers(seqs, making.language),)
    sections = tuple(
        Section(code, words.HEADINGS[code].words(making.language), each) for code, each in made.items() if each
    )
    sections, checkpoint = in_unit(sections, unit, making.language), str(book.checkpoint)
    return Report(title, book.entity, Form.WORKING, making.language, checkpoint, sections)
