"""A statement is asked for in a language that tables do not have.

sv: En utredning begärs på ett språk som tabeller inte finns på.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    statement = balance_requirement([YearFigures(year=2014, net_result=sek(5))], opening_deficits=[])
    statement.text("de")
