"""A plan of repayment names a region, which is no board of the municipality's.

sv: En återföringsplan tar upp en region, som inte är någon av kommunens nämnder.
"""

from situations import book_with_repayments, grant_tidigt


def reproduce():
    book = book_with_repayments()
    book.join_project("Tidigt", "Region Väst", as_what="other_principal", day="2016-02-01")
    grant_tidigt(book, "Sent", plan={"Region Väst": {2018: 1}})
