"""A grant is lowered, with a plan that is raised.

sv: Ett bidrag sänks, med en plan som höjs.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek


def reproduce():
    book = book_with_repayments(used=False)
    plan = {"SN": {2017: sek("100 000")}}
    book.amend_grant("Tidigt", sek("-100 000"), reason="Färre elever", plan=plan, decision=LATER)
