"""A project is settled while it runs.

sv: Ett projekt regleras medan det pågår.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book_with_repayments(used=False).settle("Tidigt", frame_year=2017, decision=LATER)
