"""Funds, projects and books as they stand, as JSON (lägesbilder): every amount canonical kronor, every word a code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, TypedDict, cast

from moneyed import Money

from sifund_ledger.amounts import canonical_amount
from sifund_ledger.book.reading import BookReader
from sifund_ledger.exchange.escapes import json_text
from sifund_ledger.exchange.wire.values import Amount, Checkpoint, Day, Words
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.state.postings import PlanLine
from sifund_ledger.funds.state.project import BoardClaim, ProjectStanding
from sifund_ledger.funds.tables.account import FundYear
from sifund_ledger.funds.tables.snapshots import Fund, Project
from sifund_ledger.money import to_ore
from sifund_ledger.year_end.year_states import YearState


class SubfundShape(TypedDict):
    """A sub-fund (delfond), and what it holds."""

    name: str
    available: Amount
    committed: Amount


class FundYearShape(TypedDict):
    """A column of a fund's account: its years, and what each row comes to."""

    first_year: int
    last_year: int
    opening: Amount
    set_aside: Amount
    renewed: Amount
    moved: Amount
    corrected: Amount
    used: Amount
    dissolved: Amount
    closing: Amount
    available: Amount
    committed: Amount


class FundShape(TypedDict):
    """A fund as it stands (fond): available + committed = balance."""

    name: str
    purpose: str
    policy: Policy
    available: Amount
    committed: Amount
    balance: Amount
    entitled: Amount
    subfunds: list[SubfundShape]
    years: list[FundYearShape]


class ParticipantShape(TypedDict):
    """A board that takes part in a project, and its part in words."""

    board: str
    part: str


class Instalment(TypedDict):
    """What a board repays with its frame of a year."""

    board: str
    year: int
    amount: Amount


class ClaimShape(TypedDict):
    """What a project asks of a board (fordran): as first decided, as it is now, and what has become of it."""

    board: str
    original: Amount
    planned: Amount
    repaid: Amount
    waived: Amount
    borne: Amount
    open: Amount
    instalments: list[Instalment]


class ProjectShape(TypedDict):
    """A project as it stands (projekt); the loss is what is used less what is repaid."""

    name: str
    fund: str
    subfund: str
    board: str
    standing: Annotated[str, Words(ProjectStanding)]
    start: Day | None
    end: Day | None
    policy_version: int
    granted: Amount
    used: Amount
    released: Amount
    left: Amount
    repaid: Amount
    to_repay: Amount
    loss: Amount
    participants: list[ParticipantShape]
    original_plan: list[Instalment]
    claims: list[ClaimShape]


class BookYearShape(TypedDict):
    """A fiscal year of a book that has a result, and how far it has come."""

    year: int
    state: Annotated[str, Words(YearState)]


class BookShape(TypedDict):
    """A book as it stands (bokens läge)."""

    entity: str
    records: int
    checkpoint: Checkpoint
    closed_through: int | None
    years: list[BookYearShape]
    funds: list[FundShape]
    projects: list[ProjectShape]


def snapshot_to_json(snapshot: Fund | Project | BookReader) -> str:
    """A fund, a project or a whole book as it stands, as JSON text; amounts are canonical kronor.

    >>> import json
    >>> from sifund_ledger import open_book
    >>> book = open_book(create="Ale kommun", actor="ekonomi")
    >>> _ = book.open_equity(2012, "1 000 000", opening_deficits=[], decision="KF 2013-04-29 § 30")
    >>> tree = json.loads(snapshot_to_json(book))
    >>> tree["entity"], tree["closed_through"], tree["funds"]
    ('Ale kommun', 2012, [])
    """
    if isinstance(snapshot, Fund):
        return json_text(fund_as_data(snapshot))
    return json_text(project_as_data(snapshot) if isinstance(snapshot, Project) else book_as_data(snapshot))


def book_as_data(book: BookReader) -> BookShape:
    """A book as it stands, as a tree."""
    return {
        "entity": book.entity,
        "records": book.head.seq,
        "checkpoint": str(book.checkpoint),
        "closed_through": book.closed_through,
        "years": [{"year": year, "state": book.year_state(year).value} for year in book.years],
        "funds": [*map(fund_as_data, book.funds.values())],
        "projects": [*map(project_as_data, book.projects.values())],
    }


def fund_as_data(fund: Fund) -> FundShape:
    """A fund as it stands, as a tree."""
    return {
        "name": fund.name,
        "purpose": fund.purpose,
        "policy": cast(Policy, {each.name: _plain(getattr(fund.policy, each.name)) for each in fields(Policy)}),
        "available": _kronor(fund.available_ore),
        "committed": _kronor(fund.committed_ore),
        "balance": _kronor(fund.balance_ore),
        "entitled": _kronor(fund.entitled_ore),
        "subfunds": [
            {"name": name, "available": _kronor(available), "committed": _kronor(committed)}
            for name, available, committed in fund.subfunds
            if name
        ],
        "years": [*map(_fund_year, fund.account().years)],
    }


def _fund_year(year: FundYear) -> FundYearShape:
    return {
        "first_year": year.first_year,
        "last_year": year.last_year,
        "opening": _kronor(year.opening_ore),
        "set_aside": _kronor(year.set_aside_ore),
        "renewed": _kronor(year.renewed_ore),
        "moved": _kronor(year.moved_ore),
        "corrected": _kronor(year.corrected_ore),
        "used": _kronor(year.used_ore),
        "dissolved": _kronor(year.dissolved_ore),
        "closing": _kronor(year.closing_ore),
        "available": _kronor(year.available_ore),
        "committed": _kronor(year.committed_ore),
    }


def project_as_data(project: Project) -> ProjectShape:
    """A project as it stands, as a tree."""
    return {
        "name": project.name,
        "fund": project.fund,
        "subfund": project.subfund,
        "board": project.board,
        "standing": project.standing,
        "start": _day(project.start),
        "end": _day(project.end),
        "policy_version": project.policy_version,
        "granted": _kronor(project.granted_ore),
        "used": _kronor(project.used_ore),
        "released": _kronor(project.released_ore),
        "left": _kronor(project.left_ore),
        "repaid": _kronor(project.repaid_ore),
        "to_repay": _kronor(project.to_repay_ore),
        "loss": _kronor(project.loss_ore),
        "participants": [{"board": board, "part": part} for board, part in project.participants],
        "original_plan": _instalments(project.original_plan),
        "claims": [_claim(board, claim) for board, claim in project.claims],
    }


def _claim(board: str, claim: BoardClaim) -> ClaimShape:
    return {
        "board": board,
        "original": _kronor(claim.original),
        "planned": _kronor(claim.planned),
        "repaid": _kronor(claim.repaid),
        "waived": _kronor(claim.waived),
        "borne": _kronor(claim.borne),
        "open": _kronor(claim.open),
        "instalments": _instalments((board, year, ore) for year, ore in claim.open_lines),
    }


def _instalments(lines: Iterable[PlanLine]) -> list[Instalment]:
    return [{"board": board, "year": year, "amount": _kronor(ore)} for board, year, ore in lines]


def _kronor(ore: int) -> str:
    return canonical_amount(ore, "kr")


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _plain(value: Any) -> Any:
    """A parameter of a policy in plain values: words, amounts and shares as text."""
    if isinstance(value, Money):
        return _kronor(to_ore(value))
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date | Fraction):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value
