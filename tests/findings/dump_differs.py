"""An amount was changed in the plain text of a dump.

sv: Ett belopp är ändrat i klartexten i en dump.
"""

import json

from situations import book_with_a_fund

from sifund_ledger.exchange.dump import dump_lines
from sifund_ledger.exchange.dump.restoring import parse_dump


def reproduce():
    *lines, last = dump_lines(book_with_a_fund().store.scan())
    changed = json.dumps(json.loads(last) | {"actor": "någon annan"})
    parse_dump("\n".join([*lines, changed]).encode(), "ale.jsonl")
