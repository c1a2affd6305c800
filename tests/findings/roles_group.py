"""The role of earmarks has accounts of its own, not a list for each fund.

sv: Rollen för öronmärkningar har egna konton i stället för en lista för varje fond.
"""

from sifund_ledger.exchange import parse_roles


def reproduce():
    parse_roles('[accounts]\nequity = ["20*"]\nearmark = ["2071"]')
