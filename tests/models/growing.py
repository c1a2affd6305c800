"""Books of so many projects, funds and years, and what each verb and each read of one costs, counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime

from models.counting import count, count_in
from sifund_ledger import Book, Decision, YearFigures, open_book, presets, sek

POLICY = presets.orebro_strict.choose(presentation="strict", gl_treatment="sub_account")
LAST = 2040
"""The open year that everything is done in; the years before it are closed. The law is the same in all of them."""


def kf(year: int, paragraph: int = 30) -> Decision:
    return Decision.parse(f"KF {year}-04-28 § {paragraph}")


def book_of(projects: int = 3, funds: int = 2, years: int = 3) -> Book:
    """So many projects in the first fund, each used in every year; the last closed year corrected in the open one."""
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2090, 6, 30, tzinfo=UTC))
    first = LAST - years
    book.open_equity(first - 1, sek(10**9), opening_deficits=[], decision=kf(first))
    names = [f"fond {number}" for number in range(funds)]
    with book.batch():
        for name in names:
            book.create_fund(name, policy=POLICY, decision=kf(first))
            book.delegate(name, "amend", to="KS", decision=kf(first))
            book.open_fund(name, sek(10**7), year=first, decision=kf(first))
        for number in range(projects):
            book.grant(
                names[0], f"projekt {number}", sek(6000), board="Utb", financing="ur fonden", decision=kf(first),
                plan={"Skola": {LAST: sek(2400)}, "Social": {LAST: sek(3600)}},
                start=date(LAST - 2, 4, 29), end=date(LAST - 1, 12, 31),
            )  # fmt: skip
        for year in range(first, LAST + 1):
            result = YearFigures(net_result=sek(-1000 if year % 2 else 10**6))
            book.record_result(year, result.net_result)
            for number in range(projects):
                book.report_cost(names[0], f"projekt {number}", sek(60), year=year, decision=kf(year + 1))
                book.use(names[0], sek(30), year=year, project=f"projekt {number}", decision=kf(year + 1))
            if year % 2 == 0:
                for name in names:
                    book.set_aside(name, sek(1000), result_year=year, decision=kf(year + 1))
            if year < LAST:
                book.use(names[0], sek(1), year=year, project="projekt 0", decision=kf(year + 1))
                wrong = book.head.seq
                book.year_end(year, result).post()
                book.close_year(year, decision=kf(year + 1), reason="Godkänns ändå")
        book.correct(wrong, reason="fel belopp", year=LAST, decision=kf(LAST + 1))
    return book


def calls(book: Book) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every verb that a fund, a project and a year have, and every read, on what all these books have."""
    fund, project, decided = "fond 0", "projekt 1", kf(LAST + 1)
    figures = YearFigures(net_result=sek(10**6))
    use = next(record.seq for record in book.records() if record.event.kind == "used" and record.event.year == LAST)
    told: Mapping[str, Callable[[], object]] = {
        "set_aside": lambda: book.set_aside(fund, sek(1), result_year=LAST, decision=decided),
        "renew": lambda: _renewed(book, fund, project),
        "dissolve": lambda: book.dissolve(fund, sek(1), year=LAST, reason="slut", decision=decided),
        "delegate": lambda: book.delegate(fund, "waive", to="KS", decision=decided),
        "create_fund": lambda: book.create_fund("ny", policy=presets.tomelilla_earmark, decision=decided),
        "grant": lambda: book.grant(
            fund, "nytt", sek(10), board="Utb", financing="ur fonden", decision=decided,
            plan={"Skola": {LAST + 2: sek(10)}}, start=date(LAST, 4, 29), end=date(LAST + 1, 12, 31),
        ),
        "amend_grant": lambda: book.amend_grant(project, sek(-1), reason="mindre", decision=decided),
        "report_cost": lambda: book.report_cost(fund, project, sek(70), year=LAST, decision=decided),
        "use": lambda: book.use(fund, sek(1), year=LAST, project=project, decision=decided),
        "close_project": lambda: book.close_project(project, year=LAST, decision=decided),
        "correct": lambda: book.correct(use, reason="fel belopp"),
        "repay": lambda: book.repay(project, "Skola", sek(1), effect_year=LAST, frame_year=LAST + 2, decision=decided),
        "measure": lambda: book.measure(project, "Skola", sek(1), effect_year=LAST, decision=decided),
        "waive": lambda: book.waive(project, "Skola", sek(1), reason="går inte", decision=decided),
        "year_end": lambda: book.year_end(LAST, figures),
        "post": lambda: book.year_end(LAST, figures).post(),
        "close_year": lambda: _closed(book, figures),
        "move_decision": lambda: _repealed(book, figures),
        "fund": lambda: book.fund(fund),
        "fund's account": lambda: book.fund(fund).account().years,
        "project": lambda: book.project(project),
        "deposits": lambda: book.deposits(fund),
        "runway": lambda: book.runway(fund, year=LAST),
        "target": lambda: book.target(fund, {LAST: sek(1)}),
        "entitlements": lambda: book.entitlements(fund),
        "overdue": lambda: book.overdue(fund, year=LAST + 1),
        "frames": lambda: book.frames(fund, budget_year=LAST + 4),
        "carry_overs": lambda: book.carry_overs(fund),
        "project_costs": lambda: book.project_costs(fund),
        "net_costs": lambda: book.net_costs(LAST),
        "repayment_plan": lambda: book.repayment_plan(project),
        "settlement": lambda: book.settlement(project),
        "equity_note": lambda: book.equity_note(LAST),
        "statement": lambda: book.statement(LAST),
        "year_state": lambda: book.year_state(LAST),
        "foresee": lambda: book.foresee([YearFigures(year=LAST + 1, kind="budget", net_result=sek(1))]),
    }  # fmt: skip
    yield from told.items()


def _renewed(book: Book, fund: str, project: str) -> None:
    book.repay(project, "Skola", sek(1), effect_year=LAST, frame_year=LAST, decision=kf(LAST))
    book.renew(fund, sek(1), result_year=LAST, decision=kf(LAST + 1))


def _repealed(book: Book, figures: YearFigures) -> None:
    """A decision that one record rests on, and a year-end that tells of it."""
    book.state_intention("fond 0", {LAST + 1: sek(1)}, decision=kf(LAST, 77))
    book.move_decision(kf(LAST, 77), "repealed")
    book.year_end(LAST, figures)


def _closed(book: Book, figures: YearFigures) -> None:
    book.year_end(LAST, figures).post()
    book.close_year(LAST, decision=kf(LAST + 1), reason="Godkänns ändå")


def costs(*, projects: int = 3, funds: int = 2, years: int = 3) -> dict[str, int]:
    """What each call costs in a book of that size, with what is kept of it made up to date."""
    book = book_of(projects, funds, years)
    book.statement(LAST)
    count_in(book._state)
    found = {}
    for name, call in calls(book):
        for _ in range(2):  # what is imported and cached at the first is no part of it
            with book.preview():
                found[name] = count(call)
    return found
