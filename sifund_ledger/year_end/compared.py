"""A year held against what stands elsewhere (avstämning, R47): the general ledger, the adopted annual report.

What stands there is recorded; what the book has is read anew each time, so that a correction after the comparison
counts. Amounts are öre, of equity and its parts signed as the equity note prints them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from sifund_ledger.balance.deficits.plans import ActionPlan
from sifund_ledger.balance.equity.equity import equity_note
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.findings import Bilingual, Clause, Finding, Severity
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.year_end import findings as codes
from sifund_ledger.year_end.discharge import approved_after_discharge
from sifund_ledger.year_end.events import YearCompared
from sifund_ledger.year_end.unbooked import entries_unbooked

if TYPE_CHECKING:
    from sifund_ledger.year_end.book_state import BookState


class Source(StrEnum):
    """What a year is held against."""

    LEDGER = "general_ledger"
    REPORT = "annual_report"


ACTION_PLAN: Final = "action_plan"
"""What a closed year lacks whose deficit nobody has said how to restore."""
STATED_EQUITY: Final = "stated_equity"
"""What a closed year lacks whose own figures state another equity than the book has."""
STATEMENT: Final = "statement"
"""What a year closed on its result alone lacks: the figures that a statement is drawn up of."""
EARMARK: Final = "earmark."
"""What the code of a fund's earmark begins with, before the fund's name."""
_OF_NOTE: Final = {
    "opening_equity": "opening", "net_result": "result", "closing_equity": "closing",
    **{code: code for code in (
        "opening_equalisation_reserve", "equalisation_reserve", "opening_result_reserve", "result_reserve",
    )},
}  # fmt: skip
"""What the equity note calls an amount."""
_WORDS: Final = {
    "opening_equity": Bilingual("Ingående eget kapital", "Opening equity"),
    "net_result": Bilingual("Årets resultat", "Net result"),
    "closing_equity": Bilingual("Utgående eget kapital", "Closing equity"),
    "opening_equalisation_reserve": Bilingual("RUR, ingående", "RUR, opening"),
    "equalisation_reserve": Bilingual("RUR, utgående", "RUR, closing"),
    "opening_result_reserve": Bilingual("RER, ingående", "RER, opening"),
    "result_reserve": Bilingual("RER, utgående", "RER, closing"),
    "balance_requirement_result": Bilingual("Årets balanskravsresultat", "Balance requirement result"),
    "opening_deficits": Bilingual("Ingående underskott att återställa", "Opening deficits to restore"),
    "deficits_left": Bilingual("Underskott kvar att återställa", "Deficits left to restore"),
}
COMPARED: Final = tuple(_WORDS)
"""The codes of what is compared, beside the earmark of each fund."""
_NEXT: Final = {
    "closing_equity": "opening_equity", "equalisation_reserve": "opening_equalisation_reserve",
    "result_reserve": "opening_result_reserve", "deficits_left": "opening_deficits",
}  # fmt: skip
"""What an amount of a year's close is in the next year."""
SOURCES: Final = {
    Source.LEDGER: Bilingual("Huvudboken", "The general ledger"),
    Source.REPORT: Bilingual("Årsredovisningen", "The annual report"),
}
"""What the sources are called."""
_THERE: Final = {
    Source.LEDGER: Bilingual("i huvudboken", "in the general ledger"),
    Source.REPORT: Bilingual("i årsredovisningen för {year}", "in the annual report of {year}"),
}


def greatest_difference(ore: int, others: Iterable[int]) -> int | None:
    """The difference of the amount furthest from another, öre, with its sign; ``None`` where there are no others.

    >>> greatest_difference(100, [101, 97]), greatest_difference(100, [])
    (-3, None)
    """
    return max((other - ore for other in others), key=abs, default=None)


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
    there = _THERE[Source(event.source)].filled(year=event.year)
    named = f" ({event.document})" if event.document else ""
    return Bilingual(f"{there.sv}{named}", f"{there.en}{named}")


def book_amounts(state: BookState, year: int, of: YearStatement | None) -> dict[str, int]:
    """What the book has of a year to compare, by code; what it does not know is left out.

    ``of`` is the year's statement, where the book has a result of it.
    """
    opened, note, amounts = state.stated.opened_year, equity_note(state.balances, year), dict[str, int]()
    if state.stated.has_result(year):
        amounts["net_result"] = note.result_ore
    for code in _OF_NOTE if opened is not None and year >= opened else ():
        # Of the year by whose close equity was opened the book knows that close alone.
        if code != "net_result" and not (year == opened and code.startswith("opening_")):
            amounts[code] = getattr(note, f"{_OF_NOTE[code]}_ore")
    amounts |= _of_statement(state, year, of)
    marks = dict(note.earmarks)
    return amounts | {f"{EARMARK}{fund}": marks.get(fund, 0) for fund in state.balances.earmarked_funds()}


