"""What the events of projects share (projektens händelser): the fields that they begin with, and their account."""

from __future__ import annotations

from dataclasses import dataclass

from sifund_ledger.funds.state.postings import committed
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.records import Event


@dataclass(frozen=True, slots=True)
class ProjectEvent(Event):
    """What events of a project's amounts begin with, in this order as they are stored."""

    fund: str
    subfund: str
    project: str

    @property
    def pot(self) -> Account:
        """What the project has left of its grants."""
        return committed(self.fund, self.subfund, self.project)
