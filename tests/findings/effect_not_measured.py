"""A project is settled by its effect, which nobody has measured.

sv: Ett projekt regleras efter sin effekt, som ingen har mätt.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book_with_repayments().settle("Tidigt", frame_year=2017, decision=LATER)
