"""A grant is lowered without a reason.

sv: Ett bidrag sänks utan att skäl anges.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book_with_a_fund().amend_grant("Navigator", -1, reason=" ", decision=KF)
