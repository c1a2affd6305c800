"""A SIE 5 file declares an account twice, with two names.

sv: En SIE 5-fil anger ett konto två gånger, med två namn.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(
        b'<SieEntry xmlns="http://www.sie.se/sie5"><Accounts><Account id="1930" name="Bank" type="asset"/>'
        b'<Account id="1930" name="Plusgiro" type="asset"/></Accounts></SieEntry>'
    )
