"""What a book records of its entity, of equity and of results (eget kapital, resultat)."""

from __future__ import annotations

from collections.abc import Iterable

from sifund_ledger.authority import authority_faults
from sifund_ledger.balance.equity.equity import EquityNote
from sifund_ledger.balance.figures.checks import check_opening
from sifund_ledger.balance.figures.events import (
    DeficitsOpened,
    EquityAdjusted,
    EquityOpened,
    ReserveDissolved,
    ResultRecorded,
)
from sifund_ledger.balance.figures.stored_figures import deficits_to_values
from sifund_ledger.balance.figures.year_figures import EntityKind, OpeningDeficit
from sifund_ledger.book import findings as codes
from sifund_ledger.book.command import BookWriter, command, not_among, require_years, signed_ore
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.fields.findings import NAME_EMPTY
from sifund_ledger.findings import Bilingual
from sifund_ledger.law import Reserve
from sifund_ledger.ledger.accounts import NET_ASSETS, earmark
from sifund_ledger.ledger.events import JournalOpened, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Plan
from sifund_ledger.money import Amount, positive_ore
from sifund_ledger.year_end.proposal import has_result, result_drafts


class EquityVerbs(BookWriter):
    """Opening equity, results, adjustments."""

    @command
    def open_entity(self, entity: str, *, entity_kind: str = "municipality", organisation_number: str = "") -> None:
        """The first record: whose book this is. Raises where the book has been opened."""
        faults = [codes.BOOK_OPENED.at("book", entity=self.entity)] if self.entity else []
        if not entity.strip():
            faults.append(NAME_EMPTY.at("book", what=Bilingual("Enheten", "The entity")))
        faults += not_among(codes.ENTITY_KIND_UNKNOWN, "entity_kind", entity_kind, EntityKind)
        self._record(Plan((Draft(JournalOpened(entity, entity_kind, organisation_number)),), tuple(faults)))

    @command
    def open_equity(
        self, year: int, amount: Amount, *, decision: Decision,
        opening_deficits: Iterable[OpeningDeficit] | None = None,
        equalisation_reserve: Amount = 0, result_reserve: Amount = 0,
    ) -> EquityNote:  # fmt: skip
        """Equity at the close of a year (ingående eget kapital), and the deficits still to be restored then (R5).

        The amount is signed kronor. The year, and every earlier one, is closed by it. ``opening_deficits=[]`` says that
        there are none; leaving it out leaves a warning in every statement. ``equalisation_reserve`` (RUR) and
        ``result_reserve`` (RER) are the parts of the amount that are reserved.
        """
        require_years(year)
        ore, faults = signed_ore(amount, f"open_equity {year}")
        opened, first = self._state.stated.opened_year, self._first_year()
        if opened is not None:
            faults.append(codes.EQUITY_OPENED.at(str(year), year=opened))
        elif first is not None and first <= year:
            faults.append(codes.EQUITY_OPENED_LATE.at(str(year), year=year, recorded=first))
        rur, more = signed_ore(equalisation_reserve, f"open_equity {year}.equalisation_reserve")
        rer, still_more = signed_ore(result_reserve, f"open_equity {year}.result_reserve")
        faults += [*more, *still_more]
        drafts = [Draft(EquityOpened(year, ore, rur, rer), decision)]
        if opening_deficits is not None:
            deficits = tuple(opening_deficits)
            faults += check_opening(deficits, year + 1)
            drafts.append(Draft(DeficitsOpened(year, deficits_to_values(deficits)), decision))
        drafts.append(Draft(PeriodMoved(year, PeriodState.CLOSED.value), decision))
        self._record(Plan(tuple(drafts), tuple(faults)))
        return self.equity_note(year)

    def _first_year(self) -> int | None:
        """The first fiscal year with figures, a result or an adjustment."""
        recorded = {*self._state.stated.years(), *self._state.balances.years(earmark(NET_ASSETS))}
        return min(recorded, default=None)

    @command
    def record_result(self, year: int, amount: Amount, *, decision: Decision | None = None) -> EquityNote:
        """A year's result (årets resultat), signed kronor; earlier results join other equity first (R28).

        A recorded result of zero moves nothing that could be corrected; another one simply takes its place.
        """
        require_years(year)
        ore, faults = signed_ore(amount, f"record_result {year}")
        if has_result(self._state, year, ore):
            faults.append(codes.RESULT_RECORDED.at(str(year), year=year))
        faults += self._state.journal.periods.posting_faults(year, ResultRecorded.kind, adjusting=True)
        drafts = tuple(draft._replace(decision=decision) for draft in result_drafts(self._state, year, ore))
        self._record(Plan(drafts, tuple(faults)))
        return self.equity_note(year)

    @command
    def adjust_equity(self, year: int, amount: Amount, *, reason: str, decision: Decision) -> EquityNote:
        """An adjustment straight to equity (R17): change of principle or correction of an error; signed kronor."""
        require_years(year)
        ore, faults = signed_ore(amount, f"adjust_equity {year}")
        if not reason.strip():
            faults.append(codes.REASON_MISSING.at(str(year)))
        event = EquityAdjusted(year, decision.date, ore, reason)
        self._record(Plan((Draft(event, decision),), tuple(faults)))
        return self.equity_note(year)

    @command
    def dissolve_reserve(self, reserve: str, amount: Amount, *, year: int, decision: Decision) -> EquityNote:
        """Dissolve a reserve into other equity (upplösa): what is left of RUR at the end of 2033, or before that.

        ``reserve`` is ``equalisation_reserve`` or ``result_reserve``; no result changes by it (SFS 2023:642 p. 3).
        """
        require_years(year)
        ore, faults = positive_ore(amount, f"dissolve_reserve {year}")
        faults += authority_faults(decision, "dissolve_reserve", fund=str(reserve))
        unknown = not_among(codes.RESERVE_UNKNOWN, "dissolve_reserve", reserve, Reserve)
        if unknown:
            raise Refused([*faults, *unknown])
        event = ReserveDissolved(year, decision.date, str(reserve), ore)
        self._record(Plan((Draft(event, decision),), tuple(faults)))
        return self.equity_note(year)
