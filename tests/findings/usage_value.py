"""A format is asked for that the command does not write: ``sifund law show 2024 -O pdf``.

sv: Ett format begärs som kommandot inte skriver: ``sifund law show 2024 -O pdf``.
"""

from situations import typed


def reproduce():
    return typed("law show 2024 -O pdf")
