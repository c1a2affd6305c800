"""A new policy would turn earmarked equity into a budget frame.

sv: En ny riktlinje skulle göra om öronmärkt eget kapital till en budgetram.
"""

from datetime import date

from situations import KF, book_with_a_fund

from sifund_ledger import presets


def reproduce():
    book = book_with_a_fund()
    book.change_policy("social", policy=presets.sundsvall_2016, valid_from=date(2016, 1, 1), decision=KF)
