"""What the rows of the statement are called (radbenämningar), by fiscal year, in Swedish and English.

The Swedish names to 2023 are those of the model table of Rådet för kommunal redovisning (RKR). From 2024 they are ours:
the same words with the reserve's new name, since a later model table was not seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.law.rules import Dated, holds, in_force


@dataclass(frozen=True, slots=True)
class RowName(Dated):
    """The name of a row for some fiscal years, in Swedish and English; ``name`` is the line's code."""

    sv: str
    en: str


ROW_NAMES: Final = (
    RowName("net_result", 1998, None, "Årets resultat enligt resultaträkningen", "Net result by the income statement"),
    RowName("realised_gains", 2013, None,
            "Reducering av samtliga realisationsvinster", "Less all realised gains on disposals"),
    RowName("realised_gains_exempt", 2013, None,
            "Justering för realisationsvinster enligt undantagsmöjlighet", "Realised gains under the exemption"),
    RowName("realised_losses_exempt", 2013, None,
            "Justering för realisationsförluster enligt undantagsmöjlighet", "Realised losses under the exemption"),
    RowName("unrealised_gains", 2019, None,
            "Orealiserade vinster i värdepapper", "Less unrealised gains on securities"),
    RowName("unrealised_losses", 2013, None, "Orealiserade förluster i värdepapper", "Unrealised losses on securities"),
    RowName("unrealised_gains_reversed", 2019, None,
            "Återföring av orealiserade vinster i värdepapper", "Reversal of unrealised gains on securities"),
    RowName("unrealised_losses_reversed", 2013, 2018,
            "Justering för återföring av orealiserade förluster i värdepapper",
            "Less reversal of unrealised losses on securities"),
    RowName("unrealised_losses_reversed", 2019, None,
            "Återföring av orealiserade förluster i värdepapper", "Less reversal of unrealised losses on securities"),
    RowName("result_after_adjustments", 1998, None,
            "Årets resultat efter balanskravsjusteringar", "Result after balance requirement adjustments"),
    RowName("reserve_allocated", 2013, 2023,
            "Reservering av medel till resultatutjämningsreserv", "Less allocation to the equalisation reserve"),
    RowName("reserve_used", 2013, 2023,
            "Användning av medel från resultatutjämningsreserv", "Use of the equalisation reserve"),
    RowName("reserve_allocated", 2024, None,
            "Reservering av medel till resultatreserv", "Less allocation to the result reserve"),
    RowName("reserve_used", 2024, None, "Användning av medel från resultatreserv", "Use of the result reserve"),
    RowName("balance_requirement_result", 1998, None, "Årets balanskravsresultat", "Balance requirement result"),
    RowName("equalisation_reserve_used", 2024, 2033,
            "Användning av medel från resultatutjämningsreserv", "Use of the equalisation reserve"),
    RowName("balance_requirement_result_after_equalisation_reserve", 2024, 2033,
            "Balanskravsresultat efter användning av resultatutjämningsreserv",
            "Balance requirement result after use of the equalisation reserve"),
)  # fmt: skip


def row_name(code: str, year: int, language: Language = "sv") -> str:
    """What a row of the statute is called in a fiscal year's statement.

    Raises :class:`~sifund_ledger.errors.NoLawInForce` for a row that the year's law does not know.

    >>> row_name("reserve_used", 2013)
    'Användning av medel från resultatutjämningsreserv'
    """
    row = in_force((row for row in ROW_NAMES if row.name == code), year)
    return row.sv if language == "sv" else row.en


def has_row(code: str, year: int) -> bool:
    """Whether the law of a fiscal year has the row.

    >>> has_row("unrealised_gains", 2018), has_row("unrealised_gains", 2019)
    (False, True)
    """
    return any(row.name == code and holds(row, year) for row in ROW_NAMES)
