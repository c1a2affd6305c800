"""More is used of the result reserve than what a fund that it meets leaves of it.

sv: Mer används av resultatreserven än vad en fond som den bär lämnar av den.
"""

from datetime import UTC, datetime

from sifund_ledger import YearFigures, open_book, presets, sek


def reproduce():
    decided = "KF 2025-04-28 § 12"
    book = open_book(create="Tomelilla kommun", actor="ekonomi", clock=lambda: datetime(2026, 6, 30, tzinfo=UTC))
    book.open_equity(2023, sek(9000), opening_deficits=[], decision=decided)
    book.year_end(2024, YearFigures(net_result=sek(300), taxes_and_grants=sek(10_000))).post()
    book.create_fund("social", policy=presets.result_reserve_2024, decision=decided)
    book.set_aside("social", sek(100), result_year=2024, decision=decided)
    used = YearFigures(
        net_result=sek(-60),
        reserve_used=sek(60),
        reserve_purpose="Lägre intäkter",
        reserve_decision="KF 2026-04-27 § 9",
    )
    return book.year_end(2025, used).findings
