"""Texts for the council and the annual report from a year-end (texter till beslut och årsredovisning), in Swedish.

Every number stands in the year-end's own tables, and every sentence is a template with a name, so that a municipality
may use its own words. They are drafts, to be read and edited by a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import Unit
from sifund_ledger.balance.deficits.deficits import Deficit
from sifund_ledger.balance.figures.year_figures import EntityKind, GroundEffect
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import THE_RESERVE
from sifund_ledger.decisions import DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual, shown
from sifund_ledger.funds.tables.account import FundAccount
from sifund_ledger.law import DEFICITS, EXCEPTIONAL_GROUNDS, in_force
from sifund_ledger.year_end.findings import TEMPLATE_FIELD_UNKNOWN, TEMPLATE_UNKNOWN
from sifund_ledger.year_end.run import YearEnd

TEMPLATES: Final[dict[str, str]] = {
    "decide": "{board} föreslår att {council} beslutar",
    "approve": "att godkänna årsredovisningen för {year}, med ett resultat om {result:unit} och ett "
    "balanskravsresultat om {balance_result:unit},",
    "allocate": "att reservera {amount:unit} av {year} års resultat till {reserve},",
    "use_reserve": "att använda {amount:unit} ur {reserve} för {year},",
    "waive": "att med stöd av {law} inte återställa {amount:unit} av underskottet {deficit_year} på grund av "
    "synnerliga skäl: {reason},",
    "extend": "att med stöd av {law} återställa {amount:unit} av underskottet {deficit_year} senast {due}, på grund av "
    "synnerliga skäl: {reason},",
    "plan": "att anta en åtgärdsplan för att återställa {amount:unit} av underskottet {deficit_year} senast {due},",
    "result": "Årets resultat är {result:unit}. Efter balanskravsjusteringar är det {adjusted:unit}, och "
    "balanskravsresultatet är {balance_result:unit}.",
    "allocated": "Till {reserve} reserveras {amount:unit}.",
    "used_reserve": "Ur {reserve} används {amount:unit}.",
    "purpose": "Reserven används till följande: {purpose}.",
    "waived": "Synnerliga skäl åberopas för att inte återställa {amount:unit} av underskottet {deficit_year}: "
    "{reason} ({decision}).",
    "extended": "Synnerliga skäl åberopas för att återställa {amount:unit} av underskottet {deficit_year} senast "
    "{due}: {reason} ({decision}).",
    "restored": "Av underskottet {deficit_year} återställs {amount:unit} med årets resultat.",
    "left": "Av underskottet {deficit_year} återstår {amount:unit}, att återställa senast {due}.",
    "nothing_left": "Inget underskott återstår att återställa.",
    "fund": "I fonden {fund} var {opening:unit} öronmärkt vid årets början. Under året öronmärktes {set_aside:unit} "
    "och ianspråktogs {used:unit}. Vid årets slut är {closing:unit} öronmärkt, varav {available:unit} är disponibelt "
    "och {committed:unit} är beviljat men inte förbrukat.",
    "earmark": "En öronmärkning är varken pengar, bankkonto eller avsättning, utan en märkning av eget kapital.",
    "decide_restoring": "Hur underskottet {deficit_year}, {amount:unit}, ska återställas: senast {ordinarily}, vid "
    "särskilda skäl {by}.",
    "decide_proposed": "{amount:unit} av underskottet {deficit_year}: beslutet om synnerliga skäl är bara föreslaget.",
    "decide_reserve": "Reservens förändring för {year}: beslutet är bara föreslaget eller saknas.",
}
"""Every sentence by its name; the fields in braces are filled in."""
HEADINGS: Final = {
    "decision": "Förslag till beslut",
    "disclosures": "Upplysningar om balanskravet",
    "funds": "Öronmärkt eget kapital",
    "lacking": "Beslut som saknas",
}
"""The sections, in order."""
_BODIES: Final = {
    EntityKind.MUNICIPALITY: ("Kommunstyrelsen", "kommunfullmäktige"),
    EntityKind.REGION: ("Regionstyrelsen", "regionfullmäktige"),
    EntityKind.FEDERATION: ("Förbundsstyrelsen", "förbundsfullmäktige"),
}


class Section(NamedTuple):
    """A part of the texts: its code, its heading, and its paragraphs."""

    code: str
    heading: str
    paragraphs: tuple[str, ...]


def year_end_texts(
    run: YearEnd, *, unit: Unit = "kr", templates: Mapping[str, str] | None = None
) -> tuple[Section, ...]:
    """The texts of a year-end: what the council is to decide, what the annual report discloses (LKBR 11:10–11), each
    fund's year, and the decisions that are lacking, with the last day of each. A section with nothing to say is left
    out.

    ``templates`` replaces sentences by name. Raises :class:`~sifund_ledger.Refused` for a name that there is not, and
    for a field that a sentence does not have.
    """
    for name in templates or {}:
        if name not in TEMPLATES:
            raise Refused([TEMPLATE_UNKNOWN.at(name, name=shown(name), known=", ".join(TEMPLATES))])
    words = _Words({**TEMPLATES, **(templates or {})}, unit)
    year = run.statement.year(run.year)
    board, council = _BODIES[run.statement.entity_kind]
    parts = {
        "decision": (words("decide", board=board, council=council), *_closed(_clauses(year, words))),
        "disclosures": tuple(_disclosures(year, words)),
        "funds": tuple(_funds(run.accounts, run.year, words)),
        "lacking": tuple(_lacking(year, words)),
    }
    return tuple(Section(code, HEADINGS[code], text) for code, text in parts.items() if text)


def text_of(sections: tuple[Section, ...]) -> str:
    """The sections as one text: headings, and a blank line between paragraphs."""
    return "\n\n".join(
        "\n\n".join((f"{each.heading}\n{'─' * len(each.heading)}", *each.paragraphs)) for each in sections
    )


class _Words:
    """Fills sentences by name, amounts in a unit."""

    def __init__(self, templates: Mapping[str, str], unit: Unit) -> None:
        self._templates, self._unit = templates, unit

    def __call__(self, name: str, **values: Any) -> str:
        template = self._templates[name]
        try:
            return Bilingual(template, "").filled(unit=self._unit, **values).sv
        except (KeyError, ValueError, IndexError):
            known = ", ".join(values)
            raise Refused([TEMPLATE_FIELD_UNKNOWN.at(name, name=name, known=known)]) from None


def _closed(clauses: Iterator[str]) -> Iterator[str]:
    """Clauses with "samt" before the last, which ends the sentence."""
    *first, last = clauses
    yield from first
    yield (f"samt {last}" if first else last).rstrip(",") + "."


def _clauses(year: YearStatement, words: _Words) -> Iterator[str]:
    yield words("approve", year=year.year, **_results(year))
    for account in year.reserves:
        reserve = THE_RESERVE[account.reserve].sv
        if account.allocated_ore:
            yield words("allocate", year=year.year, amount=account.allocated_ore, reserve=reserve)
        if account.used_ore:
            yield words("use_reserve", year=year.year, amount=account.used_ore, reserve=reserve)
    for name, told in _grounds(year, ("waive", "extend")):
        yield words(name, law=_paragraph(year.year), **told)
    for deficit in year.deficits:
        if deficit.year == year.year and deficit.plan_required:
            yield words("plan", **_of_deficit(deficit))


def _results(year: YearStatement) -> dict[str, Any]:
    return {
        "result": year.figures.ore("net_result") or 0,
        "adjusted": year.result_after_adjustments_ore,
        "balance_result": year.balance_requirement_result_ore,
    }


def _grounds(year: YearStatement, names: tuple[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for ground in year.figures.exceptional_grounds:
        name = names[0] if ground.effect is GroundEffect.WAIVE else names[1]
        told = {"amount": ground.ore, "deficit_year": ground.deficit_year, "due": ground.due_year}
        yield name, {**told, "reason": ground.reason.rstrip("."), "decision": ground.decision}


def _of_deficit(deficit: Deficit) -> dict[str, Any]:
    last = max(part.due_year for part in deficit.parts)
    return {"amount": deficit.left_ore, "deficit_year": deficit.year, "due": last}


def _paragraph(year: int) -> str:
    """Where exceptional grounds stand in the act of a fiscal year, as minutes write it."""
    cited = in_force(EXCEPTIONAL_GROUNDS, year).citation
    if cited is None:
        return "kommunallagen"
    chapter, _, paragraph = cited.place.partition(":")
    return f"{chapter} kap. {paragraph} § kommunallagen ({cited.source.sfs})"


def _disclosures(year: YearStatement, words: _Words) -> Iterator[str]:
    yield words("result", **_results(year))
    for account in year.reserves:
        reserve = THE_RESERVE[account.reserve].sv
        if account.allocated_ore:
            yield words("allocated", amount=account.allocated_ore, reserve=reserve)
        if account.used_ore:
            yield words("used_reserve", amount=account.used_ore, reserve=reserve)
    if year.figures.reserve_purpose.strip():
        yield words("purpose", purpose=year.figures.reserve_purpose.strip().rstrip("."))
    for name, told in _grounds(year, ("waived", "extended")):
        yield words(name, **told)
    for origin, ore in year.restored_by_year:
        yield words("restored", deficit_year=origin, amount=ore)
    left = [deficit for deficit in year.deficits if deficit.left_ore]
    for deficit in left:
        yield words("left", **_of_deficit(deficit))
    if not left:
        yield words("nothing_left")


def _funds(accounts: tuple[FundAccount, ...], year: int, words: _Words) -> Iterator[str]:
    told = False
    for account in accounts:
        for of in account.years:
            if of.first_year == year:
                told = True
                yield words(
                    "fund", fund=account.fund, opening=of.opening_ore, set_aside=of.set_aside_ore + of.renewed_ore,
                    used=of.used_ore, closing=of.closing_ore, available=of.available_ore, committed=of.committed_ore,
                )  # fmt: skip
    if told:
        yield words("earmark")


def _lacking(year: YearStatement, words: _Words) -> Iterator[str]:
    for _, told in _grounds(year, ("", "")):
        if told["decision"].state is DecisionState.PROPOSED:
            yield words("decide_proposed", **told)
    decision = year.figures.reserve_decision
    moved = any(account.allocated_ore or account.used_ore for account in year.reserves)
    if moved and (decision is None or decision.state is DecisionState.PROPOSED):
        yield words("decide_reserve", year=year.year)
    for deficit in year.deficits:
        by = deficit.decide_by
        if deficit.left_ore and by is not None and deficit.year == year.year:
            ordinarily = in_force(DEFICITS, deficit.year).budgeted_by(deficit.year)
            yield words("decide_restoring", ordinarily=ordinarily, by=by, **_of_deficit(deficit))
