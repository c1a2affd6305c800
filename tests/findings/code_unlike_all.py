"""Something is to be explained that is no code: ``sifund explain 42``.

sv: Något ska förklaras som inte är en kod: ``sifund explain 42``.
"""

from situations import refusing


def reproduce():
    refusing("explain", code="42")
