"""Every word that the statement and its tables print, in Swedish and English; an explanation has its own beside it.

What is a table stands as a form; the rest as words by code. The rows of the statute have their names in ``law``.
"""

from __future__ import annotations

from typing import Final

from sifund_ledger.balance.figures.year_figures import EntityKind, GroundEffect, Presentation, StatementKind
from sifund_ledger.balance.statement.lines import (
    AFTER_EQUALISATION,
    CORRECTED,
    RESTORATION_CODES,
    RESTORED,
    TO_RESTORE,
)
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, FormField, amount, fiscal_year, heading, text
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.law.rows import row_name
from sifund_ledger.law.rules import CONSOLIDATED_TO
from sifund_ledger.sums import Part, Sum, Term, sums

_BEYOND_ROWS: Final = Bilingual("Rättelse utöver raderna ovan", "Correction beyond the rows above")

LINES: Final = {
    **dict.fromkeys(CORRECTED.values(), _BEYOND_ROWS),
    "earmark_set_aside": Bilingual("Öronmärkt under året", "Set aside during the year"),
    "earmark_used": Bilingual("Ianspråktaget av öronmärkt eget kapital", "Earmarked equity used"),
    "exceptional_grounds": Bilingual("Synnerliga skäl att inte återställa", "Exceptional grounds not to restore"),
    "presented_result": Bilingual("Resultat enligt egen uppställning", "Result in the municipality's own layout"),
    "presented_result_after_adjustments": Bilingual(
        "Resultat efter justeringar enligt egen uppställning", "Adjusted result in the municipality's own layout"
    ),
    "deficits_brought_forward": Bilingual("Underskott från tidigare år", "Deficits brought forward"),
    "deficits_corrected": Bilingual("Rättelse av tidigare år", "Correction of earlier years"),
    "grounds_repealed": Bilingual("Upphävda synnerliga skäl", "Repealed exceptional grounds"),
    "deficits_restored": Bilingual("Återställt under året", "Restored during the year"),
    "foreseen_restored": Bilingual("Planerat att återställas under året", "Planned to be restored during the year"),
    "to_restore": Bilingual("Att återställa", "To restore"),
    "foreseen_to_restore": Bilingual("Förutsett kvar att återställa", "Foreseen to be left to restore"),
    "voluntarily_restored": Bilingual("Därutöver frivilligt återställt", "Restored voluntarily besides"),
    "remaining_result": Bilingual("Kvar av årets balanskravsresultat", "Left of the balance requirement result"),
    "other": Bilingual("Egna rader", "Own rows"),
}
"""What the lines outside the statute's sums are called."""


def name_of_row(code: str, year: int) -> Bilingual:
    """What a row of the statute is called by the law of a fiscal year."""
    return Bilingual(row_name(code, year), row_name(code, year, "en"))


RESERVES: Final = {
    Reserve.EQUALISATION: Bilingual("Resultatutjämningsreserv", "Equalisation reserve"),
    Reserve.RESULT: Bilingual("Resultatreserv", "Result reserve"),
}
THE_RESERVE: Final = {
    Reserve.EQUALISATION: Bilingual("resultatutjämningsreserven", "the equalisation reserve"),
    Reserve.RESULT: Bilingual("resultatreserven", "the result reserve"),
}
"""The reserves within a sentence."""
BASES: Final = {
    "taxes_and_grants": Bilingual("skatteintäkter och bidrag", "taxes and grants"),
    "reserve_before": Bilingual("reservens ingående balans", "the reserve's opening balance"),
}
"""What the ceilings of a reserve are measured with."""
EQUITY_AND_RESERVES: Final = {
    "equity": Bilingual("eget kapital", "equity"),
    Reserve.EQUALISATION: Bilingual("resultatutjämningsreserv", "the equalisation reserve"),
    Reserve.RESULT: Bilingual("resultatreserv", "the result reserve"),
}
"""What a note on equity and a statement both have a balance of."""

