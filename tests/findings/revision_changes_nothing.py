"""A plan is revised to what it was.

sv: En plan ändras till vad den redan var.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek


def reproduce():
    plan = {"SN": {2017: sek("2 000 000")}}
    book_with_repayments().revise_plan("Tidigt", plan, reason="Ny bedömning", decision=LATER)
