"""A year is recorded with its result alone, and a statement is asked for.

sv: Ett år är registrerat med enbart sitt resultat, och en utredning efterfrågas.
"""

from situations import book_with_a_fund


def reproduce():
    return book_with_a_fund().statement(2013).findings
