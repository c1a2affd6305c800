"""The decision that a closed year's extension rests on is repealed afterwards.

sv: Beslutet som ett stängt års förlängda tid vilar på upphävs efteråt.
"""

from situations import with_an_extension


def reproduce():
    return with_an_extension("repealed")
