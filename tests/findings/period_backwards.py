"""A year is closed a second time.

sv: Ett år stängs en andra gång.
"""

from situations import APPROVED, closed_book


def reproduce():
    closed_book().close_year(2013, decision=APPROVED)
