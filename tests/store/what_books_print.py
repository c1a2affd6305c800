"""What a book says, as text: its records one by one, and every table and finding that it offers, in two languages.

The kept books under tests/data/books have such texts beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields

from sifund_ledger import BalanceRequirementStatement, Book, Finding, Refused, YearFigures

LANGUAGES = ("sv", "en")
EXPLAINED = ("balance_requirement_result", "to_restore", "remaining_result")


def kinds(book: Book) -> set[str]:
    """The kinds of event that a book holds, each with its version."""
    return {f"{record.event.kind} {record.event.version}" for record in book.records()}


def records_text(book: Book) -> str:
    """Every record: seq, kind, version and hash; who, when and on what; the entry with its postings; the note."""
    parts = [f"{book.entity}\ncheckpoint {book.checkpoint}"]
    for record in book.records():
        lines = [f"{record.seq} {record.event.kind} {record.event.version} {record.hash.hex()}"]
        lines.append(f"  {record.recorded_at.isoformat()} {record.actor}")
        if (decision := record.decision) is not None:
            kept = f", {decision.kept_at}" if decision.kept_at else ""
            lines.append(f"  {decision} ({decision.state.value}{kept})")
        if (entry := record.entry) is not None:
            lines.append(f"  {entry.series} {entry.number}, {entry.year}, {entry.event_date.isoformat()}")
            lines.append(f"  {entry.text!r} {entry.counterparty!r} {entry.documents!r}")
            lines += [f"    {' | '.join(map(str, account))} : {ore}" for account, ore in entry.postings]
        if record.note_digest:
            note = "blotted out" if record.note is None else f"{record.note.salt.hex()} {record.note.text!r}"
            lines.append(f"  note {record.note_digest.hex()} {note}")
        if (correction := book.correction_of(record.seq)) is not None:
            lines.append(f"  corrected by {correction}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def tables_text(book: Book) -> str:
    """Every statement, note, account and table of the book in both languages, and every finding's code and place."""
    years = _years(book)
    parts = [*_statements(book, years)]
    for fund in book.funds:
        parts += _fund(book, fund, years)
    return "\n\n".join(parts) + "\n"


def _years(book: Book) -> range:
    """The fiscal years that the book's entries belong to, and the one after."""
    posted = {record.entry.year for record in book.records() if record.entry is not None}
    return range(min(posted), max(posted) + 2)


def _heading(text: str) -> str:
    return f"{'=' * 8} {text} {'=' * 8}"


def _told(findings: Iterable[Finding]) -> str:
    """Codes, severities and places, and no messages: those stand with the tables."""
    return "\n".join(f"{found.severity.value} {found.code} at {found.place}" for found in findings) or "no findings"


def _made(heading: str, make: Callable[..., object], *args: object, **named: object) -> str:
    """What is printed under a heading, or the codes and places of the reasons against it."""
    try:
        text = str(make(*args, **named))
    except Refused as refusal:
        text = f"refused\n{_told(refusal.findings)}"
    return f"{_heading(heading)}\n{text}"


def _statements(book: Book, years: range) -> Iterator[str]:
    last: BalanceRequirementStatement | None = None
    for year in years:
        for language in LANGUAGES:
            yield _made(f"equity note {year} {language}", book.equity_note(year).table, language)
        try:
            statement = book.statement(year)
            statement.year(year)
        except Refused as refusal:
            yield f"{_heading(f'statement {year}')}\nrefused\n{_told(refusal.findings)}"
            continue
        last = statement
        yield f"{_heading(f'findings of the statement {year}')}\n{_told(statement.year(year).findings)}"
        for language in LANGUAGES:
            for code in EXPLAINED:
                yield _made(f"explained {year} {language}: {code}", statement.explain, code, year, language)
            figures = statement.year(year).figures
            yield _made(f"year-end {year} {language}", _year_end, book, year, figures, language)
    if last is not None:
        for language in LANGUAGES:
            yield _made(f"all years {language}", last.text, language)
            yield _made(f"deficits {language}", last.deficit_roll, language=language)


def _year_end(book: Book, year: int, figures: YearFigures, language: str) -> str:
    """The year-end drawn up once more on the figures that the book has; nothing is recorded."""
    run = book.year_end(year, figures)
    return f"{run.text(language)}\n\n{_told(run.findings)}"


def _fund(book: Book, name: str, years: range) -> Iterator[str]:
    fund = book.fund(name)
    policy = "\n".join(f"{spec.name}: {getattr(fund.policy, spec.name)}" for spec in fields(fund.policy))
    standing = (fund.available_ore, fund.committed_ore, fund.entitled_ore, fund.subfunds, fund.purpose)
    yield f"{_heading(f'fund {name}')}\n{standing!r}\n{policy}"
    for language in LANGUAGES:
        yield from _fund_tables(book, name, years, language)
    budgets = dict.fromkeys(years[::3], 6_500_000_000)
    yield _made(f"{name} target", lambda: "\n".join(map(repr, book.target(name, budgets))))
    yield _made(f"{name} target en", lambda: book.target(name, budgets).table("en"))
    for project in _projects(book, name):
        yield from _project(book, project)


def _fund_tables(book: Book, name: str, years: range, language: str) -> Iterator[str]:
    fund = book.fund(name)
    account = fund.account()
    for subfund, part in (("", account), *account.subfunds):
        yield _made(f"{name} account {subfund} {language}", part.table, language)
    yield _made(f"{name} deposits {language}", book.deposits, name, language=language)
    yield _made(f"{name} intentions {language}", book.intentions, name, language=language)
    yield _made(f"{name} carry-overs {language}", book.carry_overs, name, language=language)
    yield _made(f"{name} project costs {language}", book.project_costs, name, language=language)
    roads = book.roads(name, first_year=years[0], last_year=years[-1])
    yield _made(f"{name} roads {language}", roads.table, language)
    for subfund in fund.policy.subfund_names:
        yield _made(
            f"{name} entitlements {subfund} {language}", book.entitlements, name, subfund=subfund, language=language
        )
        runway = book.runway(name, year=years[-1], subfund=subfund)
        yield _made(f"{name} runway {subfund} {language}", runway.table, language)
    for year in years[::3]:
        yield _made(f"{name} overdue {year} {language}", book.overdue, name, year=year, language=language)
        yield _made(f"{name} frames {year} {language}", book.frames, name, budget_year=year, language=language)


def _projects(book: Book, fund: str) -> list[str]:
    """The projects that the fund's records name, in order; one may have been taken back since."""
    events = [record.event for record in book.records()]
    named = [getattr(event, "project", "") for event in events if getattr(event, "fund", "") == fund]
    return [project for project in dict.fromkeys(named) if project]


def _project(book: Book, name: str) -> Iterator[str]:
    def standing() -> str:
        project = book.project(name)
        return "\n".join(f"{spec.name}: {getattr(project, spec.name)}" for spec in fields(project))

    yield _made(f"project {name}", standing)
    try:
        settlement = book.settlement(name)
    except Refused:
        return
    for language in LANGUAGES:
        yield _made(f"{name} plan {language}", book.repayment_plan, name, language=language)
    yield _made(f"{name} settlement", lambda: settlement)
    for language in LANGUAGES:
        yield _made(f"{name} settlement {language}", settlement.table, language)
