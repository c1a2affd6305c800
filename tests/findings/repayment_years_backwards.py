"""A frame is lowered for an effect of a later year.

sv: En ram sänks för en effekt som kommer ett senare år.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book_with_repayments().repay("Tidigt", "SN", effect_year=2018, frame_year=2017, decision=LATER)
