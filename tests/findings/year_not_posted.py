"""A year is closed before its result is recorded.

sv: Ett år stängs innan dess resultat är registrerat.
"""

from situations import closed_book

from sifund_ledger import Decision


def reproduce():
    closed_book().close_year(2014, decision=Decision.parse("KF 2015-04-27 § 30"))
