"""A field of an event is misspelt.

sv: Ett fält i en händelse är felstavat.
"""

from sifund_ledger.book.commands.files import commands_of


def reproduce():
    commands_of({"event": [{"do": "start_closing", "year": 2013, "yaer": 2013}]})
