"""Where the reproductions begin: a small book with a fund, and the same book after somebody has been at its file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from inspect import unwrap
from pathlib import Path
from typing import Any

from click import UsageError

from sifund_ledger import Book, Decision, ExceptionalGround, Finding, YearFigures, open_book, presets, sek
from sifund_ledger.audit import audit
from sifund_ledger.balance.figures.year_figures import GroundEffect, StatementKind
from sifund_ledger.cli.faults import finding_of
from sifund_ledger.cli.output import Output
from sifund_ledger.cli.program import COMMANDS, program
from sifund_ledger.exchange import given_ledger, read_general_ledger
from sifund_ledger.store import SQLiteStore
from sifund_ledger.testing import (
    ledger_of,
    mapping_of_ledger,
    plant,
    plant_in_ledger,
    roles_of_ledger,
    sound_book,
)
from sifund_ledger.testing.faults import rechained

KF = Decision.parse("KF 2013-04-22 § 45")
"""The council's decision (kommunfullmäktige)."""
KS = Decision.parse("KS 2013-03-06 § 31")
"""A decision of the executive board (kommunstyrelsen)."""


def clock() -> datetime:
    """The day on which everything is recorded."""
    return datetime(2018, 6, 30, 12, 0, tzinfo=UTC)


def book_with_a_fund(path: Path | None = None, *, gl_treatment: str = "sub_account") -> Book:
    """Equity of 400 million at the close of 2010, results of 18, 4 and −1.5 million in 2011–2013, and a fund.

    "social" has 10 million of 2011 set aside in it, of which 4 are granted to the project Navigator in 2013.
    """
    book = open_book(path, create="Tomelilla kommun", actor="ekonomi", clock=clock)
    book.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=KF)
    for year, result in ((2011, "18 000 000"), (2012, "4 000 000"), (2013, "-1 500 000")):
        book.record_result(year, sek(result))
    policy = replace(presets.tomelilla_earmark, gl_treatment=gl_treatment)
    book.create_fund("social", policy=policy, decision=KF)
    book.set_aside("social", sek("10 000 000"), result_year=2011, decision=KF)
    book.grant("social", "Navigator", sek("4 000 000"), board="BUN", financing="ur fonden", decision=KF)
    return book


def book_with_a_programme() -> Book:
    """The book with a fund and two rules of eligibility from 2014, and an application that declares a reinforcement."""
    book = book_with_a_fund()
    rules = [
        {"rule": "complement", "source": "KF 2013-04-22 § 45", "refuses": True},
        {"rule": "new", "source": "KF 2013-04-22 § 45"},
    ]
    book.adopt_programme("social", programme=rules, valid_from="2014-01-01", decision=KF)
    book.declare_application("Bryggan", day="2014-02-01", fund="social", sought=sek("1 000 000"), reinforcement=True)
    return book


def book_with_costs() -> Book:
    """The book with a fund on an account of its own, whose project has cost a million in 2013 that is not used yet."""
    book = book_with_a_fund()
    cost = sek("1 000 000")
    book.report_cost("social", "Navigator", cost, year=2013, decision=Decision.parse("BUN 2014-01-22 § 4"))
    return book


APPROVED = Decision.parse("KF 2014-04-28 § 30")
"""The council's approval of the annual reports to 2013."""


def closed_book(path: Path | None = None) -> Book:
    """The book with a fund, its years closed through 2013."""
    book = book_with_a_fund(path)
    for year in (2011, 2012, 2013):
        book.close_year(year, decision=APPROVED)
    return book


def with_an_extension(*states: str) -> tuple[Finding, ...]:
    """What a forecast of 2018 finds, once the decision on which 2013's deficit was extended has come to some states."""
    extends = Decision.parse("KF 2014-04-28 § 31")
    book = open_book(create="Tomelilla kommun", actor="ekonomi", clock=clock)
    book.open_equity(2012, sek(1000), opening_deficits=[], decision=KF)
    ground = ExceptionalGround(
        amount=sek(6), deficit_year=2013, reason="Brand", decision=extends, effect=GroundEffect.EXTEND, due_year=2020
    )
    book.year_end(2013, YearFigures(net_result=sek(-10), exceptional_grounds=(ground,))).post()
    book.close_year(2013, decision=APPROVED)
    for state in states:
        book.move_decision(extends, state)
    for year in range(2014, 2018):
        book.record_result(year, sek(0))
    return book.year_end(2018, YearFigures(kind=StatementKind.FORECAST, net_result=sek(0))).findings


def record_of(book: Book, kind: str) -> int:
    """The number of the first record of a kind."""
    return next(record.seq for record in book.records() if record.event.kind == kind)


def filed_book(folder: Path) -> Path:
    """The book with a fund, in a file and closed; its last record is a correction, with a note beside it."""
    path = folder / "tomelilla.sifund"
    with book_with_a_fund(path) as book:
        book.correct(record_of(book, "granted"), reason="Fel belopp", decision=KF)
    return path


