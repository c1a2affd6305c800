"""What a check is (granskningsmoment): its declaration, and what it hands over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from sifund_ledger.citations import Citation, Citations
from sifund_ledger.findings import Bilingual, Finding, FindingCode, Severity

if TYPE_CHECKING:
    from sifund_ledger.audit.audited import Audited


class Tier(StrEnum):
    """How much is examined (nivå). *Always*: what the records themselves prove. *Strict*: every command decided again.
    *Full*: the years, the funds and the statements that follow. Each has the one before it."""

    ALWAYS = "always"
    STRICT = "strict"
    FULL = "full"

    def has(self, other: Tier) -> bool:
        """Whether an audit of this tier has the checks of another."""
        return _TIERS.index(other) <= _TIERS.index(self)


_TIERS: Final = (*Tier,)


class Stream(StrEnum):
    """Where findings come from as a book is read once: its chain, its journal, its commands, its years."""

    CHAIN = "chain"
    JOURNAL = "journal"
    COMMANDS = "commands"
    YEARS = "years"


class Found(NamedTuple):
    """A finding with its evidence (bevis): the numbers of the records that show it, and its amounts by name, in öre.

    ``rows`` are the rows of the general ledger that show it, each by its file and line.
    """

    finding: Finding
    records: tuple[int, ...] = ()
    stream: Stream | None = None
    rows: tuple[str, ...] = ()

    @property
    def amounts(self) -> tuple[tuple[str, int], ...]:
        """The amounts that the finding's text names, in öre."""
        values = dict(self.finding.values)
        names = dict.fromkeys(_AMOUNTS.findall(self.finding.kind.en))
        return tuple((name, values[name]) for name in names if type(values.get(name)) is int)


_AMOUNTS: Final = re.compile(r"\{(\w+):(?:kr|unit)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A named check (granskningsmoment).

    ``proves`` says what is so where nothing is found, ``cites`` the paragraph that asks for it, and ``counts`` what is
    examined. Severity and remedy stand in the declarations of the codes that it ``finds``. A check that has no
    ``examine`` of its own takes what the reading found under its codes; one that has a ``stream`` and no codes takes
    what is left of that. One ``of_ledger`` is run where a general ledger is given.
    """

    code: str
    tier: Tier
    proves: Bilingual
    cites: Citation | Citations
    examined: Callable[[Audited], int] = field(repr=False)
    finds: tuple[FindingCode, ...] = field(default=(), repr=False)
    stream: Stream | None = None
    examine: Callable[[Audited], Iterable[Found]] | None = field(default=None, repr=False)
    of_ledger: bool = False

    @property
    def name(self) -> Bilingual:
        """What it is called."""
        from sifund_ledger.audit.words import CHECK_NAMES

        return CHECK_NAMES[self.code]


class CheckRun(NamedTuple):
    """A check that was run: how much it examined, and what it found; ``None`` where it could not be run."""

    check: Check
    examined: int
    found: tuple[Found, ...] | None

    @property
    def status(self) -> str:
        """``passed`` where nothing but notes is found, ``found``, ``empty`` where there was nothing to examine and
        nothing is found, or ``not_examined``."""
        if self.found is None:
            return "not_examined"
        if any(each.finding.severity is not Severity.NOTE for each in self.found):
            return "found"
        return "passed" if self.examined or self.found else "empty"
