"""Repayment is planned to end after eight years, and within ten.

sv: Återföringen planeras sluta efter åtta år men inom tio.
"""

from datetime import date

from situations import KF, book_with_a_fund

from sifund_ledger import presets, sek


def reproduce():
    book = book_with_a_fund()
    policy = presets.orebro_strict.choose(presentation="strict")
    book.create_fund("ny", policy=policy, decision=KF)
    book.open_fund("ny", sek("5 000 000"), year=2013, decision=KF)
    book.grant(
        "ny",
        "P",
        sek("2 000 000"),
        board="BUN",
        financing="f",
        decision=KF,
        plan={"SN": {2015: sek("1 000 000"), 2024: sek("1 000 000")}},
        end=date(2015, 12, 31),
    )
    return book.warnings
