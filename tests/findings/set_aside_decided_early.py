"""What is set aside of a year's result was decided years before.

sv: Det som öronmärks av ett års resultat beslutades flera år tidigare.
"""

from situations import book_with_a_fund, sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", sek("1 000 000"), result_year=2011, year=2013, decision="KF 2009-04-27 § 8")
    return book.warnings
