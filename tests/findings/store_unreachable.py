"""A store that somebody else has written gives no reason why it cannot be reached.

sv: Ett lager som någon annan har skrivit anger inte varför det inte kan nås.
"""

from sifund_ledger.cli.faults import finding_of
from sifund_ledger.errors import StoreUnavailable


def reproduce():
    return [finding_of(StoreUnavailable("the server does not answer"))]
