"""Characters that code page 437 lacks (tecken som ersätts): a document with what is written in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final

from sifund_ledger.exchange.sie.document import SieBalance, SieDocument, SiePeriodBalance, SieRow
from sifund_ledger.exchange.sie.records.tokens import SieRecord

_CP437: Final = bytes(range(256)).decode("cp437")
_LACKING: Final = {
    narrow: re.compile(f"[^ -~{re.escape(letters)}]")
    for narrow, letters in ((False, _CP437[0x80:]), (True, _CP437[0x80:0xB0] + _CP437[0xF7:]))
}
"""What cannot be written, and with ``narrow`` what is not written either."""
_WRITTEN: Final = {
    narrow: bytes(byte for byte in range(256) if not lacking.match(chr(byte))) for narrow, lacking in _LACKING.items()
}
"""What can be written of the characters of Latin-1, which are looked for several times as fast."""
_BARE_BACKSLASH: Final = re.compile(r'[^ "{}]*\\')
_ENDING_BACKSLASH: Final = re.compile(r"\\(?:[ }\n]|\Z)")
"""What ends with a backslash stands without quotes in a line (:func:`lines_of`), before a blank, a brace or the end."""

REPLACEMENTS: Final[dict[str, str]] = {
    "§": "par.", "€": "EUR", "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "‚": "'", "“": "'", "”": "'", "„": "'",
    "…": "...", "•": "-", "™": "(TM)", "©": "(C)", "®": "(R)", "¤": "*", "\u202f": " ", "\u2009": " ",
    "Á": "A", "À": "A", "Â": "A", "Ã": "A", "È": "E", "Ê": "E", "Ë": "E", "Í": "I", "Ì": "I", "Î": "I",
    "Ï": "I", "Ó": "O", "Ò": "O", "Ô": "O", "Õ": "O", "Ø": "Ö", "ø": "ö", "Ú": "U", "Ù": "U", "Û": "U", "Ý": "Y",
    "ý": "y", "ã": "a", "õ": "o", "Š": "S", "š": "s", "Ž": "Z", "ž": "z", "Č": "C", "č": "c", "Ð": "D", "ð": "d",
    "Þ": "Th", "þ": "th", "³": "3", "¹": "1", "×": "x", "¾": "3/4", "─": "-", "═": "=",
    "│": "|", "║": "|", "┼": "+", "÷": "/", "±": "+/-", "ß": "ss", "µ": "u", "Σ": "S", "σ": "s", "≥": ">=", "≤": "<=",
    "\t": " ", "\n": " ", "\r": " ", "\x15": "par.",
}  # fmt: skip
"""What stands for characters that code page 437 lacks; any other becomes ``?``. Our policy: the format has none.

