"""A municipality's own Word document as what a report is written in (mall): opened within limits, its text left out."""

from __future__ import annotations

import os
import zipfile
import zlib
from copy import deepcopy
from functools import cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.files import Bound, file_bytes
from sifund_ledger.findings import Bilingual
from sifund_ledger.report import findings as codes

if TYPE_CHECKING:
    from docx.document import Document

_BOUND: Final = Bound(
    20,
    Bilingual("Ta bort text och bilder ur mallen.", "Remove text and pictures from the template."),
    workbooks=True,
)
_MOST_PARTS: Final = 2_000
_MOST_MEGABYTES: Final = 60
"""What a template unpacks to at most; one with a cover of photographs is ten."""
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_THEME: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_OF_THEMES: Final = "application/vnd.openxmlformats-officedocument.theme+xml"
_NO_DOCUMENT: Final = Bilingual("den är inget Word-dokument (.docx)", "it is no Word document (.docx)")
_OTHER_KIND: Final = Bilingual(
    "den är en Word-mall (.dotx) eller har makron (.docm, .dotm)",
    "it is a Word template (.dotx) or has macros (.docm, .dotm)",
)
_PROTECTED: Final = Bilingual(
    "den har ett äldre format (.doc) eller är skyddad med lösenord",
    "it has an older format (.doc) or is protected by a password",
)
_DAMAGED: Final = Bilingual("den är skadad", "it is damaged")
_LARGE: Final = Bilingual("den är för stor när den packas upp", "it is too large when it is unpacked")
_ENTITIES: Final = Bilingual("den har egna definitioner (DTD)", "it has definitions of its own (DTD)")
_BLANK: Final = {
    "[Content_Types].xml": "content_types.xml", "_rels/.rels": "package_rels.xml", "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml", "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml", "word/settings.xml": "settings.xml", "word/theme/theme1.xml": "theme.xml",
    "word/fontTable.xml": "font_table.xml",
}  # fmt: skip


def blank() -> Document:
    """An empty document with our styles."""
    return _opened(BytesIO(_blank()))


@cache
def _blank() -> bytes:
    folder = resources.files(__package__).joinpath("blank")
    return packed((name, folder.joinpath(file).read_bytes()) for name, file in _BLANK.items())


def document_of(path: str | os.PathLike[str] | None) -> Document:
    """An empty document; that of a template where one is given. Raises as :func:`template` does."""
    return blank() if path is None else template(path)


def template(path: str | os.PathLike[str]) -> Document:
    """A template without its text: its styles, and the headers, footers and pages of its last section.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` for what is no Word document, or a damaged or too large one.
    """
    name, data = os.fspath(path), file_bytes(path, _BOUND)
    if why := _unfit(data):
        raise UnreadableInput([codes.WORD_TEMPLATE_UNREADABLE.at(name, why=why)])
    try:
        document = _opened(BytesIO(data))
        _emptied(document)
        _coloured(document)
    except Exception:  # python-docx trusts what it reads, and a damaged file can raise anything
        raise UnreadableInput([codes.WORD_TEMPLATE_UNREADABLE.at(name, why=_DAMAGED)]) from None
    return document


def _opened(file: BytesIO) -> Document:
    try:
        import docx
    except ImportError:
        missing = codes.REPORT_NOT_INSTALLED.at("report", form="Word", package="python-docx", extra="word")
        raise UnreadableInput([missing]) from None
    return docx.Document(file)


def _unfit(data: bytes) -> Bilingual | None:
    """Why a file is no template, if it is none; nothing of it is unpacked before its size is known."""
    if data.startswith(bytes.fromhex("d0cf11e0a1b11ae1")):
        return _PROTECTED
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_MEGABYTES * 1_000_000:
                return _LARGE
            if any(b"<!DOCTYPE" in archive.read(part) for part in parts if part.filename.endswith((".xml", ".rels"))):
                return _ENTITIES
            types = archive.read("[Content_Types].xml").decode("utf-8", "replace")
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, ValueError, RuntimeError, NotImplementedError):
        return _DAMAGED if data.startswith(b"PK") else _NO_DOCUMENT
    if _MAIN in types:
        return None
    return _OTHER_KIND if "wordprocessingml" in types or "ms-word" in types else _NO_DOCUMENT


def _emptied(document: Document) -> None:
    """Take out the text, and what only the text referred to; a section without headers has those before it."""
    from docx.oxml.ns import qn

    body = document.element.body
    sections = body.xpath("./w:p/w:pPr/w:sectPr | ./w:sectPr")
    last = sections[-1] if sections else body.add_section_break()
    for earlier in reversed(sections[:-1]):
        had = {_kind(each) for each in last.xpath("./w:headerReference | ./w:footerReference")}
        for reference in earlier.xpath("./w:headerReference | ./w:footerReference"):
            if _kind(reference) not in had:
                last.insert(0, deepcopy(reference))
    referred = set(body.xpath(".//@r:id | .//@r:embed | .//@r:link"))
    for child in list(body):
        if child is not last:
            body.remove(child)
    body.append(last)
    for unused in referred - set(body.xpath(".//@r:id | .//@r:embed | .//@r:link")):
        document.part.rels.pop(unused, None)
    for relation, of in list(document.part.rels.items()):
        if of.reltype.endswith("/stylesWithEffects"):  # Word 2010 kept the styles twice; the second would lack ours
            document.part.rels.pop(relation)
    for start in last.xpath("./w:pgNumType[@w:start]"):
        start.attrib.pop(qn("w:start"))


def _coloured(document: Document) -> None:
    """Give a document without colours of its own, as LibreOffice writes them, ours; charts are drawn in them."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    if not any(relation.reltype == _THEME for relation in document.part.rels.values()):
        colours = resources.files(__package__).joinpath("blank", "theme.xml").read_bytes()
        theme = Part(PackURI("/word/theme/theme1.xml"), _OF_THEMES, colours, document.part.package)
        document.part.relate_to(theme, _THEME)


def _kind(reference: Any) -> tuple[str, str]:
    """A header or a footer, and of which pages."""
    return reference.tag, reference.xpath("string(./@w:type)")


def packed(parts: Any) -> bytes:
    """Parts by name as a package: the same bytes whenever it is made."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def saved(document: Document) -> bytes:
    """The bytes of a document: the same whenever it is made."""
    file = BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as archive:
        return packed([(part.filename, archive.read(part)) for part in archive.infolist()])
