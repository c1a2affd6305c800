"""The cost stated of a project is above what the ledger has.

sv: Den angivna kostnaden för ett projekt är högre än huvudbokens.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("cost_below_stated")
