"""Policies of real municipalities (förlagor), each citing its source. What a source does not say is not filled in."""

from __future__ import annotations

from typing import Final

from sifund_ledger.funds.policy import Policy, SetAsideSource

tomelilla_earmark: Final = Policy(
    name="tomelilla_earmark",
    source=(
        "Larsson & Södergren, Budget – ett hinder för ett minskat utanförskap? (Göteborgs universitet 2016), "
        "om Tomelilla: öronmärkning av positivt resultat, ianspråktagande som synnerliga skäl"
    ),
    presentation="grounds",
    set_aside_sources=(SetAsideSource.SURPLUS.value,),
    use_without_project=True,
)
"""Tomelilla: part of a positive result is earmarked; a use is printed among the exceptional grounds (S11, D6)."""
