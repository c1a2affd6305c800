"""A note of 2014 was blotted out in 2020, before the accounts of its year need no longer be kept.

sv: En anteckning från 2014 gallrades 2020, innan bevarandetiden för året är slut.
"""

from situations import found_in


def reproduce():
    return found_in("note_blotted_early")
