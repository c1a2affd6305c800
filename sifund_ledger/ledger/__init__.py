"""The ledger (liggare): records, entries, accounts, balances, periods, canonical bytes, the chain."""
