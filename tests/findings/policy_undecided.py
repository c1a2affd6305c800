"""A fund is made of a preset whose source leaves something open.

sv: En fond inrättas efter en förlaga vars källa lämnar något öppet.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import presets


def reproduce():
    book_with_a_fund().create_fund("ale", policy=presets.ale_double_2017, decision=KF)
