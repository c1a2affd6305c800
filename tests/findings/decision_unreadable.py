"""A decision is cited without its paragraph."""

from sifund_ledger import Decision


def reproduce():
    Decision.parse("KF 2012-04-23")
