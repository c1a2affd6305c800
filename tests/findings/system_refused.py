"""The folder that one stands in is removed while ``sifund`` is at work there.

sv: Mappen som man står i tas bort medan ``sifund`` arbetar där.
"""

import os

from sifund_ledger.cli.faults import finding_of


def reproduce():
    try:
        os.listdir("gone")
    except OSError as error:
        return [finding_of(error)]
