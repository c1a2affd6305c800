"""The ledger (liggare): records, entries, accounts, balances, periods, canonical bytes, the chain.

``records`` has records and events, ``commands`` what a command is, ``folds`` what a state is, ``store`` what a
store must do. It knows the law and nothing of funds or statements. To add an event of the ledger's own, declare it
in ``events`` and handle it in ``state``; what stands in stored bytes never changes, a new version of the event
comes.
"""
