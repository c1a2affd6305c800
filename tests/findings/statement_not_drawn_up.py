"""A year is closed on its result alone, and a statement is asked for.

sv: Ett år är stängt på enbart sitt resultat, och en utredning efterfrågas.
"""

from situations import closed_book


def reproduce():
    return closed_book().statement(2013).findings
