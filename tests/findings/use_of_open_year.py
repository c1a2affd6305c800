"""A use of a year that is still open is recorded as the correction of a closed one.

sv: Ett ianspråktagande för ett år som ännu är öppet registreras som rättelse av ett stängt.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book_with_a_fund().use("social", sek(1), year=2014, of_year=2013, decision=KF)
