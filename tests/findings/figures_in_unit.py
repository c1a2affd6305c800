"""Figures are proposed from the general ledger in thousands, which it has to the öre.

sv: Uppgifter föreslås ur huvudboken i tusental, och där står de med ören.
"""

from sifund_ledger.exchange.statements.figures_proposal import rounded_in
from sifund_ledger.general_ledger import ProposedFigure
from sifund_ledger.general_ledger.proposed_figures import ProposedFigures


def reproduce():
    result = ProposedFigure("net_result", -150_050, (("5010", 150_050),))
    return [*rounded_in([ProposedFigures(2013, (result,), (), (), (), ledger=None)], "tkr")]
