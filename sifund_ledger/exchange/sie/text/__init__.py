"""A text of types 1 to 4 as a document (inläsning): its records find their places, its vouchers go to a sink.

``text_reading`` reads it from first to last, ``assembling`` places records, ``amount_records`` and ``rows`` read those
with amounts; ``records``, below it, has taken the file apart into records.
"""
