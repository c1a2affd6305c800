"""An event does not say which year it closes.

sv: En händelse anger inte vilket år den stänger.
"""

from sifund_ledger.book.commands.files import commands_of


def reproduce():
    commands_of({"event": [{"do": "close_year", "decision": "KF 2014-04-28 § 31"}]})
