"""The elements of a SIE 5 file, one by one (genomläsning av XML), without a tree of them and with limits.

What has no place here is counted and passed over; a file of nothing else, or deeper than any, is read no further.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final, NamedTuple
from xml.parsers import expat

from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.findings import Bilingual, printable

NAMESPACE: Final = "http://www.sie.se/sie5}"
ROOTS: Final = ("Sie", "SieEntry")
DEEPEST: Final = 100
MOST_ODD: Final = 100_000
"""So many unknown elements, or elements that cannot be read, and the file is not read further."""

BALANCES: Final = tuple(
    f"{kind}{several}" for kind in ("OpeningBalance", "ClosingBalance", "Budget") for several in ("", "Multidim")
)
_READ: Final[dict[str, tuple[str, ...]]] = {
    "FileInfo": ("SoftwareProduct", "FileCreation", "Company", "FiscalYears", "AccountingCurrency"),
    "FiscalYears": ("FiscalYear",),
    "Accounts": ("Account",),
    "Account": BALANCES,
    **dict.fromkeys(BALANCES, ("ObjectReference",)),
    "Dimensions": ("Dimension",),
    "Dimension": ("Object",),
    "Journal": ("JournalEntry",),
    "JournalEntry": ("EntryInfo", "OriginalEntryInfo", "LedgerEntry"),
    "LedgerEntry": ("ObjectReference", "Overstrike"),
    **dict.fromkeys(ROOTS, ("FileInfo", "Accounts", "Dimensions", "Journal")),
}
"""The elements that are read, each with those that are read in it."""

_LEFT_OUT: Final = (
    "CustomerInvoices", "CustomerInvoice", "SupplierInvoices", "SupplierInvoice", "FixedAssets", "FixedAsset",
    "GeneralSubdividedAccount", "GeneralObject", "SecondaryAccountRef", "Balances", "OriginalAmount", "Customers",
    "Customer", "Suppliers", "Supplier", "AccountAggregations", "AccountAggregation", "Tag", "AccountRef", "Documents",
    "EmbeddedFile", "FileReference", "ForeignCurrencyAmount", "SubdividedAccountObjectReference", "LockingInfo",
    "VoucherReference", "CorrectedBy",
)  # fmt: skip
_READ_NAMES: Final = {name for parent, children in _READ.items() for name in (parent, *children)}
_KNOWN: Final = frozenset(NAMESPACE + name for name in (*_LEFT_OUT, *_READ_NAMES))
MISPLACED: Final = frozenset(_READ_NAMES - {"EntryInfo"})
"""What has a meaning where it is read, so that it is missed where it is left out. A row may have an EntryInfo."""
_CHILDREN: Final = {name: {NAMESPACE + child: child for child in children} for name, children in _READ.items()}
_OUTERMOST: Final = {NAMESPACE + root: root for root in ROOTS}
_NONE: Final[dict[str, str]] = {}
_ENCODINGS: Final = {
    "utf-8": "utf-8", "us-ascii": "utf-8", "utf-16": "utf-16", "utf-16le": "utf-16", "utf-16be": "utf-16",
    "iso-8859-1": "latin-1", "windows-1252": "cp1252",
}  # fmt: skip
_PORTION: Final = 1 << 20
_LAST: Final = True


class Element(NamedTuple):
    """An element that is read: its name, the line where it begins, its attributes, and the element around it.

    >>> entry = Element("JournalEntry", 1, {"id": "7"}, Element("Journal", 1, {"id": "A"}))
    >>> str(entry), entry.text("id"), entry.owner, entry.text("text")
    ('JournalEntry A 7', '7', 'A', '')
    """

    name: str
    line: int
    attributes: Mapping[str, str]
    around: Element | None = None

    def text(self, name: str) -> str:
        """An attribute; empty where it is missing."""
        return self.attributes.get(name, "")

    @property
    def owner(self) -> str:
        """What the element around is called: the account of a balance, the dimension of an object."""
        return self.around.text("id") if self.around else ""

    def __str__(self) -> str:
        keys: list[str] = []
        each: Element | None = self
        while each:
            keys.append(each.text("id") or each.text("start"))
            each = each.around
        return " ".join((self.name, *(printable(key) for key in reversed(keys) if key)))


class Ended(Exception):
    """Reading cannot go on; why."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(en)
        self.why = Bilingual(sv, en)


def local(name: str) -> str:
    """A name without its namespace.

    >>> local("http://www.sie.se/sie5}Account")
    'Account'
    """
    return name.rpartition("}")[2]


