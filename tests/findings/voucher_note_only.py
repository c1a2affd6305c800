"""The vouchers of a year are exported, and a fund's policy shows it in notes alone.

sv: Ett års verifikationer exporteras, och enligt fondens riktlinje redovisas den bara i not.
"""

from situations import book_with_a_fund

from sifund_ledger.exchange import VoucherMapping, export_vouchers


def reproduce():
    mapping = VoucherMapping({"free_equity": "2070"})
    return export_vouchers(book_with_a_fund(gl_treatment="note_only").records(), 2011, mapping)
