"""The fields that name a fund (fondfält)."""

from __future__ import annotations

from typing import Annotated

from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import TEXT, name_of
from sifund_ledger.findings import Bilingual

FundName = Annotated[
    str,
    name_of(Bilingual("fond", "fund"), Bilingual("Fonden", "The fund")),
    Said("fond", "Fondens namn.", "The fund's name."),
]
Subfund = Annotated[str, TEXT, Said("delfond", "Delfondens namn, om det finns några.", "The sub-fund, if any.")]
