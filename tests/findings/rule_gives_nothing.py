"""A set-aside by rule is asked for where the policy has none.

sv: En öronmärkning enligt regel begärs där riktlinjen inte har någon regel.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book_with_a_fund().set_aside_by_rule("social", result_year=2012, decision=KF)
