"""A state machine over the programme's commands together with the funds' own, and a fund of 60 projects over ten years.

Whatever is stated, nothing is posted by it, every table prints in both languages and follows the funds' records, and
an audit decides every command again.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from models.corrections import sums_of
from models.programme_model import ProgrammeModel
from programme_books import fund_book, kf, msek, rows

from sifund_ledger import Book, Refused, presets, sek
from sifund_ledger.audit import audit
from sifund_ledger.programme.choices import GoalLevel, Level, ParticipantKind, Stage
from sifund_ledger.programme.presets import PROGRAMMES
from sifund_ledger.programme.tables.pages import all_tables
from sifund_ledger.year_end.book_state import BookState

OREBRO = presets.orebro_strict.choose(presentation="strict")
ON = date(2020, 12, 31)
PROJECTS = st.sampled_from(["Navigator", "Bryggan", "Tidigt"])
DAYS = st.integers(0, 1500).map(lambda days: date(2014, 1, 1) + timedelta(days))
ACTORS = st.sampled_from(["rektor", "ekonomichef", "KF", "controllern"])
GOALS = st.sampled_from(["Färre utanför", "Skolan", "Närvaro"])
FLAGS = st.none() | st.booleans()


def assert_follows_the_funds(book: Book) -> None:
    """What the register of projects says of money is what the funds' records say."""
    for row in rows(book.programme.register()):
        name = row["project"]
        if name in book.projects:
            project = book.project(name)
            shown = (row["granted"], row["used"], row["repaid"])
            assert shown == (project.granted_ore, project.used_ore, project.repaid_ore)
        else:
            assert row["granted"] is None


def assert_printed(book: Book) -> None:
    """Every table in both languages, and of every project."""
    for language in ("sv", "en"):
        tables = [*all_tables(book.programme, ON, language)]
        tables += [book.programme.eligibility(name, language=language) for name in book.programme.projects]
        tables += [book.programme.effects(name, language=language) for name in book.programme.projects]
        assert all(table.text() and table.records() is not None for table in tables)


def assert_decided_again(book: Book) -> None:
    """An audit decides each command again, and finds what was recorded."""
    found = {each.finding.code for each in audit(book.store).findings}
    assert not found & {"COMMAND_DIFFERS", "COMMAND_REFUSED", "FOLD_DIFFERS", "RULE_REFUSES"}


