"""A statement is asked for without figures.

sv: En utredning begärs utan uppgifter.
"""

from sifund_ledger import balance_requirement


def reproduce():
    balance_requirement([])
