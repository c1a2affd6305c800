"""Repayment is planned for a year before the project begins.

sv: Återföring planeras till ett år innan projektet börjar.
"""

from datetime import date

from situations import book_with_repayments, grant_tidigt


def reproduce():
    grant_tidigt(book_with_repayments(), "Nytt", start=date(2018, 1, 1))