class ProgrammeMachine(RuleBasedStateMachine):
    """Commands of the programme and of the funds, drawn, each held against a model: what is refused changes nothing,
    and is refused for what the model says, or by a rule of eligibility.

    A batch that is refused in its middle leaves no fact; facts and records of funds are corrected.
    """

    @initialize(programme=st.sampled_from([*PROGRAMMES]))
    def begin(self, programme: str) -> None:
        self.book = fund_book(policy=OREBRO, programme=programme)
        self.model = ProgrammeModel()

    def _state(self, expected: set[str], do: Any, kind: str, **fact: Any) -> None:
        """A fact, which posts nothing; ``expected`` are the codes that it is to be refused with."""
        before, head = self.book.balances, self.book.head
        try:
            do()
        except Refused as refused:
            found = {each.code for each in refused.findings}
            assert found - {"RULE_REFUSES"} == expected, (kind, fact)
            assert self.book.head == head
        else:
            assert not expected, (kind, fact)
            self.model.facts[self.book.head.seq] = (kind, fact)
        assert self.book.balances == before

    def _move(self, do: Any) -> None:
        """A command of the funds', which their own machine predicts."""
        head, codes = self.book.head, set[str]()
        try:
            do()
        except Refused as refused:
            codes = {each.code for each in refused.findings}
            assert self.book.head == head
        assert "OUTSIDE_ACTOR" not in codes or any(map(self.model.is_outside, ("Skola", "Social")))
        self.model.granted = {*self.book.projects}

    @rule(project=PROJECTS, stage=st.sampled_from(Stage), day=DAYS, by=ACTORS, level=st.sampled_from(Level),
          reason=st.sampled_from(["", "Går inte att räkna på"]),
          decided=st.booleans())  # fmt: skip
    def reach_stage(
        self, project: str, stage: Stage, day: date, by: str, level: Level, reason: str, decided: bool
    ) -> None:
        decision = kf(day.year) if decided and stage in (Stage.GRANTED, Stage.REJECTED) else None
        about = {"day": day, "by": by, "level": level, "reason": reason, "decision": decision}
        self._state(
            self.model.stage(project, stage.value, day, reason, decided=decision is not None),
            lambda: self.book.reach_stage(project, stage, **about),
            "stage", project=project, stage=stage.value, day=day,
        )  # fmt: skip

    @rule(project=PROJECTS, sought=st.none() | st.integers(0, 5), effect=st.none() | st.integers(0, 5), day=DAYS,
          reinforcement=FLAGS, calculable=FLAGS, small=FLAGS, plan=st.sampled_from(["", "Övertas av Skola"]),
          start=st.none() | DAYS, months=st.integers(1, 50))  # fmt: skip
    def declare(self, project: str, sought: Any, effect: Any, day: date, plan: str, start: Any, months: int,
                **flags: Any) -> None:  # fmt: skip
        end = start + timedelta(30 * months) if start else None
        self._state(
            set(),
            lambda: self.book.declare_application(
                project, day=day, fund="social", sought=sought, effect=effect, exit_plan=plan, start=start, end=end,
                **flags,
            ),
            "declared", project=project,
        )  # fmt: skip

    @rule(project=PROJECTS, who=st.sampled_from(["Skola", "Social", "Rädda Barnen"]), day=DAYS,
          kind=st.sampled_from(["board", *ParticipantKind]), operation=st.sampled_from(["", "Elevhälsan"]))  # fmt: skip
    def join(self, project: str, who: str, kind: str, operation: str, day: date) -> None:
        self._state(
            self.model.join(project, who, str(kind)),
            lambda: self.book.join_project(project, who, as_what=kind, operation=operation, day=day),
            "joined", project=project, who=who, as_what=str(kind), operation=operation,
        )  # fmt: skip

    @rule(project=PROJECTS, amount=st.integers(1, 9), year=st.integers(2014, 2018), day=DAYS)
    def estimate(self, project: str, amount: int, year: int, day: date) -> None:
        self._state(
            set(),
            lambda: self.book.estimate_cost("social", project, msek(str(amount)), year=year, day=day),
            "estimate", project=project, year=year, ore=amount * 100_000_000,
        )  # fmt: skip

    @rule(goal=GOALS, parent=st.just("") | GOALS, level=st.sampled_from(GoalLevel), day=DAYS)
    def state_goal(self, goal: str, parent: str, level: GoalLevel, day: date) -> None:
        about = {"day": day, "first_year": 2014, "last_year": 2018}
        self._state(
            self.model.state_goal(goal, parent, level.value),
            lambda: self.book.state_goal(goal, level=level, parent=parent, **about),
            "goal", goal=goal, parent=parent, level=level.value,
        )  # fmt: skip

    @rule(goal=GOALS, project=PROJECTS, day=DAYS, due=DAYS, reached=st.none() | DAYS)
    def link(self, goal: str, project: str, day: date, due: date, reached: date | None) -> None:
        no_goal = set() if goal in self.model.goals() else {"GOAL_UNKNOWN"}
        self._state(
            self.model.knows(project) | no_goal, lambda: self.book.link_goal(goal, project, day=day),
            "link", goal=goal, project=project,
        )  # fmt: skip
        self._state(
            {"PROJECT_NOT_KNOWN"} if no_goal else set(),
            lambda: self.book.set_milestone(goal, "Halvtid", due=due, reached=reached),
            "milestone", about=goal, due=due, reached=reached,
        )  # fmt: skip

    @rule(project=PROJECTS, share=st.sampled_from(["0", "0.6", "1"]), day=DAYS,
          status=st.sampled_from(["implemented", "partly", "phased_out"]))  # fmt: skip
    def implement(self, project: str, share: str, status: str, day: date) -> None:
        about = {"board": "Skola", "yearly": 250, "phased_out_cost": 90, "from_year": 2018, "decision": kf(day.year)}
        expected = self.model.knows(project) | ({"OUTSIDE_ACTOR"} if self.model.is_outside("Skola") else set())
        if {"implemented": "1", "partly": "0.6", "phased_out": "0"}[status] != share:
            expected.add("STATUS_CONTRADICTS")
        self._state(
            expected,
            lambda: self.book.implement_project(project, status=status, share=share, day=day, **about),
            "implemented", project=project,
        )  # fmt: skip

    @rule(project=PROJECTS, by=ACTORS, day=DAYS, ore=st.integers(-5, 5))
    def calculate(self, project: str, by: str, day: date, ore: int) -> None:
        lines = [(2017, "Social", "avoided", "short", ore), (2030, "Regionen", "income", "long", 1)]
        self._state(
            self.model.knows(project), lambda: self.book.calculate_effect(project, lines, by=by, day=day),
            "calculated", project=project,
        )  # fmt: skip

    @rule(project=PROJECTS, by=ACTORS, day=DAYS, saved=st.integers(0, 12), met=st.booleans())
    def contract(self, project: str, by: str, day: date, saved: int, met: bool) -> None:
        terms = {"capital": 8, "guarantee": "0.4", "of_saving": "0.6", "cap": "0.2", "decision": kf(day.year)}
        self._state(
            self.model.knows(project), lambda: self.book.sign_contract(project, investor="KF", day=day, **terms),
            "signed", project=project,
        )  # fmt: skip
        signed = any(True for _ in self.model.of("signed", project=project))
        self._state(
            set() if signed else {"CONTRACT_UNKNOWN"},
            lambda: self.book.assess_outcome(project, saved=saved, met=met, by=by, day=day),
            "assessed", project=project,
        )  # fmt: skip

    @rule(project=PROJECTS, amount=st.integers(1, 4))
    def grant_and_use(self, project: str, amount: int) -> None:
        ore = msek(str(amount))
        self._move(
            lambda: self.book.grant(
                "social", project, ore, board="Skola", financing="ur fonden", decision=kf(2014),
                plan={"Social": {2017: ore}}, start="2014-05-01", end="2015-12-31",
                participants=[("Skola", "Elevhälsan")],
            )
        )  # fmt: skip
        about = {"year": 2014, "project": project, "net_cost": ore, "decision": kf(2015)}
        self._move(lambda: self.book.use("social", ore, **about))

    @rule(project=PROJECTS, saved=st.integers(0, 4))
    def close_measure_and_repay(self, project: str, saved: int) -> None:
        self._move(lambda: self.book.close_project(project, year=2015, decision=kf(2016)))
        measured = {"effect_year": 2016, "decision": kf(2017)}
        self._move(lambda: self.book.measure(project, "Social", msek(str(saved)), **measured))
        repaid = {"effect_year": 2016, "frame_year": 2017, "decision": kf(2017)}
        self._move(lambda: self.book.repay(project, "Social", **repaid))
        back = {"financing": "ur fonden", "reason": "mindre effekt", "decision": kf(2018)}
        self._move(lambda: self.book.return_repayment(project, "Social", **back))

    @rule(project=PROJECTS, day=DAYS)
    def refused_in_its_middle(self, project: str, day: date) -> None:
        """Facts before what is refused in a batch are not stated either."""
        head, pages = self.book.head, self._pages()

        def batch() -> None:
            with self.book.batch():
                self.book.declare_application(project, day=day, fund="social", sought=1, small=True)
                self.book.join_project(project, "Kyrkan", as_what="civil_society", day=day)
                self.book.link_goal("Det målet finns inte", project, day=day)

        with pytest.raises(Refused, match="GOAL_UNKNOWN"):
            batch()
        assert (self.book.head, self._pages()) == (head, pages)

    def _pages(self) -> list[Any]:
        return [rows(table) for table in all_tables(self.book.programme, ON, "sv")]

    @rule(data=st.data(), of_funds=st.booleans())
    def correct(self, data: st.DataObject, of_funds: bool) -> None:
        """A fact, always once; or a record of the funds', where nothing rests on it."""
        if not of_funds and self.model.facts:
            seq = data.draw(st.sampled_from([*self.model.facts]))
            self.book.correct(seq, reason="fel uppgift", decision=kf(2020))
            del self.model.facts[seq]
            with pytest.raises(Refused):
                self.book.correct(seq, reason="en gång till", decision=kf(2020))
        kinds = ("granted", "used", "repaid", "repayment_returned")
        moved = [each.seq for each in self.book.records() if each.event.kind in kinds]
        if of_funds and moved:
            seq = data.draw(st.sampled_from(moved))
            self._move(lambda: self.book.correct(seq, reason="fel belopp", decision=kf(2020)))

    @invariant()
    def claims_are_what_became_of_them(self) -> None:
        for name in self.book.projects:
            for _, claim in self.book.project(name).claims:
                assert claim.planned == claim.repaid + claim.waived + claim.borne + claim.open

    @invariant()
    def the_register_follows_the_funds(self) -> None:
        assert_follows_the_funds(self.book)

    @invariant()
    def tables_are_what_was_stated(self) -> None:
        """Stages by day, estimates, who takes part, goals and orphans, days to be kept: as the model has them."""
        pages, model = self.book.programme, self.model
        columns = ("idea", "prepared", "applied", "decided")
        table = {row["project"]: tuple(row[name] for name in columns) for row in rows(pages.pipeline())}
        assert table == {
            name: tuple(day and day.isoformat() for day in days) for name, days in model.pipeline().items()
        }
        shown = {(r["project"], r["year"]): (r["first"], r["last"], r["changes"]) for r in rows(pages.estimates()[0])}
        assert shown == model.estimates()
        taking = {(row["project"], row["participant"], row["unit"]) for row in rows(pages.participation()[0])}
        assert taking == model.participation()
        goals = {row["goal"]: bool(row["remark"]) for row in rows(pages.goals())}
        assert goals == {name: name in model.orphans() for name in model.goals()}
        calendar = {row["about"]: (row["due"], row["reached"]) for row in rows(pages.calendar(on=ON))}
        kept = {about: (due.isoformat(), at and at.isoformat()) for about, (due, at) in model.calendar().items()}
        assert calendar == kept

    def teardown(self) -> None:
        if hasattr(self, "book"):
            assert_printed(self.book)
            assert_decided_again(self.book)
            again = BookState()
            for record in self.book.records():
                again.evolve(record)
            assert sums_of(again.programme) == sums_of(self.book._state.programme)


