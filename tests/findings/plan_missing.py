"""A grant under the reversal model has no plan of repayment.

sv: Ett bidrag enligt återföringsmodellen saknar plan för återföring.
"""

from situations import book_with_repayments, grant_tidigt


def reproduce():
    grant_tidigt(book_with_repayments(), "Nytt", plan={})
