"""A report in HTML where Jinja2 is not installed: ``pip install sifund-ledger`` without the extra ``report``.

sv: En rapport i HTML där Jinja2 inte är installerat: ``pip install sifund-ledger`` utan tillägget ``report``.
"""

import sys
from unittest import mock

from situations import book_with_a_fund

from sifund_ledger.report import fund_report
from sifund_ledger.report.html import page


def reproduce():
    page._environment.cache_clear()
    with mock.patch.dict(sys.modules, {"jinja2": None}), book_with_a_fund() as book:
        fund_report(book, next(iter(book.funds))).html()
