"""The events of a year held against what stands elsewhere (avstämning): what was compared, what a close lacked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sifund_ledger.ledger.records import Event, events_in


@dataclass(frozen=True, slots=True)
class YearCompared(Event):
    """A year's equity, result and reserves were held against another source (avstämning, R47).

    ``source`` is what it was held against, ``document`` the file or the report, and ``digest`` the SHA-256 of files,
    read one after the other; empty where there is none. ``amounts`` has what was compared: its code, the öre in the
    book then, or ``None`` where the book had none, and the öre there. A later comparison with the same source takes
    the place of the earlier.
    """

    kind: ClassVar[str] = "year_compared"
    year: int
    source: str
    document: str
    digest: str
    amounts: tuple[tuple[str, int | None, int], ...]


@dataclass(frozen=True, slots=True)
class PlanAdopted(Event):
    """The council has adopted an action plan for the deficit of a year (åtgärdsplan; KL 11:12): how it is restored, and
    by the end of which year. A later plan takes the place of the earlier."""

    kind: ClassVar[str] = "plan_adopted"
    decided: ClassVar[bool] = True
    year: int
    due_year: int
    measures: str


@dataclass(frozen=True, slots=True)
class ClosedLacking(Event):
    """A year is closed and lacks what it should have had (stängt med varning, R47): ``lacks`` names each, such as the
    source that it was never held against."""

    kind: ClassVar[str] = "closed_lacking"
    year: int
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApprovalRefused(Event):
    """The council has not approved a year's annual report (årsredovisningen inte godkänd; KL 11:21, R47): the year is
    closed on that decision all the same."""

    kind: ClassVar[str] = "approval_refused"
    decided: ClassVar[bool] = True
    year: int


@dataclass(frozen=True, slots=True)
class DischargeDecided(Event):
    """The council has decided whether to grant discharge from liability for a year (ansvarsfrihet; KL 5:24). A later
    one takes the place of the earlier."""

    kind: ClassVar[str] = "discharge_decided"
    decided: ClassVar[bool] = True
    year: int


EVENTS = events_in(globals())