KINDS: Final = {
    StatementKind.OUTCOME: Bilingual("", ""),
    StatementKind.FORECAST: Bilingual("prognos", "forecast"),
    StatementKind.INTERIM: Bilingual("delår", "interim"),
    StatementKind.BUDGET: Bilingual("budget", "budget"),
}
"""What stands behind the year of a column."""
RESTATED: Final = Bilingual("omräknad", "restated")
"""What stands behind it where later years have corrected the year (R43)."""

COMPARED: Final = {
    "last_year": Bilingual("föregående år", "year before"),
    "same_period": Bilingual("samma period föregående år", "same period of the year before"),
    "forecast": Bilingual("helårsprognos", "forecast for the full year"),
    "budget": Bilingual("budget", "budget"),
}
"""What the columns beside a year's statement hold."""

CHOSEN: Final = {
    "before": Bilingual("före användningen", "before the use"),
    "after": Bilingual("efter användningen", "after the use"),
}

_RESULTS: Final = ("balance_requirement_result", AFTER_EQUALISATION)
"""The result that decides, of which there is one in each year (``decisive_result``)."""
_BROUGHT: Final = tuple(Term(code) for code in RESTORATION_CODES if code not in TO_RESTORE.values())

STATEMENT: Final = Form(
    "statement",
    Bilingual("Balanskravsutredning", "Balance requirement statement"),
    (
        heading(
            "disclosed",
            "Öronmärkt (ingår inte ovan; tecken som i resultatet)",
            "Earmarked (not summed; signs as in the result)",
        ),
        heading(
            "disclosed_with_own_rows",
            "Öronmärkt (kan ingå ovan; tecken som i resultatet)",
            "Earmarked (may be summed; signs as in the result)",
        ),
        heading("restoring", "Återställande av underskott", "Restoring deficits"),
        FormField("remaining_result", LINES["remaining_result"]),
    ),
    sums=(
        *(
            Sum(left, (Term(result, part=Part.BELOW), *_BROUGHT), sign=-1)
            for left in TO_RESTORE.values()
            for result in _RESULTS
        ),
        *(
            Sum("remaining_result", (Term(result, part=Part.ABOVE), Term(restored, -1)))
            for restored in RESTORED.values()
            for result in _RESULTS
        ),
    ),
)
STATEMENT_OF: Final = Bilingual("Balanskravsutredning, {entity}", "Balance requirement statement, {entity}")
FINDINGS: Final = Bilingual("Iakttagelser", "Findings")

GROUNDS: Final = {
    GroundEffect.WAIVE: Bilingual(
        "Synnerliga skäl {year}: {amount:unit}, underskottet {deficit} efterges: {reason} ({decision})",
        "Exceptional grounds {year}: {amount:unit}, the deficit of {deficit} waived: {reason} ({decision})",
    ),
    GroundEffect.EXTEND: Bilingual(
        "Synnerliga skäl {year}: {amount:unit}, underskottet {deficit} återställs senast {due}: {reason} ({decision})",
        "Exceptional grounds {year}: {amount:unit}, the deficit of {deficit} to be restored by {due}: "
        "{reason} ({decision})",
    ),
}
RESERVE_USED: Final = Bilingual(
    "Användning av reserven {year}: {amount:unit}: {purpose}", "Use of the reserve {year}: {amount:unit}: {purpose}"
)
DECISIVE: Final = Bilingual("Avgörande resultat {year}: {result}", "Decisive result {year}: {result}")
RESTATED_REMARK: Final = Bilingual(
    "{year} omräknad: med det som senare år har rättat. Kolumnen {year} står som den trycktes.",
    "{year} restated: with what later years have corrected. The column {year} stands as it was printed.",
)
FAULTY: Final = Bilingual(" (*)", " (*)")
"""Stands behind a row that an error is about."""
FAULTY_DRAFT: Final = Bilingual(
    "(*) Utkast med fel, ingen färdig utredning: rätta det som står under Iakttagelser.",
    "(*) A draft with errors, no finished statement: mend what stands under Findings.",
)
DRAFT: Final = Bilingual("Utkast: vilar på beslut som föreslås ({year})", "Draft: rests on proposed decisions ({year})")

