"""The statement of a year is asked for before the year has its result.

sv: Balanskravsutredningen för ett år efterfrågas innan året har sitt resultat.
"""

from situations import filed_book, refusing


def reproduce(folder):
    refusing("show", book=str(filed_book(folder)), kind="year", name="2014", table=None)
