"""From the bytes of a file to its records (poster): characters, fields of a line, vouchers in bulk, control total.

Knows nothing of what a record means but its label; a document is put together of records in the room above.
"""
