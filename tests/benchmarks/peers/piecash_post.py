"""piecash: post two-split transactions into a new SQLite book, durable in one commit, or each in its own (``each``)."""

import datetime
import json
import sys
import time
import warnings
from decimal import Decimal
from importlib.metadata import version

warnings.simplefilter("ignore")

import piecash  # noqa: E402


def post(book, count, each):
    sek = book.commodities.get(mnemonic="SEK")
    free = piecash.Account("free", "EQUITY", sek, parent=book.root_account)
    fund = piecash.Account("fund", "EQUITY", sek, parent=book.root_account)
    book.save()
    day = datetime.date(2012, 4, 23)
    started = time.perf_counter()
    for i in range(count):
        value = Decimal(100 + i) / 100
        splits = [piecash.Split(account=free, value=value), piecash.Split(account=fund, value=-value)]
        piecash.Transaction(currency=sek, description=f"Öronmärkning {i}", post_date=day, splits=splits)
        if each:
            book.save()
    book.save()
    return time.perf_counter() - started


count = int(sys.argv[1])
seconds = post(piecash.create_book(sys.argv[2], currency="SEK", overwrite=True), count, sys.argv[3:] == ["each"])
print(json.dumps({"seconds": seconds, "entries": count, "version": version("piecash")}))
