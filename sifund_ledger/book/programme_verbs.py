"""What a book records of the programme around the money (programmet): facts, which move nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from sifund_ledger.book.command import BookWriter, does
from sifund_ledger.decisions import Decision
from sifund_ledger.money import Amount
from sifund_ledger.programme.presets import ProgrammePreset
from sifund_ledger.programme.tables.pages import ProgrammePages


class ProgrammeVerbs(BookWriter):
    """The commands of the programme; :attr:`programme` has its tables."""

    @property
    def programme(self) -> ProgrammePages:
        """The tables of the programme as it stands: pipeline, roles, rules, estimates, goals, implementation."""
        return ProgrammePages(self._situation)

    @does
    def adopt_programme(
        self, fund: str, *, programme: str | ProgrammePreset | Sequence[Mapping[str, Any]], valid_from: date,
        decision: Decision | str,
    ) -> None:  # fmt: skip
        """Adopt the rules of eligibility of a fund (programregler) from a day on: those of a municipality by name,
        ``"orebro"``, or one's own, as tables with ``rule``, ``value``, ``source`` and ``refuses``."""

    @does
    def reach_stage(
        self, project: str, stage: str, *, day: date, by: str, level: str | None = None, board: str = "",
        operation: str = "", documents: Sequence[str] = (), reason: str = "", decision: Decision | str | None = None,
    ) -> None:  # fmt: skip
        """State that a project, or the idea of one, has reached a stage (skede), by whom, at what level.

        Stages are ``idea``, ``prepared``, ``applied``, ``granted``, ``rejected``, ``running``, ``closed`` and
        ``evaluated``. Without a ``level`` it is that of who decided, where it is decided, else the administration's.
        What is applied for is held against the fund's programme; what is granted is refused where it
        breaches a rule that says so. One hand with two roles that should be apart is a warning.
        """

    @does
    def join_project(
        self, project: str, participant: str, *, day: date, as_what: str = "board", operation: str = "",
        decision: Decision | str | None = None,
    ) -> None:  # fmt: skip
        """State that a board, a unit of one, or another actor takes part in a project (deltagare), from a day on."""

    @does
    def declare_application(
        self, project: str, *, day: date, fund: str = "", sought: Amount | None = None, effort: Amount | None = None,
        co_financing: Amount | None = None, effect: Amount | None = None, start: date | None = None,
        end: date | None = None, first_effect: int | None = None, effect_until: int | None = None,
        ages: Sequence[int] = (), reinforcement: bool | None = None, is_new: bool | None = None,
        calculable: bool | None = None, measurable: bool | None = None, small: bool | None = None, exit_plan: str = "",
        endorsed_by: str = "", steering: str | None = None, decision: Decision | str | None = None,
    ) -> None:  # fmt: skip
        """Declare the facts of an application (ansökan); what is left out stays as it was declared before.

        The declaration decides, never words in a text: ``reinforcement`` says whether it is a general reinforcement.
        """

    @does
    def estimate_cost(
        self, fund: str, project: str, amount: Amount, *, year: int, day: date, reason: str = "",
        decision: Decision | str | None = None,
    ) -> None:  # fmt: skip
        """State what a project is expected to cost in a year (beräknad årskostnad; S12); every estimate is kept, and
        one above what the fund has for it is warned of."""

    @does
    def implement_project(
        self, project: str, *, board: str, status: str, share: Fraction | int | str, yearly: Amount, from_year: int,
        day: date, decision: Decision | str, phased_out: str = "", phased_out_cost: Amount = 0,
        funding: str = "appropriation",
    ) -> None:  # fmt: skip
        """State what becomes of a project in ordinary operations (implementering; S26): what share of its yearly cost
        is made permanent, what is phased out for it, and whether it is funded by ``need`` or ``appropriation``."""

    @does
    def state_goal(
        self, goal: str, *, level: str, day: date, first_year: int, last_year: int, parent: str = "",
        indicator: str = "", owner: str = "", decision: Decision | str | None = None,
    ) -> None:  # fmt: skip
        """Set a goal (mål) at a level, ``strategic``, ``tactical`` or ``operative``, under one of a higher level."""

    @does
    def link_goal(
        self, goal: str, project: str, *, day: date, indicator: str = "", decision: Decision | str | None = None
    ) -> None:
        """State that a project contributes to a goal (koppling till mål), as an indicator shows."""

    @does
    def set_milestone(
        self, about: str, milestone: str, *, due: date, what: str = "milestone", reached: date | None = None,
        decision: Decision | str | None = None,
    ) -> None:  # fmt: skip
        """State a day to be kept of a project or a goal: a milestone, an ``evaluation``, a ``report``; and when it was
        reached."""

    @does
    def calculate_effect(
        self, project: str, lines: Sequence[Any], *, by: str, day: date, decision: Decision | str | None = None
    ) -> None:
        """State a calculation of a project's effects (effektkalkyl): for each line a year, an actor, a kind of cost
        (``avoided``, ``added`` or ``income``), a term (``short`` or ``long``) and an amount."""

    @does
    def sign_contract(
        self, project: str, *, investor: str, capital: Amount, guarantee: Fraction | int | str,
        of_saving: Fraction | int | str, cap: Fraction | int | str, day: date, decision: Decision | str,
        of_excess: Fraction | int | str = Fraction(0), condition: str = "", assessor: str = "",
    ) -> None:  # fmt: skip
        """State the terms of an outcome contract about a project (utfallskontrakt; S23): an investor's capital, the
        share paid in any case, that of what is saved up to the capital, and of what is saved beyond it where a
        condition is met, within a cap. It is a loan and a liability in the accounts, and never an earmark."""

    @does
    def assess_outcome(
        self, project: str, *, saved: Amount, by: str, day: date, met: bool = False,
        decision: Decision | str | None = None,
    ) -> None:  # fmt: skip
        """State what a contract's activity has saved in all, and whether its condition is met; what the municipality
        pays in all by the contract is kept with it."""
