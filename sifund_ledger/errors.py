"""The exceptions, all of them below :class:`SifundError`.

::

    SifundError
    ├── Refused                  a command that cannot be done; nothing has changed
    │   ├── AmountRefused        an amount that is no exact sum in kronor (also a ValueError)
    │   ├── UnreadableInput      a file that cannot be used: figures, or a damaged, foreign or newer book
    │   └── StaleHead            somebody else has recorded since the head the caller pinned
    ├── LawError
    │   ├── NoLawInForce         no version of a rule applies to the fiscal year
    │   └── ConflictingLaw       more than one version applies
    └── StoreUnavailable         the store is locked or cannot be reached
"""

from __future__ import annotations

from collections.abc import Iterable

from sifund_ledger.findings import Finding


class SifundError(Exception):
    """The root of all errors that this library raises."""


class Refused(SifundError):
    """A command was refused (avvisat); ``findings`` has every reason, and nothing has changed."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        return "\n".join(finding.text() for finding in self.findings)


class AmountRefused(Refused, ValueError):
    """A value that is no exact amount in Swedish kronor."""


class UnreadableInput(Refused):
    """A file that cannot be used as what it claims to be; every fault found is listed."""


class StaleHead(Refused):
    """The journal has grown since the head that the caller pinned."""


class LawError(SifundError, LookupError):
    """A question to the law that has no single answer."""


class NoLawInForce(LawError):
    """No version of the rule applies to the fiscal year asked for."""


class ConflictingLaw(LawError):
    """More than one version of the rule applies: the tables of the law contradict each other."""


class StoreUnavailable(SifundError):
    """The store is locked by another process, or cannot be reached."""
