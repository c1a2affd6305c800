"""A grant is lowered with its original plan after some of it was used.

sv: Ett bidrag sänks tillsammans med sin ursprungliga plan efter att en del har använts.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek


def reproduce():
    book, used = book_with_repayments(used=False), sek("500 000")
    book.use("social", used, year=2014, project="Tidigt", net_cost=used, decision=LATER)
    plan = {"SN": {2017: sek("-100 000")}}
    book.amend_grant("Tidigt", sek("-100 000"), reason="Färre elever", plan=plan, decision=LATER)
