"""A plan has an amount and two years where the policy has each year decided.

sv: En plan har ett belopp och två år där riktlinjen kräver beslut för varje år.
"""

from situations import book_with_repayments, grant_tidigt

from sifund_ledger import sek


def reproduce():
    book = book_with_repayments(repayment_profile="custom")
    grant_tidigt(book, "Nytt", plan={"SN": (sek("2 000 000"), 2016, 2018)})