TestProgramme = ProgrammeMachine.TestCase
TestProgramme.settings = settings(max_examples=8, stateful_step_count=30, deadline=None)
TestProgrammeLong = pytest.mark.slow(type("TestProgrammeLong", (ProgrammeMachine.TestCase,), {}))
TestProgrammeLong.settings = settings(max_examples=60, stateful_step_count=50, deadline=None)


def test_sixty_projects_over_ten_years():
    """Sixty projects, six a year, each from idea to implementation: every table, nothing against the fund's account."""
    book, chance = fund_book(policy=OREBRO, amount="100", programme="orebro", year=2010), Random(16)
    book.state_goal("Färre utanför", level="strategic", day="2010-01-02", first_year=2010, last_year=2022)
    for number in range(60):
        _whole_life(book, f"Projekt {number:02}", 2010 + number // 6, chance)
    assert_follows_the_funds(book)
    assert_printed(book)
    register = rows(book.programme.register())
    account = book.fund("social").account().total
    assert account is not None
    assert len(register) == 60
    assert sum(row["used"] or 0 for row in register) == account.used_ore
    assert sum(row["repaid"] or 0 for row in register) == sum(
        claim.repaid for name in book.projects for _, claim in book.project(name).claims
    )
    granted = {row["project"] for row in rows(book.programme.pipeline(language="en")) if row["outcome"] == "granted"}
    assert granted == {*book.projects}
    net = sum(row["net"] or 0 for row in rows(book.programme.implementation(on=ON)))
    assert net == sum(
        event.ore - event.phased_out_ore
        for event, _ in book._state.programme.all_of(type(book._state.programme.facts[_an_implementation(book)].event))
    )
    assert_decided_again(book)


def _an_implementation(book: Book) -> int:
    facts = book._state.programme.facts.items()
    return next(seq for seq, fact in facts if fact.event.kind == "implementation_decided")


def _whole_life(book: Book, name: str, year: int, chance: Random) -> None:
    """From an idea to what became of it; every fifth is rejected."""
    front = chance.choice(["front_line", "administration"])
    book.reach_stage(name, "idea", day=date(year, 1, 11), by="kurator", level=front)
    book.declare_application(
        name, day=date(year, 1, 20), fund="social", sought=msek("1"), effect=msek("1"), calculable=True,
        reinforcement=False, steering=chance.choice(["strategic", "operative"]),
    )  # fmt: skip
    for board in ("Skola", "Social"):
        book.join_project(name, board, day=date(year, 1, 21))
    book.reach_stage(name, "prepared", day=date(year, 2, 1), by="ekonomichef")
    book.reach_stage(name, "applied", day=date(year, 3, 1), by="rektor")
    if int(name[-2:]) % 5 == 4:
        book.reach_stage(name, "rejected", day=date(year, 4, 22), by="KF", reason="Räcker inte", decision=kf(year))
        return
    book.reach_stage(name, "granted", day=date(year, 4, 22), by="KF", level="council", decision=kf(year))
    book.grant(
        "social", name, msek("1"), board="Skola", financing="ur fonden", decision=kf(year),
        plan={"Social": {year + 2: msek("1")}}, start=date(year, 5, 1), end=date(year + 1, 12, 31),
    )  # fmt: skip
    book.link_goal("Färre utanför", name, day=date(year, 5, 1))
    book.estimate_cost("social", name, msek("0.9"), year=year, day=date(year, 5, 2))
    saved = chance.choice(["0", "0.2", "1", "1.5"])
    book.calculate_effect(name, [(year + 2, "Social", "avoided", "short", sek("1000000"))], by="controllern",
                          day=date(year, 5, 3))  # fmt: skip
    book.report_cost("social", name, msek("0.9"), year=year, decision=kf(year + 1))
    book.use("social", msek("0.9"), year=year, project=name, decision=kf(year + 1))
    book.close_project(name, year=year + 1, decision=kf(year + 1))
    book.measure(name, "Social", msek(saved), effect_year=year + 2, decision=kf(year + 2))
    book.settle(name, frame_year=year + 2, decision=kf(year + 2))
    if chance.random() < 0.7:
        book.implement_project(
            name, board="Skola", status="partly", share="60 %", yearly=msek("0.5"), phased_out_cost=msek("0.1"),
            from_year=year + 3, day=date(year + 2, 11, 1), decision=kf(year + 2),
        )  # fmt: skip
