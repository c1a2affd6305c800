"""A use of 2013 is given the day in 2014 on which it was decided.

sv: Ett ianspråktagande för 2013 får dagen under 2014 då det beslutades.
"""

from datetime import date

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book_with_a_fund().use("social", sek(1), year=2013, day=date(2014, 4, 28), decision=KF)
