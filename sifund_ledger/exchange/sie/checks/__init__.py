"""What is held against the format and against itself (kontroller), whatever kind of file it comes from.

``value_checks`` are of single values, ``voucher_faults`` of vouchers, ``tie_checks`` and ``stated_months`` of figures
that should agree.
"""
