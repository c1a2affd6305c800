"""SIE 5 (XML): read as the same kind of document as types 1 to 4."""

from sifund_ledger.exchange.sie.sie5.findings import CODES
from sifund_ledger.exchange.sie.sie5.reading import parse_xml

__all__ = ["CODES", "parse_xml"]
