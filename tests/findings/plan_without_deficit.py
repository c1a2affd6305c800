"""An action plan is recorded for a year that had no deficit.

sv: En åtgärdsplan registreras för ett år utan underskott.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book_with_a_fund().adopt_plan(2012, due_year=2015, measures="Lägre lokalkostnader", decision=KF)
