"""A report as a workbook (arbetsbok): a sheet for each kind of table, charts from cells, texts, origins and records.

``arranged`` puts the parts of a report on sheets, ``origins`` is the sheet that amounts lead to, ``charts`` makes the
pictures native. How cells look and what keeps them harmless is in ``sifund_ledger.workbook``.
"""
