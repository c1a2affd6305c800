"""A SIE 5 export carries a customer ledger.

sv: En SIE 5-export innehåller en kundreskontra.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'<SieEntry xmlns="http://www.sie.se/sie5"><Customers/></SieEntry>')
