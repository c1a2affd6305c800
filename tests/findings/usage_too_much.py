"""One year too many is typed: ``sifund law show 2024 2025``.

sv: Ett år för mycket är skrivet: ``sifund law show 2024 2025``.
"""

from situations import typed


def reproduce():
    return typed("law show 2024 2025")
