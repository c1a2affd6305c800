"""A repeal was itself set aside, and the extension of a closed year stands again.

sv: Ett upphävande revs upp, och ett stängt års förlängda tid gäller åter.
"""

from situations import with_an_extension


def reproduce():
    return with_an_extension("repealed", "final")
