"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import Clause, declared, error, note, warning
from sifund_ledger.law.budget import BUDGET, PLAN
from sifund_ledger.law.deficits import EXCEPTIONAL_GROUNDS
from sifund_ledger.law.result import BALANCE_REQUIREMENT_RESULT, DECISIVE_RESULT
from sifund_ledger.law.rules import wordings

BUDGET_NOT_BALANCED = warning(
    "Budgeten för {year} har resultatet {result:unit}; reserver täcker {reserves:unit} och synnerliga skäl "
    "{grounds:unit}.",
    "The budget of {year} has a result of {result:unit}; reserves cover {reserves:unit} and exceptional grounds "
    "{grounds:unit}.",
    "Höj intäkterna, sänk kostnaderna, eller ange det undantag som täcker resten.",
    "Raise income, lower cost, or name the exception that covers the rest.",
    cites=wordings(BUDGET),
)
BUDGET_RESULT_DIFFERS = warning(
    "Intäkter minus kostnader i budgeten för {year} är {computed:unit}, och ”årets_resultat” är {stated:unit}.",
    "Income less cost of the budget of {year} is {computed:unit}, and net_result is {stated:unit}.",
    "Rätta den som är fel; budgeten prövas på intäkter och kostnader.",
    "Correct the one that is wrong; the budget is tested on income and cost.",
)
BUDGET_SIDE_MISSING = note(
    "Bara en av ”budgeterade_intäkter” och ”budgeterade_kostnader” är känd för {year}; budgeten är prövad på sitt "
    "resultat.",
    "Only one of budget_income and budget_cost is known for {year}; the budget was tested on its net result.",
    cites=wordings(BUDGET),
)
PLAN_TOO_SHORT = warning(
    "Planen omfattar {found} av de {years} åren från {year}; saknas: {missing}.",
    "The plan covers {found} of the {years} years from {year}; missing: {missing}.",
    "Lägg till budgetuppgifter för de år som saknas.",
    "Add the budget figures of the years that are missing.",
    cites=wordings(PLAN),
)
DECISIVE_RESULT_CHOSEN = warning(
    "RUR om {used:unit} används {year}: balanskravsresultatet är {before:unit} före och {after:unit} efter. "
    "Underskott följer resultatet {chosen}; lagen säger inte klart vilket.",
    "RUR of {used:unit} is used in {year}: the balance requirement result is {before:unit} before it and "
    "{after:unit} after. Deficits follow the result {chosen}; the law does not say clearly which.",
    "Redovisa båda, och ange under ”avgörande_resultat” vilket som avses: efter eller före.",
    "Show both, and say under decisive_result which one is meant: after or before.",
    cites=wordings(DECISIVE_RESULT),
)
PRESENTED_DIFFERS = warning(
    "Den egna uppställningen visar {presented:unit}, {difference:unit} från balanskravsresultatet {statutory:unit}. "
    "Enligt lagen återstår {left:unit} att återställa{as_printed}.",
    "The own layout shows {presented:unit}, which is {difference:unit} from the balance requirement result of "
    "{statutory:unit}. By the statute {left:unit} is left to restore{as_printed}.",
    "Redovisa även balanskravsresultatet, och låt bara det återställa underskott.",
    "Print the balance requirement result too, and let it alone restore deficits.",
    cites=wordings(BALANCE_REQUIREMENT_RESULT),
)
AS_PRINTED = Clause(
    "; enligt den tryckta tabellen: {left_printed:unit}", "; as printed it would be {left_printed:unit}"
)
"""What would be left by the printed result, where that is another amount."""
GROUND_MAKES_SURPLUS = warning(
    "Öronmärkta medel om {used:unit} redovisas bland skälen, över underskottet {deficit:unit}: ett skäl ger inget "
    "överskott.",
    "Earmarks of {used:unit} are printed among the grounds, above the deficit of {deficit:unit}: a ground makes no "
    "surplus.",
    "Åberopa skäl upp till underskottet, och upplys om resten av det ianspråktagna.",
    "Invoke grounds up to the deficit, and disclose the rest of the use.",
    cites=wordings(EXCEPTIONAL_GROUNDS),
)
DECIDED_APART = note(
    "Öronmärkning och egna rader för {year} beslutas särskilt och står utanför tabellen.",
    "Earmarks and own rows of {year} are decided on apart and stand outside the table.",
)
YEAR_NOT_SHOWN = error(
    "Utredningen omfattar inte räkenskapsåret {year}.",
    "The statement does not cover the fiscal year {year}.",
    "Ange ett av: {years}.",
    "Give one of: {years}.",
)
LINE_UNKNOWN = error(
    "Utredningen för {year} har ingen rad {code!r}.",
    "The statement of {year} has no line {code!r}.",
    "Ange en av: {codes}.",
    "Give one of: {codes}.",
)

CODES = declared(globals())
