"""A year was closed without having been held against the general ledger.

sv: Ett år är stängt utan att vara avstämt mot huvudboken.
"""

from situations import closed_book


def reproduce():
    return closed_book().statement(2013).findings