def _of_statement(state: BookState, year: int, of: YearStatement | None) -> dict[str, int]:
    """What the balance requirement comes to, as far as the book knows it; of its deficits only with those before it."""
    opening, amounts = state.stated.opening_deficits, dict[str, int]()
    if of is not None and state.stated.is_stated(year):
        amounts["balance_requirement_result"] = of.balance_requirement_result_ore
    if opening is not None and of is not None:
        amounts["opening_deficits"] = of.brought_forward_ore
        amounts["deficits_left"] = sum(each.left_ore for each in of.deficits)
    elif opening is not None and year == state.stated.opened_year:
        amounts["deficits_left"] = sum(each.ore for each in opening)
    return amounts


def in_book(amounts: dict[str, int], code: str) -> int | None:
    """What the book has under a code; of a fund that it does not have, nothing is earmarked."""
    return amounts.get(code, 0 if code.startswith(EARMARK) and "closing_equity" in amounts else None)


def comparisons(state: BookState, year: int) -> Iterator[YearCompared]:
    """What a year was held against last: each source, and the annual report of the year before, whose closing is the
    opening of this one."""
    compared = state.closings.compared
    before = compared.get((year - 1, Source.REPORT))
    if before is not None:
        carried = tuple((_NEXT[code], book, ore) for code, book, ore in before[1].amounts if code in _NEXT)
        yield replace(before[1], amounts=carried)
    yield from (compared[year, source][1] for source in Source if (year, source) in compared)


def differences(state: BookState, year: int, of: YearStatement | None, *events: YearCompared) -> Iterator[Finding]:
    """Where a year in the book, as it is now, differs from what it was held against: an error while it is open; a
    closed year keeps the difference as a warning."""
    amounts = book_amounts(state, year, of)
    for event in events or comparisons(state, year):
        for what, _, other in event.amounts:
            book = in_book(amounts, what)
            if book is None or book == other or (what == "opening_equity" and other == _mended(state, year)):
                continue
            entries = _unbooked(state, event, what, book - other)
            yield _differing(state, year, what, book, other, where(event), entries, opening=event.year < year)


def _differing(
    state: BookState, year: int, what: str, book: int, other: int, there: Bilingual, entries: tuple[str, ...] = (), *,
    opening: bool = False,
) -> Finding:  # fmt: skip
    """That an amount is another elsewhere; ``entries`` are the vouchers that are not booked there."""
    code, wrong = codes.OPENING_DIFFERS if opening else codes.CLOSE_DIFFERS, _WRONG
    if state.journal.periods.state(year) is PeriodState.CLOSED:
        code, wrong = codes.CLOSED_DIFFERING, _WRONG_IN_CLOSED
    return code.at(
        f"{year}.{what}", what=words_of(what), book=book, other=other, where=there, difference=other - book, year=year,
        mend=_VOUCHERS if entries else wrong, entries=entries,
    )  # fmt: skip


_IN_FIGURES: Final = Bilingual("i uppgifterna", "in the figures")
_OR_GROUNDS: Final = {
    False: Clause(
        "; eller åberopa synnerliga skäl, i bokslutet innan året stängs ({give.grounds_decision}) eller i ett senare "
        "års bokslut",
        "; or invoke exceptional grounds, in the year-end before the year is closed ({give.grounds_decision}) or in "
        "that of a later year",
    ),
    True: Clause(
        "; eller åberopa synnerliga skäl i ett senare års bokslut",
        "; or invoke exceptional grounds in the year-end of a later year",
    ),
}
"""How exceptional grounds are invoked for a deficit, by whether its year is closed (R4)."""
_VOUCHERS: Final = Clause(
    "Huvudboken saknar bokens verifikationer {entries}: exportera dem om det inte är gjort ({do.export_vouchers}), "
    "bokför dem där och stäm av på nytt ({do.compare_ledger}).",
    "The general ledger lacks the book's entries {entries}: export them if that is not done ({do.export_vouchers}), "
    "book them there, and compare again ({do.compare_ledger}).",
)
_WRONG: Final = Clause(
    "Rätta det som är fel: {do.adjust_equity}, {do.correct}, eller huvudboken.",
    "Correct what is wrong: {do.adjust_equity}, {do.correct}, or the general ledger.",
)
_WRONG_IN_CLOSED: Final = Clause(
    "Är boken fel, rätta den i ett öppet år: {do.adjust_equity} eller {do.correct}.",
    "If the book is wrong, correct it in an open year: {do.adjust_equity} or {do.correct}.",
)


