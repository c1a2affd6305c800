"""A code is misspelt: ``sifund explain FUND_UNKOWN``.

sv: En kod är felstavad: ``sifund explain FUND_UNKOWN``.
"""

from situations import refusing


def reproduce():
    refusing("explain", code="FUND_UNKOWN")
