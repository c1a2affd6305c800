"""The year is left out: ``sifund law show``.

sv: Året är utelämnat: ``sifund law show``.
"""

from situations import typed


def reproduce():
    return typed("law show")
