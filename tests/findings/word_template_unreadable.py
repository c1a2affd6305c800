"""The template of a Word document is none: a text, a Word template (.dotx), one with macros, or damaged.

sv: Mallen till ett Word-dokument är inget dokument: en text, en Word-mall (.dotx), en med makron, eller skadad.
"""

from pathlib import Path

from sifund_ledger.report.word.template import document_of


def reproduce(folder: Path):
    template = folder / "mall.docx"
    template.write_text("Kommunens mall", encoding="utf-8")
    document_of(template)
