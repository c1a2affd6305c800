"""A field of an event is misspelt."""

from sifund_ledger.book.commands.files import commands_of


def reproduce():
    commands_of({"event": [{"do": "start_closing", "year": 2013, "yaer": 2013}]})
