"""What a year's records lead to, to be decided (föreslagna händelser): as an events file, or in the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.output import Output
from sifund_ledger.findings import Bilingual, Finding

if TYPE_CHECKING:
    from sifund_ledger.book import Book

_TO_DECIDE: Final = Bilingual(
    "fullmäktiges beslut: organ datum § paragraf", "the council's decision: body date § number"
)
_PROPOSED: Final = Bilingual(
    "Det som bokens poster leder till för {year}. Fyll i besluten, ändra det som ska vara annorlunda,\n"
    "och registrera: sifund post {book} FIL",
    "What the book's records lead to for {year}. Fill in the decisions, change what is to be otherwise,\n"
    "and record it: sifund post {book} FILE",
)


def proposed_events(book: Book, path: str, year: int, output: Output) -> tuple[str | bytes, list[Finding]]:
    """The events that a year's records lead to, as an events file (TOML, or JSON) or the template to be completed; and
    that there are none."""
    events, language = book.year_events(year), output.language
    found = [] if events else [codes.NOTHING_TO_PROPOSE.at(str(year), year=year)]
    if output.format == "xlsx":
        from sifund_ledger.cli.interchange.workbooks import names_of
        from sifund_ledger.exchange.template.template import write_template

        return write_template(language=language, events=events, names=names_of(book)), found
    decision = f"<{_TO_DECIDE.words(language)}>"
    if output.format == "json":
        from sifund_ledger.exchange.escapes import json_text

        return json_text({"decision": decision, "event": events}), found
    from sifund_ledger.exchange.events_file import events_to_toml

    remark = _PROPOSED.words(language).format(year=year, book=path)
    return events_to_toml(events, remark=remark, decision=decision, language=language), found
