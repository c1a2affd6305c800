"""A table is made in a language that tables do not have.

sv: En tabell görs på ett språk som tabeller inte finns på.
"""

from sifund_ledger import Table


def reproduce():
    Table("Tabell", (), (), language="de")
