"""What is wrong with a SIE 5 file (fel i SIE 5), each fault at the line of its element; dates and quantities."""

from __future__ import annotations

from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.sie5.elements import Attributes, Elements
from sifund_ledger.exchange.sie.sie5.findings import SIE5_ATTRIBUTE_UNREADABLE, SIE5_TWICE, SIE5_VALUE_UNREADABLE
from sifund_ledger.exchange.sie.sie5.values import day_of, decimal_of
from sifund_ledger.exchange.sie.values import is_quantity
from sifund_ledger.findings import FindingCode, Severity, printable


class Reporter:
    """Reports what is wrong with the element that has been reached; too much that is ends the reading."""

    def __init__(self, found: FileFindings, elements: Elements) -> None:
        self.found = found
        self.elements = elements

    def add(self, code: FindingCode, *, severity: Severity | None = None, **values: object) -> None:
        """A finding at the line that has been reached."""
        self.found.add(code, self.elements.line, severity=severity, **values)

    def unreadable(self, element: str, key: str, value: str) -> None:
        """An element was left out for a value."""
        self.add(SIE5_VALUE_UNREADABLE, element=element, key=printable(key), value=printable(value) or '""')
        self.elements.odd()

    def attribute(self, element: str, key: str, attribute: str, value: str) -> None:
        """An attribute cannot be read, and its element counts without it."""
        self.add(
            SIE5_ATTRIBUTE_UNREADABLE,
            element=element,
            key=printable(key),
            attribute=attribute,
            value=printable(value) or '""',
        )
        self.elements.odd()

    def twice(self, element: str, key: str) -> None:
        """Something is declared again."""
        self.add(SIE5_TWICE, element=element, key=printable(key))
        self.elements.odd()

    def day(self, element: str, key: str, attributes: Attributes, name: str) -> str:
        """An attribute as YYYYMMDD; one that is no date is reported, and stays as it stands."""
        stated = attributes.get(name, "")
        day = day_of(stated)
        if not day:
            self.attribute(element, key, name, stated)
        return day or stated

    def quantity(self, element: str, key: str, attributes: Attributes) -> str:
        """The quantity of a row or a balance as SIE writes numbers; one that cannot be read is reported, and empty."""
        stated = attributes.get("quantity")
        quantity = decimal_of(stated or "")
        if stated is None or (quantity and is_quantity(quantity)):
            return quantity
        self.attribute(element, key, "quantity", stated)
        return ""
