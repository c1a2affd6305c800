"""A set-aside stands twice in the book, on the same decision.

sv: En öronmärkning står två gånger i boken, på samma beslut.
"""

from situations import found_in


def reproduce():
    return found_in("doubled")
