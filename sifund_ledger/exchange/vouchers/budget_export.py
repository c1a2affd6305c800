"""Frames out as budget lines (budgetrader): FRAME alone, by the year of the frame, once each (rulings R19, R21, R29).

A line belongs to the budget of the year on its account, whatever year the entry is of: a grant of 2013 may add to the
frames of 2013 to 2015, and a repayment of an effect in 2015 may lower the frame of 2017.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from sifund_ledger.boundary import checked_methods
from sifund_ledger.exchange.csv_forms import NumberForm, csv_text
from sifund_ledger.exchange.vouchers import findings as codes
from sifund_ledger.exchange.vouchers.export_register import Outgoing, entry_name, marks_alone
from sifund_ledger.findings import Finding
from sifund_ledger.funds.state.claim_events import Repaid
from sifund_ledger.funds.state.project_events import FrameCarried
from sifund_ledger.ledger.accounts import CHART, Account, BookName
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Event, Record

_COLUMNS: Final = (
    "budgetår", "slag", "nämnd", "fond", "projekt", "belopp", "varaktig", "text", "datum", "beslut", "verifikation",
)  # fmt: skip
_FRAME: Final = BookName.FRAME.value


class BudgetLine(NamedTuple):
    """A line of a budget (budgetrad), öre: a larger frame is positive, and what the fund gives is negative.

    ``code`` is the account: a board's frame, the fund's appropriation, or repayments to the fund. ``board`` is that of
    the account, so that lines can be summed by board; ``fund`` and ``project`` are those concerned. ``permanent`` says
    that a repayment lowers the frame of every later year too (R21), though it has this one line.
    """

    year: int
    code: str
    board: str
    fund: str
    project: str
    ore: int
    permanent: bool
    text: str
    day: date
    decision: str
    entry: str


@checked_methods
@dataclass(frozen=True, slots=True)
class BudgetExport:
    """Budget lines that go out (utgående budgetrader). ``marks`` are to be remembered, so that none goes out twice."""

    year: int
    lines: tuple[BudgetLine, ...]
    marks: tuple[str, ...]
    findings: tuple[Finding, ...] = ()

    def csv(self, form: NumberForm = "sv") -> str:
        """The lines as CSV: budgetår, slag, nämnd, fond, projekt, belopp, varaktig, text, datum, beslut, verifikation.

        ``slag`` is the account's Swedish term, ``varaktig`` is ``ja`` or ``nej``.
        """
        rows = (
            (
                str(line.year), CHART[_FRAME, line.code].swedish, line.board, line.fund, line.project, line.ore,
                "ja" if line.permanent else "nej", line.text, line.day.isoformat(), line.decision, line.entry,
            )
            for line in self.lines
        )  # fmt: skip
        return csv_text(form, _COLUMNS, rows)


def budget_lines(
    records: Iterable[Record], year: int, *, exported: Iterable[str] = (), only_new: bool = False
) -> BudgetExport:
    """What funds change in the budget of a year (budgetrader): the FRAME postings of that year's frames (R29).

    Every board's frame has its counter-line, the fund's appropriation or its repayments, so that the lines of an entry
    add up to zero in each year; but what is carried over has one line in either year. Corrections are among them, with
    the signs turned, those of past frames in the year of the correction (R41). ``exported`` has the marks of what has
    gone out before: raises :class:`~sifund_ledger.errors.Refused` where any of it would go again, unless ``only_new``
    leaves it out.

    >>> from sifund_ledger import Decision, open_book, presets, sek
    >>> kf = Decision.parse("KF 2013-04-22 § 45")
    >>> with open_book(create="Exempelby", actor="ekonomi") as book:
    ...     _ = book.open_equity(2012, sek(900), opening_deficits=[], decision=kf)
    ...     _ = book.create_fund("social", policy=presets.tomelilla_earmark, decision=kf)
    ...     _ = book.open_fund("social", sek(5), year=2013, decision=kf)
    ...     frames = {2013: sek(1), 2014: sek(3)}
    ...     _ = book.grant("social", "A", sek(4), board="SN", financing="fonden", frames=frames, decision=kf)
    ...     [(line.board, line.ore) for line in budget_lines(book.records(), 2014).lines]
    [('SN', 300), ('', -300)]
    """
    outgoing = Outgoing(year, codes.BUDGET_LINE_EXPORTED, marks_alone(exported), only_new)
    lines: list[BudgetLine] = []
    others: set[int] = set()
    for record, event in _with_frames(records):
        found = list(_lines(record, event, year))
        if found and outgoing.takes(record, frame_year=year):
            lines += found
            if sum(line.ore for line in found):
                others.update(_frame_years(record) - {year})
    notes = [*outgoing.ended()]
    if total := sum(line.ore for line in lines):
        years = ", ".join(map(str, sorted(others)))
        notes.append(codes.BUDGET_LINES_CARRIED.at(str(year), year=year, sum=total, others=years))
    return BudgetExport(year, tuple(lines), tuple(outgoing.marks), tuple(notes))


def _with_frames(records: Iterable[Record]) -> Iterator[tuple[Record, Event]]:
    """Every record that moves frames, with the event that it is about: for a correction, what it corrects."""
    events: dict[int, Event] = {}
    for record in records:
        if not _frame_years(record):
            continue
        event = record.event
        if isinstance(event, EntryCorrected):
            event = events.get(event.corrects, event)
        events[record.seq] = event
        yield record, event


def _frame_years(record: Record) -> set[int]:
    postings = record.entry.postings if record.entry else ()
    return {_year_of(record, account) for account, _ in postings if account.book == _FRAME}


def _year_of(record: Record, account: Account) -> int:
    """Whose budget a posting belongs to: what a later year takes back of a past frame, that year's (R41)."""
    event = record.event
    return max(account.year, event.year) if isinstance(event, EntryCorrected) else account.year


def _lapses(record: Record, event: Event, account: Account) -> bool:
    """Whether it is the past frame of what is no longer carried from it: that does not rise again (R41)."""
    if not isinstance(event, FrameCarried) or not isinstance(record.event, EntryCorrected):
        return False
    return account.year == event.from_year < record.event.year


def _lines(record: Record, event: Event, year: int) -> Iterator[BudgetLine]:
    entry = record.entry
    if entry is None:
        return
    for account, ore in entry.postings:
        if account.book == _FRAME and _year_of(record, account) == year and not _lapses(record, event, account):
            yield BudgetLine(
                year=year,
                code=account.code,
                board=account.board,
                fund=account.fund or getattr(event, "fund", ""),
                project=getattr(event, "project", ""),
                ore=ore,
                permanent=isinstance(event, Repaid) and event.permanent,
                text=entry.text,
                day=entry.event_date,
                decision=str(record.decision or ""),
                entry=entry_name(record),
            )
