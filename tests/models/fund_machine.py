"""A state machine over a fund (tillståndsmaskin för fonder): every preset, drawn commands, an independent model.

It goes forward year by year; each command is predicted by :class:`~models.fund_model.FundModel`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from models.audited import assert_sound
from models.corrections import sums_of
from models.drawn import assert_drawn
from models.fund_model import FundModel, Lines
from models.indexes import assert_indexed
from models.model import Key
from models.ties import sums_that_differ
from sifund_ledger.balance.equity.equity import equity_note
from sifund_ledger.book import Book
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.funds.policy import presets
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.ledger.accounts import BOARD_DEBT, FUND_CLAIM, NET_ASSETS, BookName, earmark
from sifund_ledger.money import from_ore
from sifund_ledger.store import MemoryStore
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.statements import draw_up

_CHOSEN: Final[dict[str, tuple[Policy, int]]] = {
    "reversal_textbook": (presets.reversal_textbook, 2014),
    "reversal_implementing": (presets.reversal_textbook.choose(loss_bearer="implementing_unit"), 2014),
    "reversal_benefiting": (presets.reversal_textbook.choose(loss_bearer="benefiting_units"), 2014),
    "reversal_negotiated": (presets.reversal_textbook.choose(clawback_mode="negotiated"), 2014),
    "budget_textbook": (presets.budget_textbook.choose(window=(2014, 2017)), 2014),
    "orebro_strict": (presets.orebro_strict.choose(presentation="strict"), 2014),
    "tomelilla_earmark": (presets.tomelilla_earmark, 2014),
    "ale_2012": (
        presets.ale_2012.choose(
            repayment_floor_share="0.10", start_deadline_years=None, end_limit_years_hard=None, loss_bearer="fund",
            presentation="strict",
        ),
        2014,
    ),
    "ale_double_2017": (
        presets.ale_double_2017.choose(presentation="strict", window=(2017, 2021), annual_frame=None)
        .choose("A", set_aside_share="0.10", year_end_carry_over=True)
        .choose("B", repayment_floor_share="0.20", loss_bearer="fund"),
        2017,
    ),
    "norrkoping_2010": (presets.norrkoping_2010, 2014),
    "norrkoping_2021": (presets.norrkoping_2021, 2020),
    "upplands_bro": (presets.upplands_bro, 2014),
    "upplands_bro_when_decided": (presets.upplands_bro.choose(recognition="decision_year"), 2014),
    "sundsvall_2016": (presets.sundsvall_2016, 2016),
    "lulea": (presets.lulea.choose(legal_form="earmarked_equity"), 2014),
    "lulea_frame": (presets.lulea.choose(legal_form="operating_frame"), 2014),
    "stockholms_lan_2014": (presets.stockholms_lan_2014.choose(presentation="strict"), 2014),
    "gavleborg": (presets.gavleborg.choose(legal_form="operating_frame", presentation="strict"), 2018),
    "result_reserve_2024": (presets.result_reserve_2024, 2024),
    "plain_budget": (presets.plain_budget, 2014),
}  # fmt: skip
"""Every preset, with what its sources leave open decided, and the year it begins in."""
_ON_ACCOUNT: Final = {
    name: (policy.choose(gl_treatment="sub_account"), year) for name, (policy, year) in _CHOSEN.items()
}
"""The same with an account of their own, so that all of it goes out to the general ledger."""
_REPAID: Final = tuple(
    name for name, (policy, _) in _CHOSEN.items() if any(policy.of(part).revolving for part in policy.subfund_names)
)

_MKR: Final = 100_000_000
_ORE = st.integers(1, 6).map(lambda count: count * _MKR) | st.integers(1, 3 * _MKR)
_PROJECTS = st.sampled_from(["Navigator", "Navigator", "Tidigt"])
_BOARDS = st.sampled_from(["SN", "BUN", "SN"])
_COUNCIL = st.sampled_from([True] * 7 + [False])
_OPENS = st.just({}) | st.fixed_dictionaries({
    "granted": st.integers(2, 5), "used": st.integers(0, 3), "released": st.integers(0, 1),
    "repaid": st.integers(0, 2), "owed": st.integers(0, 3),
})  # fmt: skip
"""What had become of a project when its fund was taken over, in millions of kronor; or nothing was taken over."""
_OUTCOMES: Final = ("repaid", "waived", "borne")
_KINDS: Final = ("equity_opened", "result_recorded", "equity_adjusted")


class FundMachine(RuleBasedStateMachine):
    """Commands on one fund, each predicted; the invariants of funds after each of them.

    It has set_aside, use (with a cost given, or reported), dissolve, grant, amend_grant, carry_over, report_cost,
    release, close_project, reopen_project, measure, repay, return_repayment, waive, reassign, revise_plan, settle,
    renew, transfer, change_policy, reorganise, move_decision (a repeal), correct (in the same year and in a later one),
    record_result and close_year, and begins with open_entity, create_fund and open_equity, and in half of the books
    with open_fund and open_project; once the fund has begun, these are refused.

    It has not: adopt_programme, reach_stage, join_project,
    declare_application, estimate_cost, implement_project, state_goal, link_goal, set_milestone and calculate_effect,
    sign_contract, assess_outcome,
    which move nothing; set_aside_by_rule, change_purpose, adopt_plan, decide_discharge,
    compare_equity, state_intention, delegate and blot_note, which move
    no more than these; register_board, since boards need not be registered; adjust_equity, start_closing, reopen_year
    and year_end, which :class:`~models.machines.BookMachine` has; dissolve_reserve, correct_reserve and
    correct_balance_result, which the machine over tables has.
    """

    @initialize(name=st.sampled_from([*_CHOSEN, *_REPAID, *_REPAID]), used=st.integers(0, 4), opens=_OPENS)
    def begin(self, name: str, used: int, opens: dict[str, int]) -> None:
        """A book with equity, a fund of a preset, a year's result, and a project that has used some of its grant; the
        fund may have been there before the book, with a project that goes on."""
        self.policy, self.now = _ON_ACCOUNT[name]
        self.last = self.now + 9
        self.store = MemoryStore()
        self.repealed: list[object] = []
        self.resting: list[tuple[object, Callable[[], object]]] = []
        self.book = Book(
            self.store, actor="ekonomi", clock=lambda: datetime(2040, 1, 1, tzinfo=UTC), salt=lambda: bytes(16)
        )
        self.book.open_entity("Modellkommunen")
        self.model = FundModel(self.policy)
        opening = from_ore(200 * _MKR)
        self.book.open_equity(self.now - 1, opening, opening_deficits=[], decision=self._kf())
        self.model.open_equity(self.now - 1, 200 * _MKR)
        self.book.create_fund("social", policy=self.policy, decision=self._kf())
        self.model.records.append(None)
        self.subfunds = self.policy.subfund_names
        self.model.now = self.now
        if opens and self.policy.legal_form != "result_reserve":
            self._take_over(**opens)
        self.next_year(20 * _MKR)
        for each in self.subfunds:
            self.set_aside(each, 9 * _MKR, council=True)
        plan = [("SN", 2), ("BUN", 3)] if self.policy.of(self.subfunds[-1]).revolving else []
        self.grant("Navigator", len(self.subfunds) - 1, 4 * _MKR, "BUN", council=True, parts=plan, share=100)
        if used:
            self.use("Navigator", used * _MKR, 0, 0)

    def _take_over(self, granted: int, used: int, released: int, repaid: int, owed: int) -> None:
        """The fund with what it had, and a project with what had become of its grant; amounts are millions of kronor.

        What does not add up is refused.
        """
        about: dict[str, Any] = {"year": self.now, "decision": self._kf()}
        for subfund in self.subfunds if self.policy.legal_form == "earmarked_equity" else ():
            accepted = self.model.open_fund(subfund, 3 * _MKR, self.now)
            self._attempt(
                accepted, lambda s=subfund: self.book.open_fund("social", from_ore(3 * _MKR), subfund=s, **about)
            )
        subfund = self.subfunds[-1]
        was: dict[str, Any] = {"granted": granted * _MKR, "used": used * _MKR, "released": released * _MKR}
        was |= {"planned": {}, "repaid": {}}
        lines: Lines = {}
        if self.policy.of(subfund).revolving:
            was |= {"planned": {"SN": granted * _MKR}, "repaid": {"SN": repaid * _MKR} if repaid else {}}
            lines = {("SN", self.now + 2): owed * _MKR} if owed else {}
        sound = used + released <= granted and sum(lines.values()) + repaid * _MKR <= granted * _MKR
        plan = {board: {self.now + 2: from_ore(ore)} for board, ore in was["planned"].items()}
        self._attempt(
            sound and self.model.open_project("Tidigt", subfund, "BUN", self.now, was, lines),
            lambda: self.book.open_project(
                "social", "Tidigt", board="BUN", subfund=subfund, end=date(self.now + 1, 12, 31),
                plan=plan, repaid={board: from_ore(ore) for board, ore in was["repaid"].items()},
                to_repay={board: {year: from_ore(ore)} for (board, year), ore in lines.items()},
                **{part: from_ore(was[part]) for part in ("granted", "used", "released")}, **about,
            ),
        )  # fmt: skip

    def teardown(self) -> None:
        """An audit finds no error in the book; let go of it."""
        if hasattr(self, "book"):
            assert_sound(self.book)
            self.book.close()

    # Plumbing

    def _kf(self, *, council: bool = True) -> Decision:
        return Decision("KF" if council else "KS", date(self.now, 4, 22), str(self.paragraph))

    def _subfund(self, index: int) -> str:
        return self.subfunds[index % len(self.subfunds)]

    def _attempt(self, accepted: bool | int, command: Callable[[], object]) -> None:
        head, balances, frames = self.book.head, self._observed(), self._frames_of_closed_years()
        refusal: Refused | None = None
        try:
            command()
        except Refused as raised:
            refusal = raised
        assert bool(accepted) is (refusal is None), f"the model says otherwise; refused: {refusal}"
        if refusal is not None:
            assert all(finding.code and finding.message and finding.place for finding in refusal.findings)
            assert (self.book.head, self._observed()) == (head, balances)
        elif not self.correcting:
            assert self._frames_of_closed_years().items() >= frames.items(), "R41: a frame of a closed year changed"

    def _frames_of_closed_years(self) -> dict[Key, int]:
        closed = self.model.closed
        codes = ("board_frame", "fund_appropriation", "fund_repayments")
        return {key: ore for key, ore in self._observed().items() if key[0] in codes and key[-1] <= closed}

    paragraph = 1
    correcting = False
    """Whether a correction is at work: it alone may reach into a closed year, in the year that it is booked (R43)."""

    def _observed(self) -> dict[Key, int]:
        state = self.book._state
        reserved = {a: ore for a, ore in state.register.reserved.as_dict().items() if a.code.startswith("fund_")}
        sums = {**state.balances.as_dict(), **reserved}
        return {(account.code, *(part for part in account[2:] if part)): ore for account, ore in sums.items()}

    # Rules

    @precondition(lambda self: self.now < self.last)
    @rule(ore=st.integers(-5, 20).map(lambda count: count * _MKR))
    def next_year(self, ore: int) -> None:
        """The year's result, and on to the next."""
        self._attempt(self.model.record_result(self.now, ore), lambda: self.book.record_result(self.now, from_ore(ore)))
        self.now += 1
        self.model.now = self.now

    @rule(subfund=st.sampled_from(["", "A", "B"]), ore=_ORE, council=_COUNCIL)
    def set_aside(self, subfund: str, ore: int, council: bool) -> None:
        """Of last year's surplus, or of this year's budget."""
        subfund = subfund if subfund in self.subfunds else self.subfunds[0]
        frame = self.policy.legal_form == "operating_frame"
        year = self.now if frame else self.now - 1
        source = next(iter(self.policy.of(subfund).set_aside_sources), "surplus")
        self._attempt(
            self.model.set_aside_of(subfund, ore, year, self.now, council=council),
            lambda: self.book.set_aside(
                "social", from_ore(ore), result_year=year, source=source, subfund=subfund,
                decision=self._kf(council=council),
            ),
        )  # fmt: skip

    @rule(
        project=_PROJECTS, index=st.integers(0, 1), ore=_ORE, board=_BOARDS, council=_COUNCIL,
        parts=st.lists(st.tuples(_BOARDS, st.integers(-1, 4)), max_size=3, unique=True),
        share=st.sampled_from([100, 100, 100, 120, 90]),
    )  # fmt: skip
    def grant(
        self, project: str, index: int, ore: int, board: str, council: bool, parts: list[tuple[str, int]], share: int
    ) -> None:
        """A grant with a plan of repayment that covers it, or not, in time, or not; or with none."""
        subfund = self._subfund(index)
        if share == 100:  # as a rule a plan where there is to be one, and none where there is not
            parts = (parts or [(board, 2)]) if self.policy.of(subfund).revolving else []
        plan: Lines = {}
        total = ceil(ore * share / 100)
        for name, offset in parts:
            key = (name, self.now + offset)
            plan[key] = plan.get(key, 0) + total // len(parts)
        if plan:
            plan[next(iter(plan))] += total - sum(plan.values())
        plan = {key: part for key, part in plan.items() if part > 0}
        given: dict[str, dict[int, Any]] = {}
        for (name, year), part in plan.items():
            given.setdefault(name, {})[year] = from_ore(part)
        accepted = self.model.grant_of(project, subfund, ore, board, plan, self.now, council=council)
        self._attempt(
            accepted,
            lambda: self.book.grant(
                "social", project, from_ore(ore), board=board, financing="ur fonden", subfund=subfund,
                plan=given, end=date(self.now + 1, 12, 31), decision=self._kf(council=council),
            ),
        )  # fmt: skip

    @rule(project=_PROJECTS, ore=_ORE, back=st.integers(0, 1), over=st.sampled_from([0, 0, _MKR, None]))
    def use(self, project: str, ore: int, back: int, over: int | None) -> None:
        """A use within its cost, given or reported; this year's, or last year's."""
        year, cost = self.now - back, None if over is None else max(1, ore - over)
        self._attempt(
            self.model.use_of(project, ore, year, cost) if self.model.is_live(project) else False,
            lambda: self.book.use(
                "social", from_ore(ore), year=year, project=project, decision=self._kf(), reason="Tidiga insatser",
                net_cost=None if cost is None else from_ore(cost),
            ),
        )  # fmt: skip

    @rule(project=_PROJECTS, ore=_ORE, back=st.integers(0, 1))
    def report_cost(self, project: str, ore: int, back: int) -> None:
        """What a project has cost; a use without a cost of its own takes it."""
        year = self.now - back
        self._attempt(
            self.model.report(project, year, ore),
            lambda: self.book.report_cost("social", project, from_ore(ore), year=year, decision=self._kf()),
        )

    @rule(
        project=_PROJECTS, ore=_ORE.flatmap(lambda ore: st.sampled_from([ore, -ore])), council=_COUNCIL,
        line=st.none() | st.tuples(_BOARDS, st.integers(0, 4)), share=st.sampled_from([100, 100, 90, -100]),
    )  # fmt: skip
    def amend_grant(self, project: str, ore: int, council: bool, line: tuple[str, int] | None, share: int) -> None:
        """A grant raised or lowered, with a plan of its own or without (R36)."""
        if line is not None and self.model.is_live(project) and not self.model.repays(project):
            line = line if share < 0 else None  # as a rule a plan only where there is to be one
        plan = {(line[0], self.now + line[1]): ore * share // 100} if line is not None else {}
        given = {board: {year: from_ore(part)} for (board, year), part in plan.items()}
        self._attempt(
            self.model.amend(project, ore, self.now, plan, council=council),
            lambda: self.book.amend_grant(
                project, from_ore(ore), reason="Ny bedömning", decision=self._kf(council=council), plan=given or None
            ),
        )  # fmt: skip

    @rule(project=_PROJECTS, ore=_ORE, back=st.integers(0, 1))
    def carry_over(self, project: str, ore: int, back: int) -> None:
        """What is left of a year's frame, to the next."""
        year = self.now - back
        self._attempt(
            self.model.carry_over(project, ore, year),
            lambda: self.book.carry_over(project, from_ore(ore), year=year, decision=self._kf()),
        )

    @rule(ore=_ORE, index=st.integers(0, 1), to=st.integers(0, 1), council=_COUNCIL)
    def transfer(self, ore: int, index: int, to: int, council: bool) -> None:
        """From one sub-fund to another."""
        there, here = self._subfund(index), self._subfund(to)
        self._attempt(
            self.model.transfer(there, here, ore, self.now, council=council),
            lambda: self.book.transfer(
                "social", from_ore(ore), from_subfund=there, to_subfund=here, decision=self._kf(council=council)
            ),
        )

    @rule(ahead=st.integers(0, 1), council=_COUNCIL, required=st.sampled_from(["1", "0.5"]), lapse=st.booleans())
    def change_policy(self, ahead: int, council: bool, required: str, lapse: bool) -> None:
        """A later version of the policy, for what starts from a day on; what has started keeps its own (I18)."""
        policy = self.model.policy.choose(
            payback_required_share=required, unused_grant_rule="lapse_to_equity" if lapse else "return_to_fund"
        )
        day, decision = date(self.now + ahead, 1, 1), self._kf(council=council)
        accepted = self.model.change_policy(policy, day)
        self._attempt(
            accepted, lambda: self.book.change_policy("social", policy=policy, valid_from=day, decision=decision)
        )
        if accepted:
            self.resting.append((decision.reference, lambda: self.model.drop_version(day)))

    @rule(
        board=st.sampled_from(["SN", "SN", "BUN", "KS"]), council=_COUNCIL,
        shares=st.sampled_from([{"KS": "1"}, {"BUN": "1/2", "KS": "1/2"}, {"Ny": "2/3", "BUN": "1/3"}]),
    )  # fmt: skip
    def reorganise(self, board: str, shares: dict[str, str], council: bool) -> None:
        """A board ends with the year; R39: no sum of a project changes."""
        parts = {name: Fraction(share) for name, share in shares.items()}
        before, decision = self._sums_of_projects(), self._kf(council=council)
        accepted = self.model.reorganise(board, parts, self.now, council=council)
        self._attempt(
            accepted,
            lambda: self.book.reorganise(
                board, successors=parts, last_day=date(self.now, 12, 31), reason="Omorganisation", decision=decision
            ),
        )  # fmt: skip
        if accepted:
            self.resting.append((decision.reference, lambda: self.model.stand_again(board)))
        assert self._sums_of_projects() == before

    def _sums_of_projects(self) -> dict[str, tuple[int, ...]]:
        """Frozen, owed, repaid, waived and borne, by project."""
        claims = {name: [claim for _, claim in self.book.project(name).claims] for name in self._live()}
        return {
            name: tuple(sum(getattr(claim, part) for claim in each) for part in ("original", "open", *_OUTCOMES))
            for name, each in claims.items()
        }

    def _live(self) -> list[str]:
        return [name for name in self.model.projects if self.model.is_live(name)]

    @rule(project=_PROJECTS, ore=_ORE)
    def open_late(self, project: str, ore: int) -> None:
        """A fund that has begun takes over nothing from before the book."""
        about: dict[str, Any] = {"year": self.now, "decision": self._kf()}
        begun = bool(self.model.live("set_aside") or self.model.live("granted"))
        if begun:
            self._attempt(0, lambda: self.book.open_fund("social", from_ore(ore), **about))
            self._attempt(
                0, lambda: self.book.open_project("social", project, board="BUN", granted=from_ore(ore), **about)
            )

    @precondition(lambda self: self.now > self.model.closed + 1)
    @rule(council=_COUNCIL)
    def close_year(self, council: bool) -> None:
        """The first year that is open, or, by the executive board, none."""
        year = self.model.closed + 1
        # What a repealed decision no longer supports is corrected first (R45).
        unsupported = any(
            each.entry is not None and each.entry.year <= year and self.book.correction_of(each.seq) is None
            for each in self.book.records()
            if each.decision is not None
            and each.decision.reference in self.repealed
            and each.event.kind != "entry_corrected"
        )
        self._attempt(
            self.model.close_year(year, day=self._kf().date, sound=council and not unsupported),
            lambda: self.book.close_year(year, decision=self._kf(council=council), reason="Godkänd ändå"),
        )

    @precondition(lambda self: self.paragraph < 3)
    @rule(ore=_ORE)
    def repeal(self, ore: int) -> None:
        """A decision of the council that much rests on is repealed: nothing more can rest on it, and what did stays."""
        about: dict[str, Any] = {"reason": "Avveckling", "subfund": self.subfunds[0], "decision": self._kf()}
        if self.model.dissolve(self.subfunds[0], ore, self.now, council=True):
            self._attempt(1, lambda: self.book.dissolve("social", from_ore(ore), **about))
            self.model.records.append(None)
            reference = about["decision"].reference
            self.repealed.append(reference)
            for fall in [fall for decided, fall in self.resting if decided == reference]:
                fall()  # what it ended stands again, and what it stated falls (R45)
            self.resting = [each for each in self.resting if each[0] != reference]
            self._attempt(1, lambda: self.book.move_decision(about["decision"], "repealed"))
            self._attempt(0, lambda: self.book.dissolve("social", from_ore(ore), **about))
            self.paragraph += 1

    @rule(ore=_ORE, index=st.integers(0, 1), council=_COUNCIL, dissolve=st.booleans())
    def use_directly_or_dissolve(self, ore: int, index: int, council: bool, dissolve: bool) -> None:
        """A use without a project, or a dissolution."""
        subfund, decision = self._subfund(index), self._kf(council=council)
        if dissolve:
            accepted = self.model.dissolve(subfund, ore, self.now, council=council)
            self._attempt(
                accepted,
                lambda: self.book.dissolve(
                    "social", from_ore(ore), reason="Avveckling", subfund=subfund, decision=decision
                ),
            )
            return
        accepted = self.model.use_directly(subfund, ore, self.now, council=council)
        self._attempt(
            accepted,
            lambda: self.book.use("social", from_ore(ore), year=self.now, subfund=subfund, decision=decision),
        )

    @rule(project=_PROJECTS, ore=st.none() | _ORE)
    def release_or_close(self, project: str, ore: int | None) -> None:
        """An amount of a grant goes back, or all that is left of it with the project's end."""
        if ore is None:
            self._attempt(
                self.model.close(project, self.now),
                lambda: self.book.close_project(project, year=self.now, decision=self._kf()),
            )
            return
        self._attempt(
            self.model.release(project, ore, self.now),
            lambda: self.book.release(project, from_ore(ore), year=self.now, decision=self._kf()),
        )

    @rule(project=_PROJECTS, council=_COUNCIL)
    def reopen(self, project: str, council: bool) -> None:
        """A project goes a step back."""
        self._attempt(
            self.model.reopen(project, council=council),
            lambda: self.book.reopen_project(project, reason="Fortsätter", decision=self._kf(council=council)),
        )

    @rule(project=_PROJECTS, board=_BOARDS, ore=st.just(0) | _ORE, ahead=st.integers(-1, 2))
    def measure(self, project: str, board: str, ore: int, ahead: int) -> None:
        """An effect, of any year."""
        year = self.now + ahead
        self._attempt(
            self.model.measure(project, board, year, ore),
            lambda: self.book.measure(project, board, from_ore(ore), effect_year=year, decision=self._kf()),
        )

    @rule(project=_PROJECTS, board=_BOARDS, ore=st.none() | _ORE, back=st.integers(0, 2), ahead=st.integers(-1, 2))
    def repay(self, project: str, board: str, ore: int | None, back: int, ahead: int) -> None:
        """What is due, or an amount."""
        effect, frame = self.now - back, self.now + ahead
        accepted = self.model.repay(project, board, ore, effect, frame, self.now)
        self._attempt(
            accepted,
            lambda: self.book.repay(
                project, board, None if ore is None else from_ore(ore), effect_year=effect, frame_year=frame,
                decision=self._kf(),
            ),
        )  # fmt: skip

    @rule(
        project=_PROJECTS, board=_BOARDS, ore=st.none() | st.none() | _ORE, council=_COUNCIL, effect=st.none() | _ORE,
        ahead=st.none() | st.integers(-1, 1),
    )  # fmt: skip
    def give_back(
        self, project: str, board: str, ore: int | None, council: bool, effect: int | None, ahead: int | None
    ) -> None:
        """What was taken beyond floor and effect, or an amount; often after an effect is measured anew, and less."""
        if effect is not None:
            self.measure(project, board, effect // 4, 0)
        frame = None if ahead is None else self.now + ahead
        self._attempt(
            self.model.give_back(project, board, ore, frame, self.now, council=council),
            lambda: self.book.return_repayment(
                project, board, None if ore is None else from_ore(ore), financing="ur fonden", frame_year=frame,
                reason="Effekten uteblev", decision=self._kf(council=council),
            ),
        )  # fmt: skip

    @rule(project=_PROJECTS, board=_BOARDS, ore=_ORE, council=_COUNCIL, of=st.sampled_from(["plan", "plan", "floor"]))
    def waive(self, project: str, board: str, ore: int, council: bool, of: str) -> None:
        """A claim given up, in part or whole; of the plan alone, or of the floor too."""
        self._attempt(
            self.model.waive(project, board, ore, self.now, council=council, of_floor=of == "floor"),
            lambda: self.book.waive(
                project, board, from_ore(ore), of=of, reason="Ändrade förutsättningar",
                decision=self._kf(council=council),
            ),
        )  # fmt: skip

    @rule(project=_PROJECTS, board=_BOARDS, to=st.sampled_from(["KS", "SN", "BUN"]), ore=_ORE, council=_COUNCIL)
    def reassign(self, project: str, board: str, to: str, ore: int, council: bool) -> None:
        """A claim moved to another board."""
        self._attempt(
            self.model.reassign(project, board, to, ore, self.now, council=council),
            lambda: self.book.reassign(
                project, board, to, from_ore(ore), reason="Omorganisation", decision=self._kf(council=council)
            ),
        )

    @rule(project=_PROJECTS, board=_BOARDS, ore=st.just(0) | _ORE, ahead=st.integers(0, 4), council=_COUNCIL)
    def revise(self, project: str, board: str, ore: int, ahead: int, council: bool) -> None:
        """A plan revised, up or down, or to nothing."""
        year = self.now + ahead
        plan: dict[str, dict[int, Any]] = {board: {year: from_ore(ore)} if ore else {}}
        self._attempt(
            self.model.revise(project, board, year, ore, self.now, council=council),
            lambda: self.book.revise_plan(project, plan, reason="Ny bedömning", decision=self._kf(council=council)),
        )

    @rule(project=_PROJECTS, ahead=st.integers(0, 1), effect=st.none() | st.integers(0, 5))
    def settle(self, project: str, ahead: int, effect: int | None) -> None:
        """The final settlement: the first, or a second; with an ``effect`` after closing and measuring."""
        year = self.now + ahead
        if effect is not None and self.model.is_live(project):
            self.release_or_close(project, None)
            for board in self.model.boards(project):
                self.measure(project, board, effect * _MKR, 0)
        asked = self.model.asked(project)
        before = self._repaid_by(project)
        accepted = self.model.settle(project, year, self.now)
        self._attempt(accepted, lambda: self.book.settle(project, frame_year=year, decision=self._kf()))
        if accepted:
            self._floors_make_no_gain(project, asked, before)

    def _repaid_by(self, project: str) -> dict[str, int]:
        live = self.model.is_live(project)
        return {board: claim.repaid for board, claim in self.book.project(project).claims} if live else {}

    def _floors_make_no_gain(self, project: str, asked: dict[str, int], before: dict[str, int]) -> None:
        """R37: what floors add to what is asked without them stays within what the project used."""
        if self.model.policy_of(project).loss_bearer in ("implementing_unit", "benefiting_units"):
            return  # there a settlement charges the loss, which is no floor
        after, used = self._repaid_by(project), self.book.project(project).used_ore
        added = sum(max(0, after[board] - max(before[board], asked[board])) for board in asked)
        assert added <= max(0, used - sum(asked.values())), "R37: the fund gains from a floor"

    @rule(index=st.integers(0, 1), council=_COUNCIL)
    def renew(self, index: int, council: bool) -> None:
        """The earmark renewed by what has been repaid, as far as last year's result has room."""
        subfund, year = self._subfund(index), self.now - 1
        accepted = self.model.renew(subfund, year, self.now, council=council)
        self._attempt(
            accepted,
            lambda: self.book.renew("social", result_year=year, subfund=subfund, decision=self._kf(council=council)),
        )

    @rule(data=st.data(), later=st.booleans())
    def correct(self, data: st.DataObject, later: bool) -> None:
        """A correction of any movement but a result's."""
        moves = [
            seq
            for seq, move in enumerate(self.model.records, 1)
            if move and move.kind not in ("equity_opened", "result_recorded", "result_carried")
        ]
        if not moves:
            return
        seq = data.draw(st.sampled_from(moves))
        year = self.now if later else None
        self.correcting = True
        self._attempt(
            self.model.take_back(seq, year),
            lambda: self.book.correct(seq, year=year, reason="Fel", decision=self._kf()),
        )
        self.correcting = False

    # Invariants, by their number in the plan of the house and among I1–I20

    @invariant()
    def agrees_with_the_model(self) -> None:
        """Balances, number of records, and every project's sums."""
        assert self._observed() == self.model.balances()
        assert self.book.head.seq == len(self.model.records)
        for subfund, available, _ in self.book.fund("social").subfunds:
            if self.policy.legal_form != "operating_frame":
                assert available == self.model.available(subfund)
        for name in self.model.projects:
            if not self.model.is_live(name):
                continue
            project = self.book.project(name)
            assert project.granted_ore - project.used_ore - project.released_ore == self.model.left(name)
            for board, claim in project.claims:
                assert (claim.repaid, claim.waived, claim.borne) == self.model.paid(name, board)
                assert claim.original == self.model.original(name, board)
                assert (claim.open, claim.planned) == (self.model.owed(name, board), self.model.planned(name, board))

    @invariant()
    def the_journal_ties_to_funds_projects_and_claims(self) -> None:
        """At any point; I6, invariant 6: claims equal debts per project, board and year."""
        state = self.book._state
        assert sums_that_differ(state.register, state.balances) == []
        assert [state.balances.total(name) for name in BookName] == [0, 0, 0]
        sums = {account: ore for account, ore in state.balances.as_dict().items() if account.book == "CLAIM"}
        for account, ore in sums.items():
            other = BOARD_DEBT if account.code == FUND_CLAIM else FUND_CLAIM
            assert sums[account._replace(code=other)] == -ore

    @invariant()
    def what_is_kept_is_the_sum_over_the_records(self) -> None:
        """Balances by year and kind, accounts of funds, frames, entitlements, statements; after every command."""
        assert_indexed(self.book._state)
        assert_drawn(self.book._state)

    @invariant()
    def equity_changes_through_results_alone(self) -> None:
        """I1, I7, invariant 3."""
        balances, account = self.book._state.balances, earmark(NET_ASSETS)
        assert balances.balance(account) == sum(balances.movement(account, kind) for kind in _KINDS)
        assert equity_note(balances, self.now).closing_ore == self.model.equity(self.now)

    @invariant()
    def funds_roll_forward(self) -> None:
        """I2, I3, I17, invariant 4: in every year, for each sub-fund and in all."""
        account = self.book.fund("social").account()
        for part in (account, *(each for _, each in account.subfunds)):
            for year in (*part.years, *([part.total] if part.total else [])):
                assert year.available_ore >= 0
                assert year.committed_ore >= 0
                into = year.opening_ore + year.set_aside_ore + year.renewed_ore + year.moved_ore
                assert into - year.used_ore - year.dissolved_ore + year.corrected_ore == year.closing_ore
                assert year.available_ore + year.committed_ore == year.closing_ore

    @invariant()
    def projects_keep_within_grants_and_plans(self) -> None:
        """I4, I5, I8, I9, I11–I13, invariants 5 and 6."""
        granted = released = 0
        for name in self.model.projects:
            if not self.model.is_live(name):
                continue
            project = self.book.project(name)
            granted, released = granted + project.granted_ore, released + project.released_ore
            policy = self.policy.of(project.subfund)
            assert project.used_ore + project.released_ore <= project.granted_ore
            if project.standing != "running":
                assert project.used_ore + project.released_ore == project.granted_ore
            assert bool(project.claims) == self.model.repays(name)
            for _, claim in project.claims:
                assert claim.repaid <= floor(policy.repayment_cap_share * claim.planned)
                assert claim.open == 0 or project.standing != "settled"
            floored = policy.repayment_basis == "max_floor_measured" and not self.model.projects[name].get("late")
            if project.standing == "settled" and floored:
                floors = sum(
                    max(0, ceil(policy.repayment_floor_share * claim.original) - claim.floor_waived)
                    for _, claim in project.claims
                )
                assert project.repaid_ore >= min(project.used_ore, floors)
        into = sum(self.book._state.register.deposits.get("social", {}).values())
        into += self.model.of("opened") + sum(
            before.get("granted", 0) - before.get("released", 0) for before in map(self.model.taken_over, self._live())
        )
        assert granted - released <= into

    @invariant()
    def disclosures_sum_to_the_change(self) -> None:
        """Invariant 7: set aside and renewed as minus, used as plus, are −(change + dissolved)."""
        total = self.book.fund("social").account().total
        if total is not None:
            disclosed = total.used_ore - total.set_aside_ore - total.renewed_ore
            assert disclosed - total.corrected_ore == -(total.closing_ore - total.opening_ore + total.dissolved_ore)

    @invariant()
    def one_result_is_spent_once(self) -> None:
        """R9, R40: by the result's year and by source, whatever the year of the booking; and no other year is warned
        for. An earlier deficit that the result restores is told, as it comes before what is set aside."""
        for year, result in self.model.results.items():
            taken = self.model.taken(year)
            assert self.book._state.register.taken_of_result(year) == taken
            assert taken <= max(0, result)
            if self.book.head.seq % 8 == 0:
                told = {found.code for found in draw_up(self.book._state, year).year(year).findings}
                spent = taken + self.model.restored(year)
                assert ("RESULT_SPENT_TWICE" in told) is (bool(taken) and spent > max(0, result)), year

    @invariant()
    def replaying_gives_the_same(self) -> None:
        """Every fold of the records is the same, and so are their postings; now and then, as it takes long."""
        if self.book.head.seq % 8:
            return
        fold = BookState()
        for record in self.book.records():
            draft = record.event.draft()
            assert (draft.postings if draft else None) == (record.entry.postings if record.entry else None)
            fold.evolve(record)
        assert fold.balances.as_dict() == self.book._state.balances.as_dict()
        assert fold.register.claims == self.book._state.register.claims
        assert fold.register.pots == self.book._state.register.pots
        assert fold.register.projects == self.book._state.register.projects
        together = BookState()
        assert together.evolve_checked(self.book.records()) == []
        for one, other in ((fold.register, together.register), (fold.stated, together.stated)):
            assert sums_of(one) == sums_of(other)
        assert fold.balances.as_dict() == together.balances.as_dict()
        assert [*fold.balances.accounts()] == [*together.balances.accounts()]
        assert (fold.journal.head, fold.journal.corrections) == (together.journal.head, together.journal.corrections)
