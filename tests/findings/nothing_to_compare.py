"""A year is to be compared, and no amount is given.

sv: Ett år ska stämmas av, och inget belopp är angivet.
"""

from situations import book_with_a_fund


def reproduce():
    book_with_a_fund().compare_equity(2013, document="Årsredovisning 2013")
