"""Values of another type than their classes say (fel typ): a list for a tuple, a number for a text.

They would be written, and read back as what they should have been, or stop the writer with another exception.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, Final

from sifund_ledger.exchange.sie.document import (
    SieAccount,
    SieBalance,
    SieDimension,
    SieDocument,
    SieObject,
    SiePeriodBalance,
    SieRow,
    SieVoucher,
)
from sifund_ledger.exchange.sie.file_findings import FileFindings, shown
from sifund_ledger.exchange.sie.findings import SIE_UNWRITABLE
from sifund_ledger.exchange.sie.tokens import SieRecord

_PARTS: Final = {
    "records": SieRecord,
    "accounts": SieAccount,
    "dimensions": SieDimension,
    "objects": SieObject,
    "balances": SieBalance,
    "period_balances": SiePeriodBalance,
    "vouchers": SieVoucher,
}


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_texts(value: object) -> bool:
    return isinstance(value, tuple) and all(map(_is_text, value))


def _is_fields(value: object) -> bool:
    return isinstance(value, tuple) and all(_is_text(field) or _is_texts(field) for field in value)


def _is_objects(value: object) -> bool:
    return isinstance(value, tuple) and all(_is_texts(pair) and len(pair) == 2 for pair in value)


_OTHER_THAN_TEXT: Final[dict[str, Callable[[object], bool]]] = {
    "objects": _is_objects,
    "fields": _is_fields,
    "extra": _is_texts,
    "sru": _is_texts,
    "year": lambda value: type(value) is int,
    "rows": lambda value: isinstance(value, list),
    "others": lambda value: isinstance(value, tuple),
}
_LEFT: Final = ("ore", "line", "row_lines")
"""Amounts are looked at where they are written, and lines mean nothing there."""
_FIELDS: Final = {
    kind: [(name, _OTHER_THAN_TEXT.get(name, _is_text)) for name in kind.__annotations__ if name not in _LEFT]
    for kind in (*_PARTS.values(), SieRow)
}
_ROW: Final = (str, int, tuple, str, str, str, str, str, tuple)


def check_types(document: SieDocument, found: FileFindings) -> bool:
    """Report whatever has another type than it should; whether nothing has.

    >>> found = FileFindings("write_sie")
    >>> check_types(SieDocument(vouchers=[SieVoucher("A", 1, "20121231")]), found)  # type: ignore[arg-type]
    False
    >>> found.all()[0].message
    'SieVoucher.number 1 cannot be written so that it reads back the same: it should not be of the type int.'
    """
    wrong = list(_wrong_types(document))
    for kind, name, value in wrong:
        what, sort = shown(f"{kind}.{name} {value!r}"), type(value).__name__
        found.add(
            SIE_UNWRITABLE, what=what, what_sv=what, why=f"it should not be of the type {sort}",
            why_sv=f"det ska inte ha typen {sort}",
        )  # fmt: skip
    return not wrong


def _wrong_types(document: SieDocument) -> Iterator[tuple[str, str, object]]:
    """The class, the name of the field and the value."""
    for name, kind in _PARTS.items():
        part: Any = getattr(document, name)
        if not isinstance(part, dict if name in ("accounts", "dimensions", "objects") else list):
            yield "SieDocument", name, part
            return
        values = part.values() if isinstance(part, dict) else part
        found = list(_wrong(values, kind))
        yield from found
        if kind is SieVoucher and not found:
            yield from _wrong(chain.from_iterable(voucher.rows for voucher in values), SieRow)
            yield from _wrong(chain.from_iterable(voucher.others for voucher in values), SieRecord)
    for name, sort in (("flag", str), ("control_sum", bool)):
        if not isinstance(getattr(document, name), sort):
            yield "SieDocument", name, getattr(document, name)


def _is_usual(row: Any) -> bool:
    return not row[2] and not row[8] and all(map(isinstance, row, _ROW))


def _wrong(values: Iterable[Any], kind: type) -> Iterator[tuple[str, str, object]]:
    for each in values:
        if not isinstance(each, kind):
            yield "SieDocument", kind.__name__, each
        elif kind is not SieRow or not _is_usual(each):
            for name, is_right in _FIELDS[kind]:
                if not is_right(getattr(each, name)):
                    yield kind.__name__, name, getattr(each, name)
