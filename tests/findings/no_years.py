"""A statement is asked for without figures."""

from sifund_ledger import balance_requirement


def reproduce():
    balance_requirement([])
