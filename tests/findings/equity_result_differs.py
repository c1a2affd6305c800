"""The note on equity and the statement begin from different results.

sv: Noten om eget kapital och utredningen utgår från olika resultat.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, balance_requirement, sek
from sifund_ledger.balance.equity.equity import note_ties


def reproduce():
    statement = balance_requirement([YearFigures(year=2013, net_result=sek("-1 400 000"))], opening_deficits=[])
    return note_ties(book_with_a_fund().equity_note(2013), statement=statement.year(2013))