def another_program(path: Path, *statements: str) -> None:
    """Another program runs SQL on the book's file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def tampered_book(folder: Path, *statements: str) -> Path:
    """The book in a file, changed by SQL by somebody who took its guards away first and put them back."""
    path = filed_book(folder)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    another_program(
        path,
        "PRAGMA ignore_check_constraints=ON",
        *(f"DROP TRIGGER {name}" for name, _ in guards),
        *statements,
        *(sql for _, sql in guards),
    )
    return path


def refusing(command: str, **options: object) -> None:
    """Run a command of ``sifund`` and let what it refuses be raised, before it is printed."""
    module, _, attribute = COMMANDS[command].partition(":")
    unwrap(getattr(import_module(module), attribute or "command").callback)(output=Output(), **options)


def typed(line: str) -> list[Finding]:
    """What is wrong with a command as somebody typed it."""
    try:
        program.main(line.split(), prog_name="sifund", standalone_mode=False)
    except UsageError as error:
        return [finding_of(error)]
    return []


def exporting(what: str, **options: object) -> None:
    """Run a command of ``sifund export``, as :func:`refusing` does."""
    unwrap(import_module(COMMANDS["export"]).command.commands[what].callback)(output=Output(), **options)


def book_with_repayments(*, used: bool = True, end: str | None = None, **chosen: object) -> Book:
    """Equity of 400 million, and a fund under the reversal model with 10 million on the first day of 2014.

    The board BUN has 2 million of it for the project Tidigt, which SN is to repay in 2017; all of it is used in 2014.
    ``chosen`` changes the policy, which takes repayments by the plan; the project ends on ``end``.
    """
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=clock)
    book.open_equity(2013, sek("400 000 000"), opening_deficits=[], decision=KF)
    policy = presets.reversal_textbook.choose(**{"clawback_mode": "automatic_plan", **chosen})
    book.create_fund("social", policy=policy, decision=KF)
    book.open_fund("social", sek("10 000 000"), year=2014, decision=KF)
    grant_tidigt(book, end=end)
    if used:
        amount = sek("2 000 000")
        book.use("social", amount, year=2014, project="Tidigt", net_cost=amount, decision=LATER)
        book.close_project("Tidigt", year=2014, decision=LATER)
    return book


def grant_tidigt(book: Book, project: str = "Tidigt", *, plan: object = None, **more: object) -> None:
    """Grant 2 million to a project of BUN in 2014, with the plan given or one that SN repays in 2017."""
    plan = {"SN": {2017: sek("2 000 000")}} if plan is None else plan
    book.grant(
        "social", project, sek("2 000 000"), board="BUN", financing="ur fonden", decision=LATER, plan=plan, **more
    )


LATER = Decision.parse("KF 2014-04-28 § 31")
"""The council's decision a year later."""


def found_in(fault: str) -> tuple[Finding, ...]:
    """What an audit finds in a sound book in which a fault of a kind is planted."""
    planted = plant(fault, sound_book().records())
    return tuple(each.finding for each in audit(planted.store).findings)


def found_against_ledger(fault: str) -> tuple[Finding, ...]:
    """What an audit finds in a sound book and its general ledger, in one of which a fault of a kind is planted."""
    with sound_book() as book:
        store, documents = plant_in_ledger(fault, book.records(), ledger_of(book))
    ledger = given_ledger(read_general_ledger(*documents), mapping_of_ledger(), roles_of_ledger())
    return tuple(each.finding for each in audit(store, ledger=ledger).findings)


def rewritten_book(folder: Path, number: int, **changes: Any) -> Path:
    """The book in a file, one of its records changed, and every hash from there on made anew."""
    path = folder / "rewritten.sifund"
    with book_with_a_fund() as book:
        records = [*book.records()]
    records[number - 1] = records[number - 1]._replace(**changes)
    SQLiteStore.create(path, rows=rechained(records)).close()
    return path


def filled_in(**sheets: Any) -> Any:
    """The template with what is read of it and little more: sheets by name (blanks as _), each with its rows.

    It says its version, and has a year with its result, where nothing else is given. An openpyxl workbook.
    """
    from openpyxl import Workbook

    figures = [("Uppgift", "År 1", "Nyckel"), ("År", 2024, "år"), ("Årets resultat", -5, "årets_resultat")]
    book = Workbook()
    for name, rows in {"Om_filen": [("Mallens version", 1)], "Uppgifter": figures, **sheets}.items():
        page = book.create_sheet(name.replace("_", " "))
        for row in rows:
            page.append(row)
    del book["Sheet"]
    return book


def read_filled_in(folder: Path, book: Any) -> None:
    """Read the figures of a workbook, as it is saved."""
    from sifund_ledger.exchange import read_figures

    book.save(folder / "mall.xlsx")
    read_figures(folder / "mall.xlsx")


EVENTS = ("Nr", "Händelse", "Fond", "Belopp", "Resultatår", "Beslut")
"""Headings of the sheet of funds."""


def read_events_in(folder: Path, book: Any) -> None:
    """Read the events of a workbook, as it is saved."""
    from sifund_ledger.exchange import read_events

    book.save(folder / "mall.xlsx")
    read_events(folder / "mall.xlsx")
