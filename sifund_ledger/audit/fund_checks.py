"""What the funds, their projects and their claims show (fonderna), as the book has them now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from sifund_ledger.audit import findings as codes
from sifund_ledger.audit.audited import Audited
from sifund_ledger.audit.check import Check, Found, Tier
from sifund_ledger.audit.command_checks import COUNCIL
from sifund_ledger.citations import LKBR
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.policy.choices import LegalForm
from sifund_ledger.funds.repayment.repayment import targets
from sifund_ledger.funds.state.claim_events import Repaid
from sifund_ledger.funds.state.project import ProjectStanding, ProjectState
from sifund_ledger.funds.state.project_events import ProjectMoved
from sifund_ledger.funds.tables.account import FundYear, fund_account
from sifund_ledger.funds.tables.repayment_reports import overdue
from sifund_ledger.ledger.accounts import BOARD_DEBT, FUND_AVAILABLE, FUND_CLAIM, FUND_COMMITTED
from sifund_ledger.ledger.records import Record


def _funds(audited: Audited) -> int:
    return len(audited.state.register.policies)


def _projects(audited: Audited) -> int:
    return sum(bool(project.grants) for project in audited.state.register.projects.values())


def _settled(audited: Audited) -> int:
    return sum(1 for _ in _settled_projects(audited))


def _funds_roll_forward(audited: Audited) -> Iterator[Found]:
    """The account that a fund prints: each year opens with what the one before it closed, and adds up."""
    register, balances = audited.state.register, audited.state.balances
    for fund in register.policies:
        account = fund_account(register, balances, fund)
        for part in (account, *(each for _, each in account.subfunds)):
            for year in part.years:
                if _sum_of(year) != year.closing_ore:
                    yield _not_rolled(audited, fund, year, _sum_of(year), year.closing_ore)
            for before, year in pairwise(part.years):
                # What was taken over from before the book stands in the opening of the year that took it over.
                if year.opening_ore < before.closing_ore:
                    yield _not_rolled(audited, fund, year, before.closing_ore, year.opening_ore)


def _sum_of(year: FundYear) -> int:
    into = year.opening_ore + year.set_aside_ore + year.renewed_ore + year.moved_ore + year.corrected_ore
    return into - year.used_ore - year.dissolved_ore


def _not_rolled(audited: Audited, fund: str, year: FundYear, expected: int, closing: int) -> Found:
    """The evidence is what the year has posted on the fund's accounts."""
    values: dict[str, Any] = {"what": fund, "year": year.first_year, "expected": expected, "closing": closing}
    found = codes.ROLL_FORWARD_DIFFERS.at(f"{year.first_year}.{fund}", **values)
    return Found(found, tuple(_posted_on(audited, fund, year.first_year)))


def _posted_on(audited: Audited, fund: str, year: int) -> Iterator[int]:
    for record in audited.records:
        entry = record.entry
        if entry is not None and entry.year == year and any(line.account.fund == fund for line in entry.postings):
            yield record.seq


def _projects_roll_forward(audited: Audited) -> Iterator[Found]:
    """Independent on purpose: what the events of each project move of its grant, year by year, against the balance of
    its account at each close; so a year opens with what the one before it closed."""
    moved: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for record in audited.records:
        drafted = record.event.draft() if record.entry is not None else None
        for account, ore in drafted.postings if drafted is not None else ():
            if account.code == FUND_COMMITTED:
                moved[account.project][drafted.year if drafted is not None else 0] -= ore
    balances = audited.state.balances
    accounts = {account.project: account for account in balances.accounts(FUND_COMMITTED)}
    for project, account in accounts.items():
        by_year, expected = moved[project], 0
        for year in sorted({*by_year, *balances.years(account)}):
            expected += by_year[year]
            closing = -balances.balance(account, at=year)
            if closing != expected:
                values: dict[str, Any] = {"what": project, "year": year, "expected": expected, "closing": closing}
                seqs = tuple(record.seq for record in audited.records if _posts_otherwise(record))
                yield Found(codes.ROLL_FORWARD_DIFFERS.at(f"{year}.{project}", **values), seqs)


def _registers_as_posted(audited: Audited) -> Iterator[Found]:
    """What the events say of funds, projects and claims, against what their entries post."""
    posted: dict[tuple[str, ...], int] = defaultdict(int)
    state = audited.state
    for account, ore in (*state.balances.as_dict().items(), *state.register.reserved.as_dict().items()):
        if account.code == FUND_AVAILABLE:
            posted[account.fund, account.subfund] -= ore
        elif account.code == FUND_COMMITTED:
            posted["project", account.project, ""] -= ore
        elif account.code == FUND_CLAIM:
            posted["claim", account.project, account.board, str(account.year)] += ore
        elif account.code == BOARD_DEBT:
            posted["debt", account.project, account.board, str(account.year)] -= ore
    kept = dict(_kept(audited))
    differing = [key for key in sorted({*posted, *kept}) if kept.get(key, 0) != posted.get(key, 0)]
    unlike = tuple(record.seq for record in audited.records if _posts_otherwise(record)) if differing else ()
    for key in differing:
        what = ", ".join(part for part in key if part)
        found = codes.REGISTER_DIFFERS.at(what, what=what, events=kept.get(key, 0), entries=posted.get(key, 0))
        yield Found(found, unlike)


