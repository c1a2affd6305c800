"""A whole book as a workbook (hela boken), for who audits it: every record and posting, with control sums that live.

``writing`` makes it, ``comparing`` finds every cell that has been changed since, by making it anew. To add a sheet,
name it and its table in ``writing``. Knows the book; nothing of templates.
"""