CONSOLIDATED: Final = Bilingual(
    f"Lagtext konsoliderad till och med {CONSOLIDATED_TO}.", f"Statutes consolidated to {CONSOLIDATED_TO}."
)
"""The foot of a statement."""

OWN_LAYOUT: Final = {
    EntityKind.MUNICIPALITY: Bilingual("Kommunens egen uppställning", "The municipality's own layout"),
    EntityKind.REGION: Bilingual("Regionens egen uppställning", "The region's own layout"),
    EntityKind.FEDERATION: Bilingual("Förbundets egen uppställning", "The federation's own layout"),
}
OWN_RESULTS: Final = {
    Presentation.INSIDE: Bilingual(
        "Balanskravsresultat enligt egen uppställning", "Balance requirement result as laid out"
    ),
    Presentation.BELOW: Bilingual("Justerat resultat", "Adjusted result"),
    Presentation.GROUNDS: Bilingual("Resultat efter synnerliga skäl", "Result after exceptional grounds"),
    Presentation.ADDED_BACK: Bilingual("Balanserat resultat", "Balanced result"),
    Presentation.SEPARATE_DECISION: Bilingual("Årets balanskravsresultat", "Balance requirement result"),
}
OWN_ADJUSTED: Final = Bilingual("Justerat resultat före reserv", "Adjusted result before the reserve")
OWN_EARMARKING: Final = Bilingual("Öronmärkning", "Earmarking")
OWN_GROUNDS: Final = {
    "earmark_set_aside": Bilingual("Synnerliga skäl: öronmärkt under året", "Exceptional grounds: set aside"),
    "earmark_used": Bilingual("Synnerliga skäl: ianspråktagen öronmärkning", "Exceptional grounds: earmarks used"),
}

DEFICITS: Final = Form(
    "deficits",
    Bilingual(
        "Underskott efter ursprungsår, vid utgången av {year}", "Deficits by year of origin, at the end of {year}"
    ),
    (
        fiscal_year(),
        amount("arisen", "Uppkommet", "Arisen", "original_ore"),
        amount("restored", "Återställt", "Restored"),
        amount("waived", "Eftergivet", "Waived"),
        amount("extended", "Förlängt", "Extended"),
        amount("left", "Kvar", "Left"),
        text("due", "Senast", "Due"),
    ),
    across=(sums("left", "arisen", "-restored", "-waived"),),
)
OVERDUE: Final = Bilingual("försenat", "overdue")
ACTION_PLAN: Final = Bilingual(
    "Åtgärdsplan för underskottet {year}: återställs senast {due} ({decision}).",
    "Action plan for the deficit of {year}: restored by the end of {due} ({decision}).",
)