def _posts_otherwise(record: Record) -> bool:
    """Whether an entry posts something else than its event does: the evidence for what differs."""
    drafted = record.event.draft()
    return (drafted.postings if drafted else ()) != (record.entry.postings if record.entry else ())


def _kept(audited: Audited) -> Iterator[tuple[tuple[str, ...], int]]:
    register = audited.state.register
    frames = {fund for fund, policy in register.policies.items() if policy.legal_form is LegalForm.OPERATING_FRAME}
    for (fund, subfund), pot in register.pots.items():
        if fund not in frames:
            yield (fund, subfund), pot.available
    for project in register.projects.values():
        if project.fund not in frames:
            yield ("project", project.name, ""), project.left
    for (name, board), claim in register.claims.items():
        for year, ore in claim.open_lines:
            yield ("claim", name, board, str(year)), ore
            yield ("debt", name, board, str(year)), ore


def _settled_projects(audited: Audited) -> Iterator[ProjectState]:
    for project in audited.state.register.projects.values():
        if project.grants and project.boards and project.standing is ProjectStanding.SETTLED:
            yield project


def _floors(audited: Audited) -> Iterator[Found]:
    """What each board of a settled project has repaid, against the least that its policy asks (R23, R24, R37, R38)."""
    register = audited.state.register
    for project in _settled_projects(audited):
        if _may_be_late(audited, project):
            continue
        claims = {board: register.claims[project.name, board] for board in project.boards}
        measured = {board: register.measured_in_time(project, board) or 0 for board in project.boards}
        for board, target in targets(register.policy_of_project(project), claims, measured, project.used).items():
            repaid = claims[board].repaid
            if target.basis == "floor" and repaid < target.ore:
                values: dict[str, Any] = {"project": project.name, "board": board}
                found = codes.FLOOR_NOT_MET.at(f"{project.name}, {board}", repaid=repaid, least=target.ore, **values)
                yield Found(found, tuple(seq for seq, _ in _settlement(audited, project)))


def _settlement(audited: Audited, project: ProjectState) -> list[tuple[int, Any]]:
    """The records that settled a project: of the day on which it came to be settled."""
    events = [*audited.state.register.events_of(project.name)]
    day = next(each.event_date for _, each in reversed(events) if isinstance(each, ProjectMoved))
    return [(seq, each) for seq, each in events if getattr(each, "event_date", None) == day]


def _may_be_late(audited: Audited, project: ProjectState) -> bool:
    """Whether it may have been settled after its policy's hard limit, when nothing more is asked of boards (R51); no
    event keeps the frame of a settlement but what is repaid by it."""
    until = audited.state.register.repaid_until(project)
    frames = [each.frame_year for _, each in _settlement(audited, project) if isinstance(each, Repaid)]
    return until is not None and (not frames or max(frames) > until)


def _late(audited: Audited) -> Iterator[Found]:
    """What was to be repaid with the frames of closed years, and is still open."""
    register, year = audited.state.register, audited.state.closed_through
    for fund in register.policies if year is not None else ():
        for each in overdue(register, fund, year or 0):
            values: dict[str, Any] = {"board": each.board or fund, "project": each.project, "amount": each.ore}
            place = f"{each.project}, {each.board}".removesuffix(", ")
            seqs = [seq for seq, _ in register.events_of(each.project)]
            yield Found(codes.REPAYMENT_OVERDUE.at(place, due=each.due_year, **values), tuple(seqs[:1]))


CHECKS: Final = (
    Check(
        code="funds_roll_forward", tier=Tier.FULL, cites=LKBR("4:4"), examined=_funds, examine=_funds_roll_forward,
        proves=Bilingual(
            "Varje fonds konto öppnar med det som det stängde med, och går ihop år för år.",
            "Each fund's account opens with what it closed with, and adds up year by year.",
        ),
        finds=(codes.ROLL_FORWARD_DIFFERS,),
    ),
    Check(
        code="projects_roll_forward", tier=Tier.FULL, cites=LKBR("4:4"), examined=_projects,
        examine=_projects_roll_forward,
        proves=Bilingual(
            "Varje projekt öppnar med det som det stängde med, och händelserna ger dess konto år för år.",
            "Each project opens with what it closed with, and its events give its account year by year.",
        ),
        finds=(codes.ROLL_FORWARD_DIFFERS,),
    ),
    Check(
        code="registers", tier=Tier.FULL, cites=LKBR("3:3"), examined=_projects, examine=_registers_as_posted,
        proves=Bilingual(
            "Fonder, projekt och fordringar är desamma i händelserna som i verifikationerna.",
            "Funds, projects and claims are the same by the events as by the entries.",
        ),
        finds=(codes.REGISTER_DIFFERS,),
    ),
    Check(
        code="floors", tier=Tier.FULL, cites=COUNCIL, examined=_settled, examine=_floors,
        proves=Bilingual(
            "Varje nämnd har återfört minst riktlinjens lägsta belopp när projektet är slutavräknat.",
            "Each board has repaid the policy's floor at least, once the project is settled.",
        ),
        finds=(codes.FLOOR_NOT_MET,),
    ),
    Check(
        code="due_repayments", tier=Tier.FULL, cites=COUNCIL, examined=_projects, examine=_late,
        proves=Bilingual(
            "Det som skulle återföras med stängda års ramar är återfört.",
            "What was to be repaid with the frames of closed years is repaid.",
        ),
        finds=(codes.REPAYMENT_OVERDUE,),
    ),
)  # fmt: skip
