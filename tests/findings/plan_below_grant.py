"""A plan repays less than the grant.

sv: En plan återför mindre än bidraget.
"""

from situations import book_with_repayments, grant_tidigt

from sifund_ledger import sek


def reproduce():
    grant_tidigt(book_with_repayments(), "Nytt", plan={"SN": {2017: sek("1 900 000")}})
