"""Using an earmark (ianspråktagande, P4, P4b; rulings R14, R15; EM-4): of a project's grant, or directly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Final

from sifund_ledger.authority import authority_faults
from sifund_ledger.fields.annotated import Day, Decided, Positive, Reason, Year
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import YEAR
from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import year_close
from sifund_ledger.funds.fund.fields import FundName, Subfund
from sifund_ledger.funds.fund.rules import FundsState, policy_of
from sifund_ledger.funds.policy.choices import LegalForm
from sifund_ledger.funds.project import findings as codes
from sifund_ledger.funds.project.fields import ProjectName
from sifund_ledger.funds.project.rules import above_room, project_running, under_grant, within_grant, year_begun
from sifund_ledger.funds.state.fund_events import USES, Used, UsedDirectly, UsedDirectlyLater
from sifund_ledger.funds.state.postings import committed
from sifund_ledger.funds.state.project import ProjectState
from sifund_ledger.funds.state.register import fund_faults
from sifund_ledger.funds.state.use_events import (
    UsedLater,
    UsedOfFrame,
    UsedOfFrameLater,
    UsedOfReserve,
    UsedOfReserveLater,
)
from sifund_ledger.funds.tables.account import fund_movement
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.commands import Command, FaultyField, in_open_year
from sifund_ledger.ledger.findings import USE_OF_OPEN_YEAR


def used_in(balances: Balances, fund: str, year: int) -> int:
    """What a fund's earmark has been used for in a year, in öre, positive."""
    return -fund_movement(balances, fund, USES, year=year)


def used_of(state: FundsState, project: ProjectState, year: int, *, later: bool = False) -> int:
    """What a project has used in a year, in öre: from the journal where the earmark moves, a correction in its year;
    with what ``later`` years have corrected of it, or without."""
    if state.register.is_earmark(project.fund) and not later:
        account = committed(project.fund, project.subfund, project.name)
        return state.balances.movement(account, Used.kind, year=year)
    return state.register.used_in(project.name, year)


def _council_uses_directly(command: Use, state: FundsState) -> Iterable[Finding]:
    """A use of a grant follows from the grant or the closing; a direct use is the council's (R27)."""
    return authority_faults(command.decision, "use_directly", fund=command.fund) if command.project is None else ()


def _fund_known(command: Use, state: FundsState) -> Iterable[Finding]:
    return fund_faults(state.register, command.fund, command.subfund if command.project is None else None)


def _direct_use_allowed(command: Use, state: FundsState) -> Iterator[Finding]:
    if command.project is not None:
        return
    fund, policy = command.fund, policy_of(command, state)
    if not state.register.is_earmark(fund):
        yield codes.DIRECT_USE_OF_EARMARK_ALONE.at(fund, fund=fund)
    if not policy.use_without_project:
        yield codes.USE_NEEDS_PROJECT.at(fund, policy=policy.name)
    yield from above_room(state, fund, command.subfund, command.amount)


def _granted(command: Use, state: FundsState) -> ProjectState | None:
    """The project that has its grant of the fund, or ``None`` for a direct use."""
    if command.project is None:
        return None
    project = state.register.project(command.project)
    if project is None or project.fund != command.fund:
        raise FaultyField("project")
    return project


def _granted_something(command: Use, state: FundsState) -> Iterator[Finding]:
    name, fund = command.project, command.fund
    project = state.register.project(name) if name is not None else None
    if name is not None and fund in state.register.policies and (project is None or project.fund != fund):
        yield codes.PROJECT_UNKNOWN.at(name, fund=fund, project=name)


def _of_grant(command: Use, state: FundsState) -> Iterator[Finding]:
    """The project runs, was granted something by then, has so much left, and is decided on under the grant."""
    project = _granted(command, state)
    if project is None:
        return
    yield from project_running(command, state)
    if command.cost_year < project.first_year:
        values: dict[str, Any] = {"project": project.name, "year": command.cost_year, "granted": project.first_year}
        yield codes.USE_BEFORE_GRANT.at(project.name, **values)
    yield from within_grant(command, state)
    yield from under_grant(command, state)


def cost_of(command: Use, state: FundsState) -> int | None:
    """The net cost given, else that reported of the project; of a direct use the amount itself; öre."""
    if command.net_cost is not None or command.project is None:
        return command.amount if command.net_cost is None else command.net_cost
    report = state.register.costs.get((command.project, command.cost_year))
    return report.net_ore if report else None


def _at_most_net_cost(command: Use, state: FundsState) -> Iterator[Finding]:
    """What the year has used is at most its net cost, which is known (R15)."""
    project, cost = _granted(command, state), cost_of(command, state)
    place = project.name if project else command.fund
    if cost is None:
        yield codes.NET_COST_MISSING.at(place, project=place)
        return
    year = command.cost_year
    used = command.amount + (used_of(state, project, year, later=command.of_year is not None) if project else 0)
    if used > cost:
        yield codes.USE_ABOVE_NET_COST.at(f"{place} {year}", year=year, amount=used, cost=cost)


