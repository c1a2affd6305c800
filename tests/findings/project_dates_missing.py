"""A grant does not say when its project ends, and a deadline counts from that.

sv: Ett bidrag saknar uppgift om när projektet slutar, och en tidsgräns räknas därifrån.
"""

from situations import book_with_repayments


def reproduce():
    book_with_repayments(end_limit_years_hard=10, used=False)
