"""A year's records lead to nothing that would have to be decided: ``sifund year-end ale.sifund 2011 --propose``.

sv: Ett års poster leder inte till något att besluta: ``sifund year-end ale.sifund 2011 --propose``.
"""

from situations import book_with_a_fund

from sifund_ledger.cli.output import Output
from sifund_ledger.cli.years.proposing import proposed_events


def reproduce():
    return proposed_events(book_with_a_fund(), "ale.sifund", 2011, Output())[1]
