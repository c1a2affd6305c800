"""The ledger (liggare): records, entries, accounts, balances, periods, canonical bytes, the chain.

``records`` has records and events, ``commands`` what a command is, ``folds`` what a state is; ``canonical`` has the
bytes of a record, ``journal`` the chain, its state and its store. It knows the law and nothing of funds or statements.
To add an event of the ledger's own, declare it in ``events`` and handle it in ``journal.state``; what stands in stored
bytes never changes, a new version of the event comes.
"""
