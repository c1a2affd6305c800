"""What the events of funds share: how they are recorded, and what those of sub-funds and of projects begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sifund_ledger.funds.state.postings import FREE, PlanLine, available, claimed, committed
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.entries import Posting, transfer
from sifund_ledger.ledger.records import Event


class FundEvent(Event):
    """What events of funds are unless they say otherwise: they concern the fund, and rest on a decision."""

    __slots__ = ()
    decided: ClassVar[bool] = True
    party: ClassVar[str] = "fund"


@dataclass(frozen=True, slots=True)
class SubfundEvent(FundEvent):
    """What events of a sub-fund's amounts begin with, in this order as they are stored."""

    fund: str
    subfund: str
    ore: int

    def postings(self) -> Sequence[Posting]:
        """Dr free equity / Cr the fund, available."""
        return transfer(FREE, available(self.fund, self.subfund), self.ore)


class EarmarkEnded:
    """What is available in a sub-fund becomes free equity."""

    __slots__ = ()

    def postings(self: Any) -> Sequence[Posting]:
        """Dr available / Cr free equity."""
        return transfer(available(self.fund, self.subfund), FREE, self.ore)


@dataclass(frozen=True, slots=True)
class ProjectEvent(FundEvent):
    """What events of a project's amounts begin with, in this order as they are stored."""

    fund: str
    subfund: str
    project: str
    party: ClassVar[str] = "board"

    @property
    def pot(self) -> Account:
        """What the project has left of its grants."""
        return committed(self.fund, self.subfund, self.project)

    @property
    def available(self) -> Account:
        """What its fund, or sub-fund, can still grant."""
        return available(self.fund, self.subfund)

    def claimed(self, lines: Iterable[PlanLine], sign: int = 1) -> list[Posting]:
        """P6: per board and year Dr the fund's claim / Cr the board's debt; by a sign of −1 the other way round, as
        for what is repaid, borne, waived or moved away."""
        return claimed(self.fund, self.subfund, self.project, [(board, year, sign * ore) for board, year, ore in lines])


def year_of(event: Any) -> int:
    """The fiscal year that an event belongs to: that of its entry, or the closed one that it is a correction of."""
    year: int = getattr(event, "of_year", 0) or event.year
    return year


class OutsideEquity:
    """Of a fund that is an appropriation, or is met by the result reserve (R18): nothing moves within equity."""

    __slots__ = ()

    def moved(self) -> tuple[Posting, ...]:
        """Nothing."""
        return ()
