"""How long a book of many funds and years takes, from its first year to the last closing: CPU in all, and the last.

Run it by hand, ``PYTHONPATH=. python tests/benchmarks/years.py [funds] [years] [projects of each fund in a year]``; a
checkout of the way it was before beside it gives the ratio. Nothing here is asserted by the tests:
``tests/book/test_growth.py`` counts instead.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime

from sifund_ledger import Book, Decision, YearFigures, open_book, presets, sek

LAST = 2040


def decided(year: int) -> Decision:
    return Decision.parse(f"KF {year}-04-28 § 30")


def work_through(book: Book, funds: int, year: int, projects: int) -> None:
    """A year: each fund is set aside in, or in every second year used against a deficit; year-end and closing.

    Its projects are granted money and use half of it.
    """
    loss, decision = year % 2 == 1, decided(year + 1)
    figures = YearFigures(net_result=sek(-(10**6) if loss else 2 * 10**6))
    book.record_result(year, figures.net_result)
    for number in range(funds):
        if loss:
            book.use(f"fond {number}", sek(400), year=year, decision=decision)
        else:
            book.set_aside(f"fond {number}", sek(1000), result_year=year, decision=decision)
        for each in range(projects):
            code = f"{number}-{year}-{each}"
            book.grant(
                f"fond {number}", code, sek(20), board="Utb", financing="Fond", decision=decided(year),
                start=date(year, 4, 28), end=date(year + 1, 12, 31),
            )  # fmt: skip
            book.use(f"fond {number}", sek(10), year=year, project=code, net_cost=sek(10), decision=decision)
    run = book.year_end(year, figures, grounds_decision=decision if loss else None)
    run.post()
    run.close(decision)


def main(funds: int = 30, years: int = 30, projects: int = 0) -> None:
    first = LAST - years + 1
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2090, 6, 30, tzinfo=UTC))
    book.open_equity(first - 1, sek(10**9), opening_deficits=[], decision=decided(first))
    for number in range(funds):
        book.create_fund(f"fond {number}", policy=presets.tomelilla_earmark, decision=decided(first))
        book.open_fund(f"fond {number}", sek(10**5), year=first, decision=decided(first))
    begun = last = time.process_time()
    for year in range(first, LAST + 1):
        last = time.process_time()
        work_through(book, funds, year, projects)
    now = time.process_time()
    whole, last_one = now - begun, 1000 * (now - last)
    print(f"{funds} funds, {years} years, {projects} projects: {whole:.2f} s, the last year {last_one:.0f} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
