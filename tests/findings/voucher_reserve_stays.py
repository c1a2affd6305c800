"""A fund that is met by the result reserve is shown in notes alone, and the ledger has that reserve.

sv: En fond som möts av resultatreserven redovisas bara i not, och huvudboken har den reserven.
"""

from sifund_ledger import Decision, open_book, presets, sek
from sifund_ledger.exchange import VoucherMapping, export_vouchers

KF = Decision.parse("KF 2025-04-28 § 31")


def reproduce():
    with open_book(create="Exempelby", actor="ekonomi") as book:
        book.open_equity(2023, sek("400 000 000"), opening_deficits=[], decision=KF)
        book.record_result(2024, sek("18 000 000"))
        book.create_fund("framtid", policy=presets.result_reserve_2024, decision=KF)
        book.set_aside("framtid", sek("5 000 000"), result_year=2024, decision=KF)
        return export_vouchers(book.records(), 2024, VoucherMapping({"free_equity": "2010"}), note_only=["framtid"])
