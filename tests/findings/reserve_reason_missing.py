"""The result reserve is used for a project without a reason.

sv: Resultatreserven används för ett projekt utan att skäl anges.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import presets


def reproduce():
    book = book_with_a_fund()
    book.create_fund("rer", policy=presets.result_reserve_2024, decision=KF)
    book.use("rer", 1, year=2013, project="P", net_cost=1, decision=KF)
