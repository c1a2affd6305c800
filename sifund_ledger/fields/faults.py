"""Every reason at once (alla fel på en gång): faults of several values, gathered as each of them is refused."""

from __future__ import annotations

from sifund_ledger.errors import Refused
from sifund_ledger.findings import Finding


class Faults(list[Finding]):
    """Every reason of several refusals (samlade fel): a ``with`` block that is refused ends, and its reasons are kept.

    >>> from sifund_ledger.money import sek
    >>> faults = Faults()
    >>> for text in ("1", "x", "y"):
    ...     with faults:
    ...         amount = sek(text)
    >>> amount, [each.code for each in faults]
    (Money('1.00', 'SEK'), ['AMOUNT_UNREADABLE', 'AMOUNT_UNREADABLE'])
    """

    def __enter__(self) -> None:
        """Begin a part that may be refused."""

    def __exit__(self, kind: object, fault: object, traceback: object) -> bool:
        if isinstance(fault, Refused):
            self += fault.findings
        return isinstance(fault, Refused)

    def refuse(self) -> None:
        """Raises :class:`Refused` with all of them, if there are any."""
        if self:
            raise Refused(self)
