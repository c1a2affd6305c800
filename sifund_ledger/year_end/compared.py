"""A year held against what stands elsewhere (avstämning, R47): the general ledger, the adopted annual report.

What stands there is recorded; what the book has is read anew each time, so that a correction after the comparison
counts. Amounts are öre, of equity and its parts signed as the equity note prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from sifund_ledger.balance.equity.equity import equity_note
from sifund_ledger.findings import Bilingual, Finding, Severity
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.year_end import findings as codes
from sifund_ledger.year_end.events import YearCompared

if TYPE_CHECKING:
    from sifund_ledger.year_end.book_state import BookState


class Source(StrEnum):
    """What a year is held against."""

    LEDGER = "general_ledger"
    REPORT = "annual_report"


EARMARK: Final = "earmark."
"""What the code of a fund's earmark begins with, before the fund's name."""
_OF_NOTE: Final = {"opening_equity": "opening", "net_result": "result", "closing_equity": "closing"}
"""What the equity note calls an amount otherwise."""
_WORDS: Final = {
    "opening_equity": Bilingual("Ingående eget kapital", "Opening equity"),
    "net_result": Bilingual("Årets resultat", "Net result"),
    "closing_equity": Bilingual("Utgående eget kapital", "Closing equity"),
    "opening_equalisation_reserve": Bilingual("RUR, ingående", "RUR, opening"),
    "equalisation_reserve": Bilingual("RUR, utgående", "RUR, closing"),
    "opening_result_reserve": Bilingual("RER, ingående", "RER, opening"),
    "result_reserve": Bilingual("RER, utgående", "RER, closing"),
}
COMPARED: Final = tuple(_WORDS)
"""The codes of what is compared, beside the earmark of each fund."""
SOURCES: Final = {
    Source.LEDGER: Bilingual("Huvudboken", "The general ledger"),
    Source.REPORT: Bilingual("Årsredovisningen", "The annual report"),
}
"""What the sources are called."""
_THERE: Final = {
    Source.LEDGER: Bilingual("i huvudboken", "in the general ledger"),
    Source.REPORT: Bilingual("i årsredovisningen", "in the annual report"),
}


def words_of(code: str) -> Bilingual:
    """What an amount that is compared is called.

    >>> words_of("earmark.social").sv
    'Öronmärkt, utgående: social'
    """
    fund = code.removeprefix(EARMARK)
    return _WORDS.get(code) or Bilingual(f"Öronmärkt, utgående: {fund}", f"Earmarked, closing: {fund}")


def where(event: YearCompared) -> Bilingual:
    """Where the other amounts of a comparison stand.

    >>> where(YearCompared(2013, "general_ledger", "2013.se", "", ())).sv
    'i huvudboken (2013.se)'
    """
    there = _THERE[Source(event.source)]
    named = f" ({event.document})" if event.document else ""
    return Bilingual(f"{there.sv}{named}", f"{there.en}{named}")


def book_amounts(state: BookState, year: int) -> dict[str, int]:
    """What the book has of a year to compare, by code; what it does not know is left out."""
    opened, note = state.stated.opened_year, equity_note(state.balances, year)
    amounts = {"net_result": note.result_ore} if state.stated.has_result(year) else {}
    if opened is None or year < opened:
        return amounts
    for code in COMPARED:
        # Of the year by whose close equity was opened the book knows that close alone.
        if code != "net_result" and (year > opened or not code.startswith("opening_")):
            amounts[code] = getattr(note, f"{_OF_NOTE.get(code, code)}_ore")
    marks = dict(note.earmarks)
    return amounts | {f"{EARMARK}{fund}": marks.get(fund, 0) for fund in state.balances.earmarked_funds()}


def in_book(amounts: dict[str, int], code: str) -> int | None:
    """What the book has under a code; of a fund that it does not have, nothing is earmarked."""
    return amounts.get(code, 0 if code.startswith(EARMARK) and "closing_equity" in amounts else None)


def is_closed(state: BookState, year: int) -> bool:
    """Whether a year is closed."""
    return state.journal.periods.state(year) is PeriodState.CLOSED


def differences(state: BookState, event: YearCompared) -> Iterator[Finding]:
    """Where the book differs now from what a year was held against: an error while the year is open; a closed year
    keeps the difference as a warning."""
    closed, amounts = is_closed(state, event.year), book_amounts(state, event.year)
    code = codes.CLOSED_DIFFERING if closed else codes.CLOSE_DIFFERS
    for what, _, other in event.amounts:
        book = in_book(amounts, what)
        if book is not None and book != other:
            yield code.at(
                f"{event.year}.{what}", what=words_of(what), book=book, other=other, where=where(event),
                difference=other - book, year=event.year,
            )  # fmt: skip


def comparisons(state: BookState, year: int) -> Iterator[YearCompared]:
    """The last comparison of a year with each source."""
    held = (state.closings.compared.get((year, source)) for source in Source)
    return (of[1] for of in held if of is not None)


def is_compared(state: BookState, year: int) -> bool:
    """Whether a year has been held against the general ledger."""
    return (year, Source.LEDGER) in state.closings.compared


def lacking(state: BookState, year: int) -> Iterator[str]:
    """What a year lacks that it should have before it is closed."""
    if not is_compared(state, year):
        yield Source.LEDGER.value


def closing_differences(state: BookState, year: int, reason: str = "") -> Iterator[Finding]:
    """What keeps a year from being closed (R47): it differs from what it was held against, or from the equity that its
    own figures state. With the council's ``reason`` they are warnings. And the warning where it was never compared."""
    approved = bool(reason.strip())
    differing = [found for event in comparisons(state, year) for found in differences(state, event)]
    for found in (*_from_figures(state, year), *differing):
        yield found._replace(severity=Severity.WARNING) if approved else found
    if not is_compared(state, year):
        yield codes.NEVER_COMPARED.at(str(year), year=year)


def _from_figures(state: BookState, year: int) -> Iterator[Finding]:
    if not state.stated.is_stated(year) or state.stated.opened_year is None:
        return
    other = state.stated.figures(year, net_result_ore=0).ore("equity")
    book = book_amounts(state, year)["closing_equity"]
    if other is not None and other != book:
        yield codes.CLOSE_DIFFERS.at(
            f"{year}.closing_equity", what=words_of("closing_equity"), book=book, other=other,
            where=Bilingual("i uppgifterna", "in the figures"), difference=other - book, year=year,
        )  # fmt: skip


def kept(state: BookState, year: int) -> Iterator[Finding]:
    """What stays with a closed year as warnings: where it differs from what it was held against, and that it was closed
    without having been held against the general ledger, until it is."""
    if not is_closed(state, year):
        return
    for event in comparisons(state, year):
        yield from differences(state, event)
    if Source.LEDGER in state.closings.lacking.get(year, ()) and not is_compared(state, year):
        yield codes.NEVER_COMPARED.at(str(year), year=year)
