"""An event asks for a command that there is not."""

from sifund_ledger.book.commands.files import commands_of


def reproduce():
    commands_of({"event": [{"do": "set_asid", "fund": "social"}]})