class Elements:
    """Goes through a file, hands over the elements that are read as each of them ends, and counts others as left out.

    >>> elements = Elements(FileFindings("x.sie"))
    >>> elements.connect({"Account": print})
    >>> elements.read(b'<Sie xmlns="http://www.sie.se/sie5"><Accounts><Account id="1930"/></Accounts><Tag/></Sie>')
    Account 1930
    >>> elements.root, elements.left_out
    ('Sie', {('Sie', 'Tag'): [1, 1]})
    """

    def __init__(self, found: FileFindings) -> None:
        self.root = ""
        self.encoding = "utf-8"
        self.seen: set[str] = set()
        self.left_out: dict[tuple[str, str], list[int]] = {}
        """How many, and the line of the first, by the element around them and their own name."""
        self._found = found
        self._handlers: Mapping[str, Callable[[Element], None]] = {}
        self._open: list[Element] = []
        self._skipped = 0
        self._odd = 0
        self._line = 0
        self._parser = self._expat()

    def connect(self, handlers: Mapping[str, Callable[[Element], None]]) -> None:
        """What is called with each element, by the element's name."""
        self._handlers = handlers

    @property
    def line(self) -> int:
        """The line that has been reached."""
        line: int = self._parser.CurrentLineNumber
        if line != self._line:  # a file in one line need not have as many integers as elements
            self._line = line
        return self._line

    def read(self, data: bytes) -> None:
        """Go through a file. Raises :class:`Ended` where it cannot be read further."""
        try:
            for position in range(0, len(data), _PORTION):
                self._parser.Parse(data[position : position + _PORTION])
            self._parser.Parse(b"", _LAST)
        except expat.ExpatError as error:
            column, fault = error.offset + 1, expat.ErrorString(error.code)
            raise Ended(
                f"den är inte välformad XML (kolumn {column}, fel {error.code})",
                f"it is not well-formed XML (column {column}, {fault})",
            ) from None

    def close(self, *names: str) -> None:
        """The file has ended: the elements of these names that are open are handed over as far as they go."""
        for element in self._open:
            if element.name in names:
                with suppress(Ended):
                    self._hand_over(element)

    def odd(self) -> None:
        """One element more is unknown or cannot be read. Raises :class:`Ended` where they become too many."""
        self._odd += 1
        if self._odd == MOST_ODD:
            self.end()

    def end(self) -> None:
        """Raises :class:`Ended`: too many elements are unknown or cannot be read."""
        raise Ended(
            f"{MOST_ODD} element är okända eller kan inte läsas", f"{MOST_ODD} elements are unknown or cannot be read"
        )

    def _expat(self) -> Any:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        return parser

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        known = _ENCODINGS.get((encoding or "utf-8").lower())
        if known is None:
            name = printable(encoding or "")
            raise Ended(f"dess teckenkodning är {name}", f"its encoding is {name}")
        self.encoding = known

    def _doctype(self, *declared: object) -> None:
        # No SIE 5 file has a document type, and the entities of one can make a small file enormous.
        raise Ended("den anger en dokumenttyp", "it declares a document type")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._skipped:
            self._skipped += 1
            if self._skipped > DEEPEST:
                raise Ended(f"dess element står mer än {DEEPEST} djupt", f"its elements stand more than {DEEPEST} deep")
            if name not in _KNOWN:
                self.odd()
            return
        known = _CHILDREN.get(self._open[-1].name, _NONE) if self._open else _OUTERMOST
        if name not in known:
            self._leave_out(name)
            return
        element = Element(known[name], self.line, attributes, self._open[-1] if self._open else None)
        self.root = self.root or element.name
        self.seen.add(element.name)
        self._open.append(element)

    def _leave_out(self, name: str) -> None:
        if not self._open:
            root, space = printable(local(name)), NAMESPACE.rstrip("}")
            if root in ROOTS:
                raise Ended(f"{root} hör inte till namnrymden {space}", f"{root} is not of the namespace {space}")
            raise Ended(f"roten är {root}", f"the root is {root}")
        self._skipped = 1
        self.left_out.setdefault((self._open[-1].name, local(name)), [0, self.line])[0] += 1
        if name not in _KNOWN:
            self.odd()

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        self._hand_over(self._open.pop())

    def _hand_over(self, element: Element) -> None:
        handler = self._handlers.get(element.name)
        if handler:
            self._found.element = element
            handler(element)