def _as_reported(command: Use, state: FundsState) -> Iterator[Finding]:
    """A net cost that is stated is not above what is reported of the project's year."""
    report = state.register.costs.get((command.project or "", command.cost_year))
    if report is not None and command.net_cost is not None and command.net_cost > report.net_ore:
        name, year = report.project, command.cost_year
        yield codes.NET_COST_DIFFERS.at(
            f"{name} {year}", project=name, year=year, stated=command.net_cost, reported=report.net_ore
        )


def _day_within(event: Used | UsedDirectly) -> date | None:
    """The day of a use; none where it is the decision's, after the year, as uses were dated once."""
    return event.event_date if event.event_date.year == event.year else None


def _day_in_year(command: Use, state: FundsState) -> Iterator[Finding]:
    if command.day is not None and command.day.year != command.year:
        yield codes.USE_OUTSIDE_YEAR.at(command.project or command.fund, day=command.day, year=command.year)


def _of_closed_year(command: Use, state: FundsState) -> Iterator[Finding]:
    """What is said to belong to an earlier year than the one it is booked in belongs to a closed one (R43)."""
    of_year, year = command.of_year, command.year
    if of_year is not None and (of_year >= year or not any(state.closed(of_year))):
        yield USE_OF_OPEN_YEAR.at(command.project or command.fund, of_year=of_year, year=year)


def _reserve_has_reason(command: Use, state: FundsState) -> Iterator[Finding]:
    project, policy = command.project, state.register.policies.get(command.fund)
    of_reserve = policy is not None and policy.legal_form is LegalForm.RESULT_RESERVE
    if project is not None and of_reserve and not command.reason.strip():
        yield codes.RESERVE_REASON_MISSING.at(project, project=project)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use(Command, sv="ianspråkta", cli="project use"):
    """Use an earmark (ianspråkta, P4) in a year, at most the project's net cost (R15).

    What belongs to the cost of a closed year, ``of_year``, is booked in ``year`` as a correction of it (R43).
    """

    kinds: ClassVar = (Used.kind, UsedOfFrame.kind, UsedOfReserve.kind, UsedDirectly.kind)
    stored: ClassVar = {"day": lambda record: _day_within(record.event)}
    rules: ClassVar = (
        _council_uses_directly, _fund_known, _direct_use_allowed, _granted_something, _of_grant, _at_most_net_cost,
        _as_reported, _reserve_has_reason, _day_in_year, _of_closed_year, in_open_year, year_begun,
    )  # fmt: skip
    fund: FundName
    amount: Positive
    year: Year
    decision: Decided
    project: ProjectName | None = None
    net_cost: Annotated[
        Positive | None,
        Said("nettokostnad", "Årets kostnad efter bidrag; annars den rapporterade.",
             "The year's cost net of contributions; else that reported."),
    ] = None  # fmt: skip
    subfund: Subfund = ""
    reason: Reason = ""
    day: Annotated[
        Day | None, Said("dag", "Verifikationens dag; annars årets sista.", "Its day; else the year's last.")
    ] = None
    of_year: Annotated[
        int | None, YEAR,
        Said("för_år", "Det stängda år vars kostnad det hör till; bokförs som rättelse av tidigare år.",
             "The closed year whose cost it belongs to; booked as a correction of earlier years."),
    ] = None  # fmt: skip

    @property
    def cost_year(self) -> int:
        """The year whose cost it belongs to."""
        return self.year if self.of_year is None else self.of_year

    def event_type(self, state: FundsState) -> type[Used | UsedDirectly]:
        """A use by the fund's legal form, of a grant or directly; of the year that it is booked in or a closed one."""
        form = None if _granted(self, state) is None else state.register.policies[self.fund].legal_form
        in_year, later = _EVENTS[form]
        return in_year if self.of_year is None else later

    def values(self, state: FundsState) -> dict[str, Any]:
        """The sub-fund of the project, and the net cost."""
        project, cost = _granted(self, state), cost_of(self, state)
        if any(_of_closed_year(self, state)):
            raise FaultyField("of_year")
        return {
            "subfund": project.subfund if project else self.subfund,
            "net_cost_ore": self.amount if cost is None else cost,
            "event_date": self.day or year_close(self.year),  # a closing entry, whenever it is decided (R48)
        }


_EVENTS: Final[dict[LegalForm | None, tuple[type[Used | UsedDirectly], type[Used | UsedDirectly]]]] = {
    None: (UsedDirectly, UsedDirectlyLater),
    LegalForm.EARMARKED_EQUITY: (Used, UsedLater),
    LegalForm.OPERATING_FRAME: (UsedOfFrame, UsedOfFrameLater),
    LegalForm.RESULT_RESERVE: (UsedOfReserve, UsedOfReserveLater),
}
"""What is recorded of a grant in a fund of each legal form, or directly: of the year itself, or of a closed one."""

COMMANDS: tuple[type[Command], ...] = (Use,)
