"""Fields that commands of every room have (gemensamma fält): a type, its kind, its words and its help."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from sifund_ledger.decisions import Decision
from sifund_ledger.fields.composed import YEARLY
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import AMOUNT, DAY, DECISION, PARAGRAPHS, POSITIVE, YEAR

Positive = Annotated[int, POSITIVE, Said("belopp", "Belopp i kronor, över noll.", "Amount in kronor, above zero.")]
Signed = Annotated[int, AMOUNT, Said("belopp", "Belopp i kronor, med tecken.", "Amount in kronor, signed.")]
Year = Annotated[int, YEAR, Said("år", "Räkenskapsår.", "Fiscal year.")]
ResultYear = Annotated[int, YEAR, Said("resultatår", "Resultatets år.", "The year of the result.")]
Day = Annotated[date, DAY, Said("dag", "Dag, som 2014-09-01.", "Day, as 2014-09-01.")]
ValidFrom = Annotated[date, DAY, Said("gäller_från", "Första dag det gäller.", "First day that it applies.")]
Decided = Annotated[
    Decision,
    DECISION,
    Said("beslut", "Beslutet som det citeras: KF 2014-04-28 § 31.", "The decision as cited: KF 2014-04-28 § 31."),
]
Reason = Annotated[str, PARAGRAPHS, Said("skäl", "Varför, med ord.", "Why, in words.")]
ByYear = Annotated[Mapping[int, int], YEARLY, Said("belopp", "Belopp per år.", "Amounts by year.")]