DEFICIT_ROLL: Final = Form(
    "deficit_roll",
    Bilingual(
        "Ackumulerade ej återställda negativa resultat {year}", "Accumulated negative results not restored {year}"
    ),
    (
        amount(
            "opening", "Ingående balans ackumulerade ej återställda negativa resultat",
            "Opening balance of negative results not restored",
        ),
        amount("from", "Varav från {year}", "Of which from {year}"),
        amount(
            "result", "Årets balanskravsresultat enligt balanskravsutredningen",
            "Balance requirement result of the year by the statement",
        ),
        amount("restated", "Rättelse av tidigare år", "Correction of earlier years"),
        amount("repealed", "Upphävda synnerliga skäl", "Repealed exceptional grounds"),
        amount("restored", "Återställt under året", "Restored during the year"),
        amount("waived", "Synnerliga skäl att inte återställa", "Exceptional grounds not to restore"),
        amount(
            "extended", "Synnerliga skäl att återställa över längre tid",
            "Exceptional grounds to restore over a longer time",
        ),
        amount(
            "within", "Utgående balans ackumulerade negativa resultat att återställa inom {years} år",
            "Closing balance of negative results to restore within {years} years", total=True,
        ),
        amount(
            "longer", "Utgående balans synnerliga skäl som ska återställas över längre tid",
            "Closing balance to restore over a longer time on exceptional grounds",
        ),
        amount(
            "closing", "Utgående balans ackumulerade ej återställda negativa resultat",
            "Closing balance of negative results not restored", total=True,
        ),
        amount("due", "Varav från {year}, återställs senast {due}", "Of which from {year}, to be restored by {due}"),
    ),
    sums=(
        sums("opening", "from"),
        sums("within", "opening", "result", "restated", "repealed", "restored", "waived", "extended"),
        sums("closing", "due"),
    ),
)  # fmt: skip
YEARS_TO_RESTORE: Final = {2: Bilingual("två", "two"), 3: Bilingual("tre", "three")}

RESERVE_ACCOUNT: Final = Form(
    "reserves",
    Bilingual("Reserver", "Reserves"),
    (
        amount("opening", "Ingående balans", "Opening balance"),
        amount("allocated", "Reserverat", "Set aside", always=False),
        amount("used", "Använt", "Used", "-used_ore", always=False),
        amount("corrected", "Rättelse av tidigare år", "Correction of earlier years", always=False),
        amount("dissolved", "Upplöst", "Dissolved", "-dissolved_ore", always=False),
        amount("closing", "Utgående balans", "Closing balance", total=True),
    ),
)
RESERVE_ROOM: Final = Form(
    "reserve_room",
    Bilingual("Utrymme för reservering", "Room for an allocation"),
    (
        amount("flow", "Tak, årets resultat", "Ceiling, the year's result", "ceilings.reserve_flow_ore"),
        amount("largest", "Tak, reservens storlek", "Ceiling, the reserve's size", "ceilings.reserve_largest_ore"),
        amount("stock", "Utrymme upp till taket", "Room below that ceiling", "ceilings.reserve_stock_ore"),
        amount("proposed", "Föreslaget (praxis)", "Proposed (practice)", "ceilings.reserve_proposed_ore"),
    ),
)

EQUITY: Final = Form(
    "equity",
    Bilingual("Not Eget kapital", "Note Equity"),
    (
        amount("opening", "Eget kapital vid årets början", "Equity at the beginning of the year"),
        amount("adjusted", "Justering direkt mot eget kapital", "Adjustment straight to equity"),
        amount("corrected", "Rättelse av tidigare år", "Correction of earlier years"),
        amount("adjusted_opening", "Justerat ingående eget kapital", "Adjusted opening equity", total=True),
        amount("result", "Årets resultat", "Result of the year"),
        amount("closing", "Eget kapital vid årets slut", "Equity at the end of the year", total=True),
        amount(Reserve.EQUALISATION.value, "varav resultatutjämningsreserv", "of which equalisation reserve", level=1),
        amount(Reserve.RESULT.value, "varav resultatreserv", "of which result reserve", level=1),
        amount("earmark", "varav öronmärkt: {fund}", "of which earmarked: {fund}", level=1),
        heading("divided", "Indelning i balansräkningen", "Division in the balance sheet"),
        amount("rur", "Resultatutjämningsreserv", "Equalisation reserve"),
        amount("other", "Övrigt eget kapital", "Other equity"),
    ),
    (
        Bilingual(
            "En öronmärkning är varken pengar, bankkonto eller avsättning, utan en märkning av eget kapital.",
            "An earmark is neither cash, nor a bank account, nor a provision: it is a label on equity.",
        ),
    ),
)
DIVISION: Final = (sums("closing", "result", "rur", "other"),)
"""How the items of the balance sheet make equity, where the note has them."""
GROUP: Final = Bilingual("Koncernen", "The group")
