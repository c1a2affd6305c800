"""Somebody took rows away from the tables of a book: its records and its tables give different balances.

sv: Någon har tagit bort rader ur bokens tabeller: posterna och tabellerna ger olika saldon.
"""

from situations import found_in


def reproduce():
    return found_in("table_rows_gone")
