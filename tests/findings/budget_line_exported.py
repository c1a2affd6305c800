"""The budget lines of a year are exported a second time.

sv: Budgetraderna för ett år exporteras en andra gång.
"""

from situations import book_with_a_fund

from sifund_ledger.exchange import budget_lines


def reproduce():
    records = list(book_with_a_fund().records())
    budget_lines(records, 2013, exported=budget_lines(records, 2013).marks)