U+0015 is the sign § of code page 437 as its codec reads it.
"""


def _writable(text: str, *, narrow: bool = False) -> str:
    """The text as code page 437 can have it; the same text where it can be written as it is.

    >>> _writable("KS 2012-04-23 § 45 – Läromedel"), _writable("σ"), _writable("σ", narrow=True)
    ('KS 2012-04-23 par. 45 - Läromedel', 'σ', 's')
    """
    return _LACKING[narrow].sub(lambda match: REPLACEMENTS.get(match[0], "?"), text)


class Replacing:
    """Replaces what cannot be written in the texts of a document; ``replaced`` are they, with what replaces them.

    With ``narrow`` frames, Greek letters and most mathematical signs are replaced too. Their bytes are those of letters
    in Latin-1 and UTF-8: a file that has more of them than of Swedish letters is taken for one of these.
    """

    def __init__(self, *, narrow: bool = False) -> None:
        self.narrow = narrow
        self.replaced: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._tuples: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def is_needed(self, lines: list[str]) -> bool:
        """Whether a document of these lines may have anything to replace: a quick look before :meth:`document`."""
        text = "".join(lines)
        return self._lacks(text) or _ENDING_BACKSLASH.search("\n".join(lines)) is not None

    def _lacks(self, text: str) -> bool:
        """Whether a text has a character that is not written."""
        try:
            return bool(text.encode("latin-1").translate(None, _WRITTEN[self.narrow]))
        except UnicodeEncodeError:
            return _LACKING[self.narrow].search(text) is not None

    def document(self, document: SieDocument) -> SieDocument:
        """The document as it is written; the same one where nothing is replaced."""
        written: SieDocument = self._part(document)
        return written if self.replaced else document

    def text(self, text: str) -> str:
        """The text of a field: no backslash may stand right before a closing quotation mark.

        >>> [Replacing().text(each) for each in ("A–B", "Mapp C:\\\\", "C:\\\\")]
        ['A-B', 'Mapp C:/', 'C:\\\\']
        """
        known = self._known.get(text)
        if known is None:
            known = _writable(text, narrow=self.narrow)
            if known.endswith("\\") and not _BARE_BACKSLASH.fullmatch(known):
                known = f"{known[:-1]}/"  # it would be read as an escape
            self._known[text] = self._noted(text, known)
        return known

    def _noted(self, text: str, written: str) -> str:
        if text != written:
            self.replaced[text] = written
        return written

    def _part(self, part: Any) -> Any:
        kind = type(part)
        if kind is int:
            return part
        if isinstance(part, str):
            known = self._known.get(part)
            return self.text(part) if known is None else known
        if kind is SieRecord:
            return self._record(part)
        if kind is tuple:  # lists of objects, which repeat
            if part not in self._tuples:
                self._tuples[part] = tuple(map(self._part, part))
            return self._tuples[part]
        if isinstance(part, tuple):
            return kind(*map(self._part, part))
        if kind is list:
            return [self._part(each) for each in part]
        if kind is dict:
            return {self._part(key): self._part(each) for key, each in part.items()}
        if is_dataclass(part):
            return kind(**{each.name: self._part(getattr(part, each.name)) for each in fields(part) if each.compare})
        return part

    def _record(self, record: SieRecord) -> SieRecord:
        label, fields = record
        if not label:
            return SieRecord("", tuple(self._line(each) if isinstance(each, str) else each for each in fields))
        # A letter that a label lacks becomes ``?``: it then differs from known labels, and is the same in any case.
        known = _LACKING[self.narrow].sub("?", label)
        return SieRecord(self._noted(f"#{label}", f"#{known}")[1:], self._part(fields))

    def _line(self, text: str) -> str:
        """A line without a label; where a blank replaces a character before a record or a brace, it stays without."""
        known = _writable(text, narrow=self.narrow)
        if known != text:
            known = known.strip(" ")
            if known in ("", "{", "}") or (known[0] == "#" != text[0]):
                known = f"?{known}"
        return self._noted(text, known)


def merged(document: SieDocument, written: Callable[[str], str]) -> Iterator[tuple[str, str, str]]:
    """The keys that become one once characters are replaced: each, what it becomes, and what becomes the same.

    They are accounts, dimensions, objects, series, vouchers and years, declared or only used.
    """
    owners: dict[tuple[str, ...], tuple[str, ...]] = {}
    for key in sorted(set(_keys(document))):
        becomes = key[0], *map(written, key[1:])
        other = owners.setdefault(becomes, key)
        if other != key:
            yield f"#{' '.join(key)}", " ".join(becomes[1:]), " ".join(other[1:])


def amounts_of(document: SieDocument) -> Iterator[SieBalance | SiePeriodBalance | SieRow]:
    """Everything of a document that has an account, an amount and objects."""
    yield from document.balances
    yield from document.period_balances
    for voucher in document.vouchers:
        yield from voucher.rows


def _keys(document: SieDocument) -> Iterator[tuple[str, ...]]:
    """The keys of a document, each after the label that declares it."""
    yield from (("RAR", record.text(0)) for record in document.records if record.label == "RAR")
    yield from (("KONTO", account) for account in document.accounts)
    yield from (
        ("DIM", each) for dimension in document.dimensions.values() for each in (*dimension[:1], dimension.parent)
    )
    pairs = set(document.objects)
    for each in amounts_of(document):
        yield "KONTO", each.account
        pairs.update(each.objects)
    yield from (("DIM", dimension) for dimension, _ in pairs)
    yield from (("OBJEKT", dimension, number) for dimension, number in pairs)
    for voucher in document.vouchers:
        yield "VER", voucher.series
        if voucher.number not in ("", "0"):  # a number that is left to the importing program is none
            yield "VER", voucher.series, voucher.number
