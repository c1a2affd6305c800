"""A fund is to be shown in notes alone, after years on an account of its own in the general ledger.

sv: En fond ska redovisas bara i not, efter år på ett eget konto i huvudboken.
"""

from datetime import date

from situations import KF, book_with_a_fund

from sifund_ledger import presets
from sifund_ledger.exchange import VoucherMapping, export_vouchers


def reproduce():
    book = book_with_a_fund()
    book.change_policy("social", policy=presets.tomelilla_earmark, valid_from=date(2014, 1, 1), decision=KF)
    return export_vouchers(book.records(), 2014, VoucherMapping({"free_equity": "2070"}))
