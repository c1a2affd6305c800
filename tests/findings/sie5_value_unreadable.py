"""An amount in a SIE 5 file has a decimal comma.

sv: Ett belopp i en SIE 5-fil har decimalkomma.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(
        b'<Sie xmlns="http://www.sie.se/sie5"><Accounts><Account id="1930" name="Bank" type="asset">'
        b'<OpeningBalance month="2012-01" amount="1,50"/></Account></Accounts></Sie>'
    )
