"""What a book hands over to the general ledger and the budget, once each: vouchers, budget lines, their register.

Knows records and accounts of a book, and SIE to write with. A column or a code goes into the export that has it.
"""
