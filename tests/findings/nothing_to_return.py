"""What was taken is to be given back, and no more was taken than was saved.

sv: Det som tagits ska lämnas tillbaka, och inte mer har tagits än vad som sparats.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek


def reproduce():
    book = book_with_repayments()
    book.measure("Tidigt", "SN", sek("2 000 000"), effect_year=2016, decision=LATER)
    book.return_repayment("Tidigt", "SN", financing="ur fonden", reason="Mindre effekt", decision=LATER)
