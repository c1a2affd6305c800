"""What the exit status of a command says."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from sifund_ledger.findings import Finding, Severity


class ExitCode(IntEnum):
    """The exit status; other systems rely on the numbers."""

    DONE = 0
    FOUND = 1
    REFUSED = 2
    USAGE = 3
    UNAVAILABLE = 4
    INTERRUPTED = 130
    OUTPUT_CLOSED = 141


def counted(findings: Iterable[Finding], *, strict: bool) -> list[Finding]:
    """The findings that make the status 1: errors, and with ``strict`` warnings; never notes."""
    grave = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return [finding for finding in findings if finding.severity in grave]


def status(findings: Iterable[Finding], *, strict: bool) -> ExitCode:
    """The status of a command that is done, by what it found.

    >>> from sifund_ledger.findings import warning
    >>> found = [warning("…", "…").at()]
    >>> status(found, strict=False), status(found, strict=True)
    (<ExitCode.DONE: 0>, <ExitCode.FOUND: 1>)
    """
    return ExitCode.FOUND if counted(findings, strict=strict) else ExitCode.DONE
