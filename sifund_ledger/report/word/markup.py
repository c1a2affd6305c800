"""The elements of a Word document as text (WordprocessingML): runs, paragraphs, links, bookmarks, fields."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Final

from sifund_ledger.report.printed import harmless

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
TAGS: Final = {"sv": "sv-SE", "en": "en-GB"}
"""The languages as Word knows them."""

_FIELD: Final = ("begin", "separate", "end")


def said(text: str) -> str:
    """Text for an element or an attribute: nothing in it is obeyed, and amounts are never broken over lines."""
    return escape(harmless(text))


class Markup:
    """Elements in the styles of one document, which are named; each bookmark gets its number."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles
        self._bookmarks = 0

    def run(self, text: str, style: str = "", *, size: int = 0, language: str = "") -> str:
        """Text in a character style; ``size`` in half points where it is another than the style's."""
        return self._run(f'<w:t xml:space="preserve">{said(text)}</w:t>', style, size, language)

    def _run(self, content: str, style: str = "", size: int = 0, language: str = "") -> str:
        marks = f'<w:rStyle w:val="{self._styles[style]}"/>' if style else ""
        marks += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
        marks += f'<w:lang w:val="{TAGS[language]}"/>' if language else ""
        return f"<w:r>{f'<w:rPr>{marks}</w:rPr>' if marks else ''}{content}</w:r>"

    def paragraph(
        self, style: str, *content: str, indent: int = 0, before: int = -1, stop: int = 0, keep: bool = False
    ) -> str:
        """A paragraph in a style; ``indent``, the space ``before`` and the ``stop`` of a tabulator on the right in
        twentieths of a point."""
        marks = f'<w:pStyle w:val="{self._styles[style]}"/>'
        marks += "<w:keepNext/>" if keep else ""
        marks += f'<w:tabs><w:tab w:val="right" w:pos="{stop}"/></w:tabs>' if stop else ""
        marks += f'<w:spacing w:before="{before}"/>' if before >= 0 else ""
        marks += f'<w:ind w:left="{indent}"/>' if indent else ""
        return f"<w:p><w:pPr>{marks}</w:pPr>{''.join(content)}</w:p>"

    def link(self, bookmark: str, *content: str) -> str:
        """A link to a place in the document."""
        return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{"".join(content)}</w:hyperlink>'

    def bookmark(self, name: str, *content: str) -> str:
        """A place that links lead to."""
        self._bookmarks += 1
        number = self._bookmarks
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{"".join(content)}<w:bookmarkEnd w:id="{number}"/>'

    def field(self, code: str) -> str:
        """What Word fills in itself, such as the number of the page."""
        begin, separate, end = (self._run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in _FIELD)
        asked = self._run(f'<w:instrText xml:space="preserve"> {code} </w:instrText>')
        return f"{begin}{asked}{separate}{self.run('1')}{end}"

    def line_break(self) -> str:
        """A new line in the same paragraph."""
        return self._run("<w:br/>")

    def tab(self) -> str:
        """What moves the rest of the line to the next stop."""
        return self._run("<w:tab/>")
