"""The named styles of a document (formatmallar): a template's own where it has them, and else ours beside them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.document import Document

_WORDS_OWN_SIZE: Final = 20
_REFERS: Final = ("w:basedOn", "w:next", "w:link")


def styles_of(document: Document, blank: Document) -> dict[str, str]:
    """The identifier of each of our styles by its name, in a document that has them all when this is done.

    Word's own styles are found by the names that Word gives them in every language.
    """
    from docx.oxml.ns import qn

    there = document.styles.element
    names = {_named(style): style.get(qn("w:styleId")) for style in there.xpath("./w:style")}
    taken = set(names.values())
    ids: dict[str, str] = {}
    missing = []
    for ours in blank.styles.element.xpath("./w:style"):
        own = ours.get(qn("w:styleId"))
        if (known := names.get(_named(ours))) is not None:
            ids[own] = known
        else:
            ids[own] = own if own not in taken else f"{own}-rapport"
            missing.append(ours)
    for ours in missing:
        copied = deepcopy(ours)
        copied.set(qn("w:styleId"), ids[ours.get(qn("w:styleId"))])
        for reference in copied.xpath("|".join(f"./{name}" for name in _REFERS)):
            reference.set(qn("w:val"), ids[reference.get(qn("w:val"))])
        there.append(copied)
    return {
        ours.xpath("string(./w:name/@w:val)"): ids[ours.get(qn("w:styleId"))]
        for ours in blank.styles.element.xpath("./w:style")
    }


def _named(style: Any) -> tuple[str, str]:
    """What a style is for and its name; a program may write Word's own names with capitals."""
    return style.xpath("string(./@w:type)"), style.xpath("string(./w:name/@w:val)").casefold()


def size_of(document: Document, style: str) -> int:
    """The size of a style's text in half points: its own, or what it has of the styles that it is based on."""
    from docx.oxml.ns import qn

    styles = document.styles.element
    known = {each.get(qn("w:styleId")): each for each in styles.xpath("./w:style")}
    seen: set[str] = set()
    while style in known and style not in seen:
        seen.add(style)
        if size := known[style].xpath("string(./w:rPr/w:sz/@w:val)"):
            return int(size)
        style = known[style].xpath("string(./w:basedOn/@w:val)")
    return int(styles.xpath("string(./w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val)") or _WORDS_OWN_SIZE)


def set_language(document: Document, tag: str) -> None:
    """Say in which language the document is, so that it is read aloud and spelt in it."""
    from docx.oxml.ns import nsdecls, qn
    from docx.oxml.parser import parse_xml

    styles = document.styles.element
    for path in ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"):
        inner = styles.find(qn(path))
        if inner is None:
            inner = parse_xml(f"<{path} {nsdecls('w')}/>")
            if path == "w:lang":
                styles.append(inner)
            else:
                styles.insert(0, inner)
        styles = inner
    styles.set(qn("w:val"), tag)
