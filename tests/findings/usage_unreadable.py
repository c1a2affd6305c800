"""One year is typed where two are compared: ``sifund law diff 2024``.

sv: Ett år är skrivet där två jämförs: ``sifund law diff 2024``.
"""

from situations import typed


def reproduce():
    return typed("law diff 2024")
