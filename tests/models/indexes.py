"""What a book keeps so that nothing need be added up (index), against the slow sum over its records."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sifund_ledger.balance.equity.equity import equity_note
from sifund_ledger.decisions import DecisionState
from sifund_ledger.funds.policy.choices import LegalForm
from sifund_ledger.funds.state.claim_events import Repaid, RepaymentReturned
from sifund_ledger.funds.state.fund_events import Renewed, SetAside, SetAsideInFrame
from sifund_ledger.funds.state.project_events import FrameCarried, GrantAmended, Granted, Released
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.funds.state.shared_events import year_of
from sifund_ledger.funds.state.use_events import UsedOfReserve
from sifund_ledger.funds.tables.account import FundAccount, FundYear, fund_account
from sifund_ledger.ledger.accounts import FUND_AVAILABLE, FUND_COMMITTED, Account
from sifund_ledger.ledger.balances import LATER, Balances
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.year_movements import earmark_movements

_HELD = (FUND_AVAILABLE, FUND_COMMITTED)
_OPENED = ("fund_opened", "project_opened")
Moved = dict[tuple[Account, int, str], int]


def posted(state: BookState) -> Moved:
    """Every posting of the records, by account, fiscal year and kind of event."""
    sums: Moved = defaultdict(int)
    corrected_in = {by: seq for seq, by in state.journal.corrections.items()}
    for seq, (kind, entry) in state.journal.entries.items():
        corrects = corrected_in.get(seq)
        of = kind if corrects is None else state.journal.entries[corrects][0]
        if state.journal.belongs_to(seq if corrects is None else corrects) != entry.year:
            of = LATER + of
        for account, ore in entry.postings:
            sums[account, entry.year, of] += ore
    return sums


def _rows(moved: Moved, fund: str, subfund: str | None) -> Iterator[tuple[str, int, str, int]]:
    for (account, year, kind), ore in moved.items():
        if account.code in _HELD and account.fund == fund and subfund in (None, account.subfund):
            yield account.code, year, kind, -ore


def _roll(rows: list[tuple[str, int, str, int]], first: int, last: int) -> FundYear:
    """A roll-forward, each amount summed from the postings."""

    def of(*kinds: str) -> int:
        return sum(ore for _, year, kind, ore in rows if first <= year <= last and kind in kinds)

    def closing(*codes: str) -> int:
        return sum(ore for code, year, _, ore in rows if year <= last and code in codes)

    opening = sum(ore for _, year, _, ore in rows if year < first) + of(*_OPENED)
    later = sum(ore for _, year, kind, ore in rows if first <= year <= last and kind.startswith(LATER))
    return FundYear(
        first, last, opening, of("set_aside"), -of("used", "used_directly"), closing(*_HELD), closing(FUND_AVAILABLE),
        closing(FUND_COMMITTED), of("renewed"), -of("dissolved", "lapsed", "repayment_returned"),
        of("subfund_transferred"), later,
    )  # fmt: skip


def assert_indexed(state: BookState) -> None:
    """Every sum that is kept is the sum over the records, in every year and in each of its parts."""
    moved = posted(state)
    _assert_balances(state.balances, moved)
    _assert_accounts(state, moved)
    _assert_journal(state)
    _assert_register(state.register)
    _assert_frames(state)


def _assert_balances(balances: Balances, moved: Moved) -> None:
    assert {
        (account, *key): ore for account in balances.accounts() for key, ore in balances.movements(account).items()
    } == (moved)
    years = sorted({year for _, year, _ in moved})
    for account in balances.accounts():
        for year in (*(each + more for each in years for more in (-1, 0)), None):
            slow = sum(ore for (of, each, _), ore in moved.items() if of == account and (year is None or each <= year))
            assert balances.balance(account, at=year) == slow
    for year in years:
        note = equity_note(balances, year)
        marks = Counter[str]()
        for (account, each, _), ore in moved.items():
            if account.code in _HELD and each <= year:
                marks[account.fund] -= ore
        assert dict(note.earmarks) == {fund: ore for fund, ore in marks.items() if ore}
        in_year = [(kind, ore) for (of, each, kind), ore in moved.items() if of.code in _HELD and each == year]
        set_aside = -sum(ore for kind, ore in in_year if kind in ("set_aside", "renewed"))
        assert earmark_movements(balances, year) == (
            set_aside,
            sum(ore for kind, ore in in_year if kind in ("used", "used_directly")),
        )


def _assert_accounts(state: BookState, moved: Moved) -> None:
    for fund, policy in state.register.policies.items():
        if policy.legal_form is LegalForm.RESULT_RESERVE:
            continue
        whole = fund_account(state.register, state.balances, fund)
        for subfund, account in ((None, whole), *whole.subfunds):
            rows = [*_rows(moved, fund, subfund)]
            years = sorted({year for _, year, _, _ in rows})
            assert account.years == tuple(_roll(rows, year, year) for year in years)
            assert account.total == (_roll(rows, years[0], years[-1]) if years else None)
            assert account.restated == tuple(_restated(state.balances, fund, subfund, account.years))


def _restated(balances: Balances, fund: str, subfund: str | None, years: Sequence[FundYear]) -> Iterator[FundYear]:
    """The years that later ones have corrected, out of all balances as they are with that."""
    for printed in years[:-1]:
        year = printed.first_year
        restated = balances.restated(year, years[-1].first_year)
        held = restated.held(fund, subfund, at=year) if restated is not None else None
        if held is not None and (now := FundAccount(fund, held).years[-1]) != printed:
            yield replace(now, restated=True)


def _assert_journal(state: BookState) -> None:
    journal, decided = state.journal, state.journal.decisions
    resting = [seq for seq, each in decided.items() if journal.state_of(each) is DecisionState.REPEALED]
    assert journal.resting_on_repealed() == resting
    booked = {seq: journal.booked(seq) for seq in resting if seq not in journal.corrections}
    for year in state.stated.years():
        assert journal.unsupported(year) == [
            seq for seq, moved in booked.items() if moved and moved[0] != EntryCorrected.kind and moved[1] <= year
        ]


def _assert_frames(state: BookState) -> None:
    """What boards' frames have changed by: a correction of a past frame counts in its own year (R41)."""
    frames, repaid = Counter[Any](), Counter[Any]()
    register = state.register
    for seq, event in register._events.items():
        taken_back = register.corrected.get(seq)
        booked = state.journal.year_of(taken_back) if taken_back else 0
        for year, ore in _frames_of(event):
            where = (event.fund, event.board)
            frames[*where, year] += ore
            lapses = isinstance(event, FrameCarried) and year == event.from_year < booked
            if taken_back and not lapses:
                frames[*where, max(year, booked)] -= ore
        if isinstance(event, Repaid):
            repaid[event.fund, event.board, event.frame_year, event.permanent] += event.ore
            if taken_back:
                repaid[event.fund, event.board, max(event.frame_year, booked), event.permanent] -= event.ore
        elif isinstance(event, RepaymentReturned):
            repaid[event.fund, event.board, event.frame_year, False] -= event.ore
            if taken_back:
                repaid[event.fund, event.board, max(event.frame_year, booked), False] += event.ore
    for kept, counted in ((register.moved_frames, frames), (register.repaid_frames, repaid)):
        found = {(fund, *key): each.ore for fund, of in kept.items() for key, each in of.items() if each.ore}
        assert found == {key: ore for key, ore in counted.items() if ore}


