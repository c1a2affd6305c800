"""A cost report has contributions above its gross cost.

sv: En kostnadsrapport har bidrag som är större än bruttokostnaden.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book_with_a_fund().report_cost("social", "Navigator", 1, contributions=2, year=2013, decision=KF)
