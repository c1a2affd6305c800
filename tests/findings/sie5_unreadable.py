"""A web page was saved instead of the export.

sv: En webbsida sparades i stället för exporten.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"<html><body>Logga in</body></html>")