def _frames_of(event: Any) -> list[tuple[int, int]]:
    if isinstance(event, Granted | GrantAmended):
        return [*event.frames]
    if isinstance(event, Released):
        return [(year, -ore) for year, ore in event.frames]
    if isinstance(event, FrameCarried):
        return [(event.from_year, -event.ore), (event.to_year, event.ore)]
    return []


def _assert_register(register: FundRegister) -> None:
    events = [*register.events()]
    for project in register.projects:
        own = [(seq, event) for seq, event in events if getattr(event, "project", "") == project]
        assert [*register.events_of(project)] == own
    for year in {of for _, of in register.costs}:
        assert [*register.costs_in(year)] == [cost for (_, of), cost in register.costs.items() if of == year]
    of_result, entitled, renewed, granted = Counter[Any](), Counter[Any](), Counter[Any](), Counter[Any]()
    reasons: dict[int, dict[str, None]] = {}
    for _, event in events:
        if isinstance(event, Granted | GrantAmended):
            granted[event.fund, event.subfund, event.year] += event.ore
        elif isinstance(event, Repaid):
            entitled[event.fund, event.subfund, event.frame_year] += event.ore * event.entitles
        elif isinstance(event, RepaymentReturned):
            unrenewed = event.ore - event.renewed_ore
            entitled[event.fund, event.subfund, event.frame_year] -= unrenewed * event.entitles
        elif isinstance(event, SetAside | Renewed):
            of_result[event.result_year] += event.ore * (not isinstance(event, SetAsideInFrame))
            renewed[event.fund, event.subfund] += event.ore * isinstance(event, Renewed)
        elif isinstance(event, UsedOfReserve):
            reasons.setdefault(year_of(event), {})[event.reason] = None
    for year in of_result:
        assert register.taken_of_result(year) == of_result[year]
    assert {year: tuple(each) for year, each in reasons.items()} == {
        year: told for year in register.reserve_uses if (told := register.reserve_reasons(year))
    }
    for fund, policy in register.policies.items():
        for subfund in policy.subfund_names:
            for at in {year for *_, year in entitled}:
                into = sum(ore for (*of, year), ore in entitled.items() if of == [fund, subfund] and year <= at)
                assert register.entitlement(fund, subfund, at=at) == into - renewed[fund, subfund]
            kept = register.granted_in.get((fund, subfund))
            years = {year: ore for (*of, year), ore in granted.items() if of == [fund, subfund] and ore}
            assert {year: ore for year, ore in (kept.by_year() if kept else ()) if ore} == years
        known = [state for state in register.projects.values() if state.fund == fund and state.grants]
        assert [*register.projects_of(fund)] == known
        opened = [
            state for state in known if any(register.claims[state.name, board].open_lines for board in state.boards)
        ]
        assert [*register.open_projects(fund)] == opened
        to_repay = Counter[Any]()
        for state in opened:
            for board in state.boards:
                for due, ore in register.claims[state.name, board].open_lines:
                    to_repay[state.subfund, board, due] += ore
        kept_to_repay = register.to_repay.get(fund, {})
        kept_now, summed = ({key: ore for key, ore in sums.items() if ore} for sums in (kept_to_repay, to_repay))
        assert kept_now == summed, (fund, kept_now, summed)
        assert register.own_layout == next(
            (each.presentation for each in register.policies.values() if each.presentation != "strict"), "strict"
        )
        assert [*register.costs_of(fund)] == [cost for cost in register.costs.values() if cost.fund == fund]
