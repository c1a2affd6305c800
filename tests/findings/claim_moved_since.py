"""A repayment is corrected, and the claim that it belongs to has been moved to another board since.

sv: En återföring rättas, men kravet den hör till har sedan flyttats till en annan nämnd.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek


def reproduce():
    book = book_with_repayments()
    book.repay("Tidigt", "SN", sek("500 000"), effect_year=2017, frame_year=2017, decision=LATER)
    seq = book.head.seq
    book.reassign("Tidigt", "SN", "KFN", reason="Ny nämnd", decision=LATER)
    book.correct(seq, reason="Fel belopp", decision=LATER)
