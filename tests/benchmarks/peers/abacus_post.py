"""abacus-minimal: post two-line entries in memory, then read the balances."""

import json
import sys
import time
from importlib.metadata import version

from abacus import Book, Chart, Double


def post(count):
    chart = Chart(retained_earnings="retained", current_earnings="current", assets=["free"], equity=["fund"])
    book = Book.from_chart(chart)
    for i in range(count):
        book.ledger.apply(Double("free", "fund", 100 + i), "Öronmärkning")
    assert book.ledger.balances["free"] == book.ledger.balances["fund"]


count = int(sys.argv[1])
started = time.perf_counter()
post(count)
seconds = time.perf_counter() - started
print(json.dumps({"seconds": seconds, "entries": count, "version": version("abacus-minimal")}))
