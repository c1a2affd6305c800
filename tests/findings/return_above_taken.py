"""More is to be given back than was taken beyond the floor and the measured effect.

sv: Mer ska lämnas tillbaka än vad som tagits utöver golvet och den uppmätta effekten.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek


def reproduce():
    book = book_with_repayments()
    book.measure("Tidigt", "SN", sek("2 000 000"), effect_year=2016, decision=LATER)
    book.return_repayment("Tidigt", "SN", sek(5), financing="ur fonden", reason="Mindre effekt", decision=LATER)
