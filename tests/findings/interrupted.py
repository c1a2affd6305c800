"""A command is stopped with Ctrl-C.

sv: Ett kommando stoppas med Ctrl-C.
"""

from click import Abort

from sifund_ledger.cli.faults import finding_of


def reproduce():
    return [finding_of(Abort())]
