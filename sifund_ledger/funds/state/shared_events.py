"""What the events of funds share: how most of them are recorded, and what those of projects begin with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from sifund_ledger.funds.state.postings import committed
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.entries import EntryDraft, Posting


class FundEvent:
    """What events of funds are unless they say otherwise: of version 1, for a year being closed too, moving nothing."""

    __slots__ = ()
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True

    def draft(self) -> EntryDraft | None:
        """Nothing moves."""
        return None

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
