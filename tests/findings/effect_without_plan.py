"""An effect is measured at a board that has nothing to repay by the project's plan.

sv: En effekt mäts upp hos en nämnd som inte har något att återföra enligt projektets plan.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek


def reproduce():
    book = book_with_repayments()
    book.measure("Tidigt", "Överförmyndaren", sek(1000), effect_year=2016, decision=LATER)
    return book.warnings