def _unbooked(state: BookState, event: YearCompared, what: str, lacks: int) -> tuple[str, ...]:
    """The vouchers that the general ledger has not booked, where these are all that it has less than the book."""
    if event.source != Source.LEDGER:
        return ()
    fund = what.removeprefix(EARMARK) if what.startswith(EARMARK) else ""
    return entries_unbooked(state, event.year, lacks, fund=fund, reserve="" if fund else what)


def _mended(state: BookState, year: int) -> int:
    """Opening equity with what was adjusted straight to it: a wrong opening is put right so (R17, R43)."""
    return equity_note(state.balances, year).adjusted_opening_ore


def is_compared(state: BookState, year: int) -> bool:
    """Whether a year has been held against the general ledger."""
    return (year, Source.LEDGER) in state.closings.compared


def plans_of(state: BookState, of: YearStatement) -> tuple[ActionPlan, ...]:
    """The action plans for a year's deficits, as far as they stand; of a closed year those adopted before its close."""
    closed = state.closings.approvals.get(of.year)
    found = (_plan_of(state, deficit.year, closed) for deficit in of.deficits)
    return tuple(plan for plan in found if plan is not None)


def _plan_of(state: BookState, year: int, before: int | None = None) -> ActionPlan | None:
    plans = state.closings.plans.get(year, ())
    standing = [
        plan
        for seq, plan in plans
        if (before is None or seq < before) and state.journal.state_of(plan.decision) is not DecisionState.REPEALED
    ]
    return standing[-1] if standing else None


def _unplanned(state: BookState, of: YearStatement) -> Iterator[Finding]:
    """That nobody has said how the year's own deficit is restored (LKBR 11:11)."""
    deficit = of.deficit(of.year)
    if deficit is not None and deficit.plan_required and _plan_of(state, of.year) is None:
        due = max(part.due_year for part in deficit.parts)
        yield codes.DEFICIT_UNPLANNED.at(
            f"{of.year}.deficits", year=of.year, amount=deficit.left_ore, due=due,
            or_grounds=_OR_GROUNDS[of.year <= (state.closed_through or 0)],
        )  # fmt: skip


def lacking(state: BookState, of: YearStatement) -> Iterator[str]:
    """What a year lacks that it should have before it is closed."""
    if not is_compared(state, of.year):
        yield Source.LEDGER.value
    if any(_unplanned(state, of)):
        yield ACTION_PLAN
    if any(_from_figures(state, of)):
        yield STATED_EQUITY
    if not state.stated.is_stated(of.year):
        yield STATEMENT


def refusal(year: int, decision: Decision | None) -> Iterator[Finding]:
    """That the council has not approved a year's annual report, by a decision; nothing where there is none."""
    if decision is not None:
        yield codes.APPROVAL_REFUSED.at(str(year), year=year, decision=decision)


def closing_differences(state: BookState, of: YearStatement, reason: str = "") -> Iterator[Finding]:
    """What keeps a year from being closed (R47): it differs from what it was held against, or from the equity that its
    own figures state. With the council's ``reason`` they are warnings. And the warnings where it was never compared,
    and where nobody has said how its deficit is restored."""
    approved = bool(reason.strip())
    for found in (*_from_figures(state, of), *differences(state, of.year, of)):
        yield found._replace(severity=Severity.WARNING) if approved else found
    if not is_compared(state, of.year):
        yield codes.NEVER_COMPARED.at(str(of.year), year=of.year)
    yield from _unplanned(state, of)


def _from_figures(state: BookState, of: YearStatement) -> Iterator[Finding]:
    """Where the book's closing equity is not the one that the year's own figures state."""
    other, book = of.figures.ore("equity"), book_amounts(state, of.year, of).get("closing_equity")
    if other is not None and book is not None and other != book:
        yield _differing(state, of.year, "closing_equity", book, other, _IN_FIGURES)


def kept(state: BookState, of: YearStatement) -> Iterator[Finding]:
    """What stays with a closed year as warnings: where it differs from what it was held against, and what it lacked
    when it was closed, until that is there; and that the council did not approve it."""
    year, compared = of.year, state.closings.compared
    if state.journal.periods.state(year) is not PeriodState.CLOSED:
        return
    if any(key in compared for key in ((year - 1, Source.REPORT), *((year, source) for source in Source))):
        yield from differences(state, year, of)
    yield from refusal(year, state.closings.unapproved.get(year))
    yield from (each._replace(severity=Severity.WARNING) for each in approved_after_discharge(state, year))
    lacked = state.closings.lacking.get(year, ())
    if STATEMENT in lacked:
        yield codes.STATEMENT_NOT_DRAWN_UP.at(str(year), year=year)
    if STATED_EQUITY in lacked:
        yield from _from_figures(state, of)
    if Source.LEDGER in lacked and not is_compared(state, year):
        yield codes.NEVER_COMPARED.at(str(year), year=year)
    if ACTION_PLAN in lacked:
        yield from _unplanned(state, of)
