"""The municipality's general ledger in (SIE, CSV), the roles of its accounts, and hledger text out.

Knows SIE and ``general_ledger``; nothing of books. A new format of ledger is taken in by ``ledger_reader``.
"""
