"""What exclusion costs society is given as a plan of repayment.

sv: Vad utanförskap kostar samhället anges som en återföringsplan.
"""

from situations import LATER, book_with_repayments

from sifund_ledger.programme.exclusion import exclusion_cost


def reproduce():
    book = book_with_repayments()
    book.revise_plan("Tidigt", {"SN": {2018: exclusion_cost(1150).low}}, reason="Utanförskap", decision=LATER)
