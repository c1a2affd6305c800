"""A later pydantic finds a fault of a kind that this version does not know.

sv: En senare version av pydantic hittar ett fel av ett slag som den här versionen inte känner till.
"""

from sifund_ledger.exchange.document import parse_document
from sifund_ledger.exchange.wire_faults import finding_of


def reproduce():
    # The fault is made up: pydantic has none today that is not told by a code of its own.
    document = parse_document('entity = "Malmö"', format="toml", name="figures.toml")
    fault = {"type": "of_a_later_version", "loc": ("entity",), "input": "Malmö", "msg": "Unheard of", "ctx": {}}
    return [finding_of(document, fault, {})]
