"""The sentences of the texts (mallar): one set of templates, and how a municipality's own are checked and filled."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import Language, Unit, amount_in_unit
from sifund_ledger.findings import Bilingual, Finding, shown
from sifund_ledger.year_end.findings import TEMPLATE_FIELD_UNKNOWN, TEMPLATE_UNKNOWN, TEMPLATE_UNREADABLE

TEMPLATES: Final[dict[str, str]] = {
    # Headings.
    "heading_item": "Tjänsteskrivelse: årsredovisning och balanskravsutredning {year}",
    "heading_background": "Bakgrund",
    "heading_calculation": "Beräkning",
    "heading_decision": "Förslag till beslut",
    "heading_disclosures": "Upplysningar om balanskravet",
    "heading_equity": "Not om eget kapital",
    "heading_funds": "Öronmärkt eget kapital",
    "heading_plan": "Åtgärdsplan, utkast",
    "heading_lacking": "Beslut som saknas",
    # The executive board's item.
    "item": "{entity}. {board} till {council}.",
    "item_summary": "Ärendet gäller bokslutet för {year}. Årets resultat är {result} och balanskravsresultatet "
    "{balance_result}. Att återställa vid årets slut är {to_restore}.",
    "item_draft": "Skrivelsen vilar på beslut som föreslås.",
    "background_brought": "Vid årets ingång återstod {amount} att återställa av underskottet {deficit_year}.",
    "background_restated": "Rättelse av tidigare års balanskravsresultat har ändrat det som ska återställas med "
    "{amount}.",
    "background_repealed": "Upphävda beslut om synnerliga skäl har ändrat det som ska återställas med {amount}.",
    "background_rule": "{rule} ({law}).",
    "background_purpose": "Fonden {fund} har ändamålet: {purpose}.",
    "background_moved": "Registrerat för {year}: {what} {amount}, fonden {fund} ({decision}).",
    "row": "{row}: {amount}",
    "calculated_by": "Balanskravsresultatet är beräknat enligt {law}.",
    # The council's decision.
    "decide": "{board} föreslår att {council} beslutar",
    "approve": "att godkänna årsredovisningen för {year}, med ett resultat om {result} och ett balanskravsresultat "
    "om {balance_result},",
    "allocate": "att reservera {amount} av {year} års resultat till {reserve},",
    "use_reserve": "att använda {amount} ur {reserve} för {year},",
    "earmark_it": "att öronmärka {amount} av {result_year} års resultat till fonden {fund},",
    "renew_it": "att förnya öronmärkningen i fonden {fund} med {amount} av {result_year} års resultat, efter "
    "återföringar,",
    "use_it": "att ianspråkta {amount} av det som är öronmärkt i fonden {fund}, för {project},",
    "waive": "att med stöd av {law} inte återställa {amount} av underskottet {deficit_year} på grund av synnerliga "
    "skäl: {reason},",
    "extend": "att med stöd av {law} återställa {amount} av underskottet {deficit_year} senast {due}, på grund av "
    "synnerliga skäl: {reason},",
    "plan": "att anta en åtgärdsplan för att återställa {amount} av underskottet {deficit_year} senast {due},",
    # The annual report: the balance requirement.
    "result": "Årets resultat är {result}. Efter balanskravsjusteringar är det {adjusted}, och "
    "balanskravsresultatet är {balance_result}.",
    "allocated": "Till {reserve} reserveras {amount}.",
    "allocated_proposed": "Till {reserve} föreslås {amount} reserveras.",
    "used_reserve": "Ur {reserve} används {amount}.",
    "used_reserve_proposed": "Ur {reserve} föreslås {amount} användas.",
    "purpose": "Reserven används till följande: {purpose}.",
    "waived": "Synnerliga skäl åberopas för att inte återställa {amount} av underskottet {deficit_year}: {reason} "
    "({decision}).",
    "extended": "Synnerliga skäl åberopas för att återställa {amount} av underskottet {deficit_year} senast {due}: "
    "{reason} ({decision}).",
    "waived_proposed": "Det föreslås att {amount} av underskottet {deficit_year} inte återställs, på grund av "
    "synnerliga skäl: {reason} ({decision}).",
    "extended_proposed": "Det föreslås att {amount} av underskottet {deficit_year} återställs senast {due}, på "
    "grund av synnerliga skäl: {reason} ({decision}).",
    "restored": "Av underskottet {deficit_year} återställs {amount} med årets resultat.",
    "voluntary": "Därutöver återställs {amount} frivilligt.",
    "to_plan": "Hur årets underskott ska återställas anges i den åtgärdsplan som fullmäktige antar.",
    "adopted": "Underskottet {deficit_year} återställs senast {due} enligt åtgärdsplanen ({decision}): {measures}.",
    "left": "Av underskottet {deficit_year} återstår {amount}, som återställs senast {due}.",
    "left_late": "Av underskottet {deficit_year} återstår {amount}, som skulle ha återställts senast {due}.",
    "nothing_left": "Inget underskott återstår att återställa.",
    # The annual report: equity and the funds.
    "equity": "Eget kapital är {opening} vid årets början och {closing} vid årets slut. Årets resultat är {result}.",
    "equity_adjusted": "Justerat ingående eget kapital är {adjusted}; {amount} har justerats direkt mot eget kapital.",
    "equity_corrected": "Justerat ingående eget kapital är {adjusted}; {amount} är rättelse av tidigare år.",
    "equity_reserve": "Av eget kapital vid årets slut hör {amount} till {reserve}.",
    "equity_earmark": "Av eget kapital vid årets slut är {amount} öronmärkt i fonden {fund}.",
    "fund": "I fonden {fund} var {opening} öronmärkt vid årets början. Under året öronmärktes {set_aside} och "
    "ianspråktogs {used}. Vid årets slut är {closing} öronmärkt, varav {available} är disponibelt och {committed} "
    "är beviljat men inte förbrukat.",
    "fund_of_reserve": "I resultatreserven hörde {opening} till fonden {fund} vid årets början. Under året "
    "reserverades {set_aside} och användes {used}. Vid årets slut hör {closing} till fonden, varav {available} är "
    "disponibelt och {committed} är beviljat men inte förbrukat.",
    "fund_renewed": "Därtill förnyades öronmärkningen i fonden {fund} med {amount}, efter återföringar.",
    "fund_dissolved": "I fonden {fund} upplöstes {amount}.",
    "fund_corrected": "Rättelse av tidigare år ändrade fonden {fund} med {amount}.",
    "fund_earmark_proposed": "Till fonden {fund} föreslås {amount} av {result_year} års resultat öronmärkas.",
    "fund_renew_proposed": "I fonden {fund} föreslås öronmärkningen förnyas med {amount} av {result_year} års "
    "resultat, efter återföringar.",
    "fund_use_proposed": "Av det som är öronmärkt i fonden {fund} föreslås {amount} ianspråktas för {project}.",
    "earmark": "En öronmärkning är varken pengar, bankkonto eller avsättning, utan en märkning av eget kapital.",
    # The action plan.
    "plan_deficit": "Balanskravsresultatet {deficit_year} är negativt, och {amount} ska återställas. {rule} ({law}).",
    "plan_part": "{amount} ska återställas senast {due}.",
    "plan_measure": "{year}: åtgärd …, belopp …, ansvarig …",
    "plan_sum": "Åtgärderna ger tillsammans minst {amount} till och med {due}.",
    "plan_follow": "Planen följs upp i varje delårsrapport och årsredovisning till och med {due}.",
    "plan_day": "Fullmäktige beslutar om planen senast {ordinarily}, vid särskilda skäl {by}.",
    # What is still to be decided.
    "decide_restoring": "Hur underskottet {deficit_year}, {amount}, ska återställas: senast {ordinarily}, vid "
    "särskilda skäl {by}.",
    "decide_ground": "{amount} av underskottet {deficit_year}: beslutet om synnerliga skäl är bara föreslaget. Det "
    "fattas senast {ordinarily}, vid särskilda skäl {by}.",
    "decide_ground_undated": "{amount} av underskottet {deficit_year}: beslutet om synnerliga skäl är bara "
    "föreslaget. Det fattas senast när årsredovisningen godkänns.",
    "decide_reserve": "Reservens förändring för {year}: beslutet är bara föreslaget eller saknas. Det fattas senast "
    "när årsredovisningen godkänns.",
    "decide_reserve_by": "Reservens förändring för {year}: beslutet är bara föreslaget eller saknas. Det fattas "
    "senast {by}.",
    "decide_earmark": "{amount} att öronmärka i fonden {fund}: beslutet saknas. Det fattas senast när "
    "årsredovisningen för {year} godkänns.",
    "decide_renewal": "{amount} att förnya i fonden {fund}: beslutet saknas. Det fattas senast när årsredovisningen "
    "för {year} godkänns.",
    "decide_use": "{amount} att ianspråkta ur fonden {fund} för {project}: beslutet saknas. Det fattas senast när "
    "årsredovisningen för {year} godkänns.",
}
"""Every sentence by its name; the fields in braces are filled in."""

AMOUNTS: Final = frozenset({
    "amount", "result", "adjusted", "balance_result", "to_restore", "opening", "closing", "set_aside", "used",
    "available", "committed",
})  # fmt: skip
"""The fields that are amounts: each is printed with its unit."""
_MORE: Final = {"approve": ("adjusted",)}
"""Fields that a sentence may have beside those of the template here; a heading may have the year."""


class Sum(NamedTuple):
    """An amount in a sentence, in öre, with the unit it is printed in."""

    ore: int
    unit: Unit

    def words(self, language: Language) -> str:
        """The amount with its unit.

        >>> Sum(-150_000_000, "tkr").words("sv")
        '−1 500 tkr'
        """
        return amount_in_unit(self.ore, self.unit, language)


def fields_of_sentence(name: str) -> tuple[str, ...]:
    """The fields that a sentence may have, by its name.

    >>> fields_of_sentence("allocate")
    ('amount', 'year', 'reserve')
    """
    more = ("year",) if name.startswith("heading_") else _MORE.get(name, ())
    return tuple(dict.fromkeys((*_fields_in(TEMPLATES[name]), *more)))


def check_templates(templates: Mapping[str, str]) -> Iterator[Finding]:
    """Why sentences of one's own cannot be used, each fault with the sentence's name as its place: a name that there is
    not, a field that the sentence does not have, braces that do not pair."""
    for name, text in templates.items():
        if name not in TEMPLATES:
            yield TEMPLATE_UNKNOWN.at(name, name=shown(name), known=", ".join(TEMPLATES))
            continue
        known = fields_of_sentence(name)
        try:
            strange = [field for field in _fields_in(text) if field not in known]
        except ValueError:
            yield TEMPLATE_UNREADABLE.at(name, name=name)
            continue
        if strange:
            yield TEMPLATE_FIELD_UNKNOWN.at(name, name=name, field=shown(strange[0]), known=", ".join(known))


def _fields_in(text: str) -> list[str]:
    """The names between braces. Raises ``ValueError`` where these do not pair, and for what is not a name alone."""
    fields = []
    for _, field, form, conversion in string.Formatter().parse(text):
        if field is not None:
            if conversion or (form and form not in ("unit", "kr", "tkr", "mkr")):
                raise ValueError(text)
            fields.append(field)
    return fields


class Sentences:
    """Fills sentences by name, amounts in a unit."""

    def __init__(self, templates: Mapping[str, str], unit: Unit) -> None:
        self._templates, self._unit = {**TEMPLATES, **templates}, unit

    def __call__(self, name: str, **values: Any) -> str:
        """The sentence of a name, with its fields filled; amounts come in öre."""
        filled = {key: Sum(value, self._unit) if key in AMOUNTS else value for key, value in values.items()}
        return Bilingual(self._templates[name], "").filled(**filled).sv
