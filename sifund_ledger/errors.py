"""The exceptions, all of them below :class:`SifundError`.

::

    SifundError
    ├── Refused                  a command that cannot be done; nothing has changed
    │   ├── AmountRefused        an amount without an exact value in kronor (also a ValueError)
    │   ├── ArgumentRefused           an argument of another type than is asked for (also a ValueError)
    │   ├── NotFound             an unknown name or number (also a KeyError and an IndexError)
    │   ├── PolicyRefused        a policy with parameters that it cannot have (also a ValueError)
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

from sifund_ledger.findings import Bilingual, Finding


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
    """A value that cannot be read as an exact amount in Swedish kronor."""


class ArgumentRefused(Refused, ValueError):
    """An argument of another type than the function asks for."""


class NotFound(Refused, KeyError, IndexError):
    """An unknown name or number, where something is looked up by it."""


class PolicyRefused(Refused, ValueError):
    """A policy with parameters that it cannot have; every one is listed."""


class UnreadableInput(Refused):
    """A file that cannot be used as what it claims to be; every fault found is listed."""


class StaleHead(Refused):
    """The journal has grown since the head that the caller pinned."""


class LawError(SifundError, LookupError):
    """A question to which the law gives none, or more than one, answer."""


class NoLawInForce(LawError):
    """No version of the rule applies to the fiscal year asked for."""


class ConflictingLaw(LawError):
    """More than one version of the rule applies: the tables of the law contradict each other."""


class StoreUnavailable(SifundError):
    """The store is locked by another process, or cannot be reached; ``findings`` says why in both languages."""

    def __init__(self, message: str = "", findings: Iterable[Finding] = ()) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__(message)


_REASONS: Final = {
    errno.ENOENT: Bilingual("den finns inte", "there is no such file"),
    errno.EISDIR: Bilingual("det är en katalog", "it is a directory"),
    errno.ENOTDIR: Bilingual("en del av sökvägen är ingen katalog", "a part of its path is not a directory"),
    errno.EACCES: Bilingual("behörighet saknas", "permission is denied"),
    errno.EPERM: Bilingual("behörighet saknas", "permission is denied"),
    errno.EROFS: Bilingual("disken är skrivskyddad", "the disk is write-protected"),
    errno.ENOSPC: Bilingual("disken är full", "the disk is full"),
    errno.ENAMETOOLONG: Bilingual("namnet är för långt", "its name is too long"),
}
_NO_DIRECTORY: Final = Bilingual("katalogen finns inte", "there is no such directory")
_NO_PATH: Final = Bilingual("sökvägen har ett otillåtet tecken", "its path has a forbidden character")


def reason_of(error: OSError | ValueError, *, writing: bool = False) -> Bilingual:
    """Why the operating system would not read or write a file; what is rare by the system's own number.

    >>> reason_of(FileNotFoundError(errno.ENOENT, "No such file or directory"))
    Bilingual(sv='den finns inte', en='there is no such file')
    >>> reason_of(FileNotFoundError(errno.ENOENT, "No such file or directory"), writing=True).sv
    'katalogen finns inte'
    >>> reason_of(OSError(errno.EIO, "Input/output error")).sv
    'systemet svarar med felet EIO'
    """
    if not isinstance(error, OSError):
        return _NO_PATH
    if writing and error.errno == errno.ENOENT:
        return _NO_DIRECTORY
    name = errno.errorcode.get(error.errno or 0, str(error.errno))
    rare = Bilingual(f"systemet svarar med felet {name}", error.strerror or str(error))
    return _REASONS.get(error.errno or 0, rare)
