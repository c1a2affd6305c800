"""A SIE 5 export has closing balances for every month.

sv: En SIE 5-export har utgående balanser för varje månad.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(
        b'<Sie xmlns="http://www.sie.se/sie5"><FileInfo><FiscalYears>'
        b'<FiscalYear start="2014-01" end="2014-12" primary="true"/></FiscalYears></FileInfo>'
        b'<Accounts><Account id="1930" name="Bank" type="asset"><ClosingBalance month="2014-01" amount="5"/>'
        b"</Account></Accounts></Sie>"
    )
