"""A program names two fiscal years and does not say which the balances are for.

sv: Ett program anger två räkenskapsår men inte vilket av dem balanserna gäller.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(
        b'<Sie xmlns="http://www.sie.se/sie5"><FileInfo><FiscalYears><FiscalYear start="2013-01" end="2013-12"/>'
        b'<FiscalYear start="2014-01" end="2014-12"/></FiscalYears></FileInfo></Sie>'
    )
