"""Writing a SIE file (utskrift): types 4I, 4E and 3, code page 437, CRLF, the same bytes for the same document.

What is written is read back and compared with the document before anybody gets it, so that nothing here must foresee
what a reader would take for something else.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from itertools import chain, islice, zip_longest
from os import PathLike
from typing import Any, Final

from sifund_ledger.amounts import MAX_ORE
from sifund_ledger.errors import Refused
from sifund_ledger.exchange.sie import findings as codes
from sifund_ledger.exchange.sie.document import SieDocument
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.reading_back import read_back
from sifund_ledger.exchange.sie.records.charset import encoded, encoding_of
from sifund_ledger.exchange.sie.replacing import Replacing, amounts_of, merged
from sifund_ledger.exchange.sie.voucher_lines import document_lines
from sifund_ledger.files import put_whole, uncollected
from sifund_ledger.findings import Bilingual, Finding, Severity, printable

_NAME: Final = "write_sie"
_FROM_READING: Final = (
    codes.SIE_ACCOUNT_UNDECLARED, codes.SIE_FIELD_UNREADABLE, codes.SIE_GROUP_ORDER, codes.SIE_RECORD_MISSING,
    codes.SIE_RECORD_NOT_IN_TYPE, codes.SIE_VOUCHER_UNBALANCED,
)  # fmt: skip
"""What reading finds that whoever writes the file can mend; what follows from it, such as sums that differ, is not."""
_COMPARED: Final = (
    "accounts", "dimensions", "objects", "balances", "period_balances", "vouchers", "records", "flag", "control_sum",
)  # fmt: skip
_LAST_RESERVED_DIMENSION: Final = 19
_SOME_LINES: Final = 10_000


def write_sie(
    document: SieDocument, path: str | PathLike[str], *, strict: bool = False, keep_unbalanced: bool = False
) -> tuple[Finding, ...]:
    """Write a document as a SIE file of its type, 4I, 4E or 3 (SIE-export), and give the findings.

    As :func:`sie_bytes`; the file is written only when nothing is refused, and whole or not at all. Raises
    :class:`~sifund_ledger.Refused` besides where the path cannot be written.
    """
    data, findings = sie_bytes(document, strict=strict, keep_unbalanced=keep_unbalanced)
    put_whole(path, data)
    return findings


def sie_bytes(
    document: SieDocument, *, strict: bool = False, keep_unbalanced: bool = False
) -> tuple[bytes, tuple[Finding, ...]]:
    """The bytes of a SIE file, and the findings: a text replaced for want of a character, a record that is missing.

    Raises :class:`~sifund_ledger.errors.Refused` for another type, for amounts that are not whole öre, for what does
    not read back equal, for an unbalanced voucher unless ``keep_unbalanced``, and with ``strict`` for any finding
    graver than a note. Places are lines of the file that would be written. The same document always gives the same
    bytes. The format: SIE 4B §5-10.

    >>> from sifund_ledger.exchange.sie.document import SieRow, SieVoucher
    >>> rows = [SieRow("2071", -500, (("1", "0123"),)), SieRow("2070", 500)]
    >>> document = SieDocument(vouchers=[SieVoucher("A", "1", "20121231", "KS § 45", rows)])
    >>> data, findings = sie_bytes(document)
    >>> print(data.decode("cp437").split("#SIETYP 4\\r\\n")[1].replace("\\r", ""))
    #VER A 1 20121231 "KS par. 45"
    {
    #TRANS 2071 {1 "0123"} -5.00
    #TRANS 2070 {} 5.00
    }
    <BLANKLINE>
    """
    found = FileFindings(_NAME)
    data = b""
    if document.type not in ("3", "4E", "4I"):
        found.add(codes.SIE_TYPE_NOT_WRITTEN, type=document.type)
    else:
        try:
            with uncollected():
                data = _verified(document, found)
        except (AttributeError, TypeError, ValueError) as error:  # a tuple for an account, a number for a list
            reason = printable(str(error))
            why = Bilingual(f"en del av det har fel typ ({reason})", f"a part of it has a wrong type ({reason})")
            found.add(codes.SIE_UNWRITABLE, what=Bilingual("Dokumentet", "The document"), why=why)
    findings = found.all()
    excused = {codes.SIE_MORE_FINDINGS.name}  # of the kinds that it counts a thousand are listed, and decide
    if keep_unbalanced:
        excused.add(codes.SIE_VOUCHER_UNBALANCED.name)
    refusing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    if any(finding.severity in refusing and finding.code not in excused for finding in findings):
        raise Refused(findings)
    return data, findings


def _verified(document: SieDocument, found: FileFindings) -> bytes:
    """The bytes of a document, once they are read back and compared with it; what is refused is reported."""
    if _report_amounts(document, found):
        return b""
    for narrow in (False, True):
        replacing, meant = Replacing(narrow=narrow), document
        whole, lines = document_lines(document), list[str]()
        while some := list(islice(whole, _SOME_LINES)):
            lines += some
            if replacing.is_needed(some):
                meant = replacing.document(document)
                lines = list(document_lines(meant))
                break
        data = encoded("\r\n".join((*lines, "")))
        if encoding_of(data) == "cp437":  # else frames and Greek letters would mislead a reader
            break
    for text, written in replacing.replaced.items():
        found.add(codes.SIE_TEXT_REPLACED, value=printable(text), written=printable(written))
    reading = FileFindings(_NAME)
    read = read_back(data, meant, reading)
    if read.type != meant.type:
        found.add(codes.SIE_TYPE_CONTRADICTED, type=meant.type, read=read.type)
    elif read != meant:
        _report_difference(meant, read, found)
        found.extend(each for each in reading.all() if each.severity is Severity.ERROR)
        return b""
    if replacing.replaced:
        _report_merged(document, replacing, found)
    kinds = [code for code in _FROM_READING if document.type != "4I" or code is not codes.SIE_ACCOUNT_UNDECLARED]
    if document.type != "4I":  # the ledger that vouchers are imported into has its accounts and objects
        _report_objects(document, found)
    found.extend(reading.all(kinds))
    return data


def _report_amounts(document: SieDocument, found: FileFindings) -> bool:
    """Report amounts that are not whole öre; whether there are any."""
    wrong = [
        (each.account, each.ore)
        for each in amounts_of(document)
        if type(each.ore) is not int or not -MAX_ORE <= each.ore <= MAX_ORE
    ]
    for account, ore in wrong:
        found.add(codes.SIE_AMOUNT_UNWRITABLE, account=printable(account), value=ore)
    return bool(wrong)


def _report_merged(document: SieDocument, replacing: Replacing, found: FileFindings) -> None:
    """Report the keys that would become one."""
    for key, becomes, other in merged(document, replacing.text):
        own, theirs = printable(becomes), printable(other)
        why = Bilingual(
            f"det skulle skrivas {own}, som också {theirs} skrivs", f"it would be written {own}, as {theirs} is"
        )
        found.add(codes.SIE_UNWRITABLE, what=printable(key), why=why)


def _report_objects(document: SieDocument, found: FileFindings) -> None:
    """Report the objects and dimensions that are used and not declared."""
    listed = {each.objects for each in amounts_of(document)}
    pairs = sorted({pair for objects in listed for pair in objects})
    for dimension in dict.fromkeys(dimension for dimension, _ in pairs):
        reserved = dimension.isdecimal() and int(dimension[:9]) <= _LAST_RESERVED_DIMENSION
        if dimension not in document.dimensions and not reserved:
            found.add(codes.SIE_OBJECT_NOT_DECLARED, what=f"Dimension {printable(dimension)}", label="DIM")
    for dimension, number in pairs:
        if (dimension, number) not in document.objects:
            key = printable(number), printable(dimension)
            what = Bilingual("Objekt {} i dimension {}".format(*key), "Object {} of dimension {}".format(*key))
            found.add(codes.SIE_OBJECT_NOT_DECLARED, what=what, label="OBJEKT")


def _report_difference(meant: SieDocument, read: SieDocument, found: FileFindings) -> None:
    """Report the first part of a document that reads back as something else."""
    part = next(each for each in _COMPARED if getattr(meant, each) != getattr(read, each))
    path, own, other = _first_difference(getattr(meant, part), getattr(read, part), part)
    what = path if own is None else f"{path} {own!r}"
    why = Bilingual("inget skulle läsas där", "nothing would be read there")
    if other is not None:
        why = Bilingual(
            *(f"{each} {printable(repr(other))}" for each in ("det skulle läsas som", "it would be read as"))
        )
    found.add(codes.SIE_UNWRITABLE, what=printable(what), why=why)


def _first_difference(own: Any, read: Any, path: str) -> tuple[str, Any, Any]:
    """Where two values differ first, and what each of them has there; ``None`` for nothing.

    >>> _first_difference([("A", 1)], [("A", 2)], "pairs")
    ('pairs[0][1]', 1, 2)
    """
    if type(own) is not type(read):
        return path, own, read
    if isinstance(own, dict):
        key = next(each for each in chain(own, read) if own.get(each) != read.get(each))
        return _first_difference(own.get(key), read.get(key), f"{path}[{key!r}]")
    names = [each.name for each in fields(own) if each.compare] if is_dataclass(own) else getattr(own, "_fields", ())
    for name in names:
        if getattr(own, name) != getattr(read, name):
            return _first_difference(getattr(own, name), getattr(read, name), f"{path}.{name}")
    if isinstance(own, list | tuple):
        differing = ((at, *pair) for at, pair in enumerate(zip_longest(own, read)) if pair[0] != pair[1])
        index, mine, theirs = next(differing)
        path = f"{path}[{index}]"
        return _first_difference(mine, theirs, path) if len(own) == len(read) else (path, mine, theirs)
    return path, own, read
