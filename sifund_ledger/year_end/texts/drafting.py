"""The texts of a year-end, section by section (utkast): for the council, and for the annual report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sifund_ledger.amounts import Unit
from sifund_ledger.errors import Refused
from sifund_ledger.year_end.run import YearEnd
from sifund_ledger.year_end.texts import annual_report, council
from sifund_ledger.year_end.texts.action_plan import action_plan
from sifund_ledger.year_end.texts.movements import NO_FUNDS, FundsOfYear
from sifund_ledger.year_end.texts.sentences import Sentences, check_templates


class Section(NamedTuple):
    """A part of the texts: its code, its heading, and its paragraphs."""

    code: str
    heading: str
    paragraphs: tuple[str, ...]


def year_end_texts(
    run: YearEnd, *, funds: FundsOfYear = NO_FUNDS, unit: Unit = "kr", templates: Mapping[str, str] | None = None
) -> tuple[Section, ...]:
    """The texts of a year-end: the executive board's item with background, calculation and what the council is to
    decide; the annual report's disclosures (LKBR 11:10–11), note on equity and funds; the skeleton of an action plan;
    and the decisions that are lacking, with the last day of each. A section with nothing to say is left out.

    ``funds`` is what a book knows beside: ``book.texts`` has it. ``templates`` replaces sentences by name. Raises
    :class:`~sifund_ledger.Refused` with every name that there is not, and every field that a sentence does not have.
    """
    if faults := list(check_templates(templates or {})):
        raise Refused(faults)
    words = Sentences(templates or {}, unit)
    parts = {
        "item": council.item(run, funds, words),
        "background": council.background(run, funds, words),
        "calculation": council.calculation(run, words),
        "decision": council.decision(run, funds, words),
        "disclosures": annual_report.disclosures(run, words),
        "equity": annual_report.equity(run, words),
        "funds": annual_report.funds_of_year(run, funds, words),
        "plan": action_plan(run, words),
        "lacking": council.lacking(run, funds, words),
    }
    drafted = [(code, tuple(paragraphs)) for code, paragraphs in parts.items()]
    return tuple(Section(code, words(f"heading_{code}", year=run.year), text) for code, text in drafted if text)


def text_of(sections: tuple[Section, ...]) -> str:
    """The sections as one text: headings, and a blank line between paragraphs."""
    return "\n\n".join(
        "\n\n".join((f"{each.heading}\n{'─' * len(each.heading)}", *each.paragraphs)) for each in sections
    )
