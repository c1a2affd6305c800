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

import errno
from collections.abc import Iterable
from typing import Final

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
    """The store is locked by another process, or cannot be reached; ``findings`` says why in both languages."""

    def __init__(self, message: str = "", findings: Iterable[Finding] = ()) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__(message)


_REASONS: Final[dict[int | None, tuple[str, str]]] = {
    errno.ENOENT: ("there is no such file", "den finns inte"),
    errno.EISDIR: ("it is a directory", "det är en katalog"),
    errno.ENOTDIR: ("a part of its path is no directory", "en del av sökvägen är ingen katalog"),
    errno.EACCES: ("permission is denied", "behörighet saknas"),
    errno.EPERM: ("permission is denied", "behörighet saknas"),
    errno.EROFS: ("the disk is write-protected", "disken är skrivskyddad"),
    errno.ENOSPC: ("the disk is full", "disken är full"),
    errno.ENAMETOOLONG: ("its name is too long", "namnet är för långt"),
}


def reason_of(error: OSError | ValueError, *, writing: bool = False) -> tuple[str, str]:
    """Why the operating system would not read or write a file, in English and Swedish; what is rare in its own words.

    >>> reason_of(FileNotFoundError(errno.ENOENT, "No such file or directory"))
    ('there is no such file', 'den finns inte')
    >>> reason_of(FileNotFoundError(errno.ENOENT, "No such file or directory"), writing=True)
    ('there is no such directory', 'katalogen finns inte')
    """
    number = getattr(error, "errno", None)
    if writing and number == errno.ENOENT:
        return "there is no such directory", "katalogen finns inte"
    said = getattr(error, "strerror", None) or str(error)
    return _REASONS.get(number, (said, said))
