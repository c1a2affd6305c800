"""What the events of funds share: how most of them are recorded, and what those of projects begin with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sifund_ledger.funds.state.postings import committed
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.entries import EntryDraft, Posting
from sifund_ledger.ledger.records import PlainEvent


class FundEvent(PlainEvent):
    """What events of funds share: an entry in their year and on their day, where they move something."""

    __slots__ = ()

    def entry(self: Any, text: str, postings: Iterable[Posting], counterparty: str, **more: Any) -> EntryDraft:
        """The entry of the event, in its year and on its day."""
        return EntryDraft(self.year, self.event_date, text, tuple(postings), counterparty=counterparty, **more)


@dataclass(frozen=True, slots=True)
class ProjectEvent(FundEvent):
    """What events of a project's amounts begin with, in this order as they are stored."""

    fund: str
    subfund: str
    project: str

    @property
    def pot(self) -> Account:
        """What the project has left of its grants."""
        return committed(self.fund, self.subfund, self.project)
