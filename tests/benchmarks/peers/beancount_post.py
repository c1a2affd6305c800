"""beancount in process: make two-posting transactions, validate them, compute every balance."""

import datetime
import json
import sys
import time
from decimal import Decimal

import beancount
from beancount.core import amount, data, realization
from beancount.ops import validation
from beancount.parser import options


def post(count):
    meta = data.new_metadata("benchmark", 1)
    opened, day = datetime.date(2011, 1, 1), datetime.date(2012, 4, 23)
    entries = [data.Open(meta, opened, account, ["SEK"], None) for account in ("Equity:Free", "Equity:Fund")]
    nothing = frozenset()
    for i in range(count):
        value = Decimal(100 + i) / 100
        postings = [
            data.Posting("Equity:Free", amount.Amount(value, "SEK"), None, None, None, None),
            data.Posting("Equity:Fund", amount.Amount(-value, "SEK"), None, None, None, None),
        ]
        entries.append(data.Transaction(meta, day, "*", None, f"Öronmärkning {i}", nothing, nothing, postings))
    errors = validation.validate(entries, dict(options.OPTIONS_DEFAULTS))
    balance = realization.compute_balance(realization.realize(entries))
    assert not errors
    assert balance.is_empty()


count = int(sys.argv[1])
started = time.perf_counter()
post(count)
seconds = time.perf_counter() - started
print(json.dumps({"seconds": seconds, "entries": count, "version": beancount.__version__}))
