"""A program asks for a year that no rule of the library covers; the commands ask for none.

sv: Ett program frågar om ett år som ingen av bibliotekets regler gäller; kommandona gör det aldrig.
"""

from sifund_ledger.cli.faults import finding_of
from sifund_ledger.errors import LawError
from sifund_ledger.law import rule_of


def reproduce():
    try:
        rule_of("BKR-1", 1997)
    except LawError as error:
        return [finding_of(error)]
