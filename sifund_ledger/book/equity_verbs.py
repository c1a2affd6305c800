"""What a book records of its entity, of equity and of results (eget kapital, resultat)."""

from __future__ import annotations

from collections.abc import Iterable

from sifund_ledger.balance.equity import EquityNote
from sifund_ledger.balance.events import DeficitsOpened, EquityAdjusted, EquityOpened
from sifund_ledger.balance.figures import EntityKind, OpeningDeficit
from sifund_ledger.book.command import BookWriter, command, not_among, require_years
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import FindingCode, Severity
from sifund_ledger.funds.register import NAME_EMPTY
from sifund_ledger.ledger.events import JournalOpened, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Plan
from sifund_ledger.money import Amount, to_ore
from sifund_ledger.year_end.proposal import result_drafts

EQUITY_OPENED = FindingCode(
    "EQUITY_OPENED",
    Severity.ERROR,
    en="Equity was opened at the close of {year}.",
    sv="Eget kapital är öppnat per utgången av {year}.",
    remedy_en="Record what has changed since: book.record_result(…), book.adjust_equity(…).",
    remedy_sv="Registrera det som ändrats sedan dess: book.record_result(…), book.adjust_equity(…).",
    citation="LKBR (2018:597) 4:4",
)
RESULT_RECORDED = FindingCode(
    "RESULT_RECORDED",
    Severity.ERROR,
    en="The result of {year} is recorded.",
    sv="{year} års resultat är redan registrerat.",
    remedy_en="Take it back first: book.correct(…).",
    remedy_sv="Ta först tillbaka det: book.correct(…).",
    citation="LKBR (2018:597) 3:7",
)
BOOK_OPENED = FindingCode(
    "BOOK_OPENED",
    Severity.ERROR,
    en="The book belongs to {entity}.",
    sv="Boken tillhör {entity}.",
    remedy_en="Make a new book for another entity.",
    remedy_sv="Skapa en ny bok för en annan enhet.",
)
ENTITY_KIND_UNKNOWN = FindingCode(
    "ENTITY_KIND_UNKNOWN",
    Severity.ERROR,
    en="{given!r} is no kind of entity.",
    sv="{given!r} är inget slag av enhet.",
    remedy_en="Use one of: {known}.",
    remedy_sv="Använd ett av: {known}.",
    citation="KL (2017:725) 11:1, 9:9",
)
REASON_MISSING = FindingCode(
    "REASON_MISSING",
    Severity.ERROR,
    en="No reason is given.",
    sv="Inget skäl är angivet.",
    remedy_en="Say why: the annual report must.",
    remedy_sv="Ange varför: årsredovisningen ska göra det.",
    citation="LKBR (2018:597) 9:3",
)
CODES = (
    EQUITY_OPENED,
    RESULT_RECORDED,
    BOOK_OPENED,
    ENTITY_KIND_UNKNOWN,
    REASON_MISSING,
)


class EquityVerbs(BookWriter):
    """Opening equity, results, adjustments."""

    @command
    def open_entity(self, entity: str, *, entity_kind: str = "municipality", organisation_number: str = "") -> None:
        """The first record: whose book this is. Raises where the book has been opened."""
        faults = [BOOK_OPENED.at("book", entity=self.entity)] if self.entity else []
        if not entity.strip():
            faults.append(NAME_EMPTY.at("book", what="entity", what_sv="Enheten"))
        faults += not_among(ENTITY_KIND_UNKNOWN, "entity_kind", entity_kind, EntityKind)
        self._record(Plan((Draft(JournalOpened(entity, entity_kind, organisation_number)),), tuple(faults)))

    @command
    def open_equity(
        self, year: int, amount: Amount, *, opening_deficits: Iterable[OpeningDeficit] | None = None, decision: Decision
    ) -> EquityNote:
        """Equity at the close of a year (ingående eget kapital), and the deficits still to be restored then (R5).

        The amount is signed kronor. The year, and every earlier one, is closed by it. ``opening_deficits=[]`` says that
        there are none; leaving it out leaves a warning in every statement.
        """
        require_years(year)
        opened = self._state.stated.opened_year
        faults = [] if opened is None else [EQUITY_OPENED.at(str(year), year=opened)]
        drafts = [Draft(EquityOpened(year, to_ore(amount, place="open_equity")), decision)]
        if opening_deficits is not None:
            left = tuple((deficit.year, deficit.ore, deficit.due_year or 0) for deficit in opening_deficits)
            drafts.append(Draft(DeficitsOpened(year, left), decision))
        drafts.append(Draft(PeriodMoved(year, PeriodState.CLOSED.value), decision))
        self._record(Plan(tuple(drafts), tuple(faults)))
        return self.equity_note(year)

    @command
    def record_result(self, year: int, amount: Amount, *, decision: Decision | None = None) -> EquityNote:
        """A year's result (årets resultat), signed kronor; earlier results join other equity first (R28)."""
        require_years(year)
        ore = to_ore(amount, place=f"record_result {year}")
        faults = [RESULT_RECORDED.at(str(year), year=year)] if self._state.stated.has_result(year) else []
        drafts = tuple(draft._replace(decision=decision) for draft in result_drafts(self._state, year, ore))
        self._record(Plan(drafts, tuple(faults)))
        return self.equity_note(year)

    @command
    def adjust_equity(self, year: int, amount: Amount, *, reason: str, decision: Decision) -> EquityNote:
        """An adjustment straight to equity (R17): change of principle or correction of an error; signed kronor."""
        require_years(year)
        faults = [] if reason.strip() else [REASON_MISSING.at(str(year))]
        event = EquityAdjusted(year, decision.date, to_ore(amount, place="adjust_equity"), reason)
        self._record(Plan((Draft(event, decision),), tuple(faults)))
        return self.equity_note(year)
