"""The statement carries a reserve that the note on equity does not show.

sv: Utredningen har en reserv som noten om eget kapital inte visar.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, balance_requirement, sek
from sifund_ledger.balance.equity.equity import note_ties


def reproduce():
    figures = YearFigures(year=2013, net_result=sek("-1 500 000"), reserve_before=sek("6 000 000"))
    statement = balance_requirement([figures], opening_deficits=[])
    return note_ties(book_with_a_fund().equity_note(2013), statement=statement.year(2013))
