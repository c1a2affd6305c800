"""An event asks for a command that there is not.

sv: En händelse anger ett kommando som inte finns.
"""

from sifund_ledger.book.commands.files import commands_of


def reproduce():
    commands_of({"event": [{"do": "set_asid", "fund": "social"}]})
