"""The ledger (liggare): records, entries, accounts, balances, periods, canonical bytes, the chain."""

from sifund_ledger.ledger import balances, chain, entries, journal, periods

CODES = (*entries.CODES, *balances.CODES, *periods.CODES, *chain.CODES, *journal.CODES)
