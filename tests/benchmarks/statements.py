"""How fast statements are drawn up: one of thirty years, and 290 municipalities by twenty-five years.

Run it by hand: ``python tests/benchmarks/statements.py``. Nothing here is asserted by the tests. It asks for one
statement of thirty years with deficits in under 50 ms, and the 290 in under 5 s without memory growing.
"""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Iterator

from sifund_ledger.balance import BalanceRequirementStatement, balance_requirement
from sifund_ledger.balance.figures.year_figures import YearFigures
from sifund_ledger.money import from_ore

MUNICIPALITIES, YEARS = 290, 25
MKR = 100_000_000


def figures(seed: int, first: int, count: int) -> Iterator[YearFigures]:
    """Made-up years, the same for the same seed: every fourth has a deficit, every third an allocation."""
    for position in range(count):
        year = first + position
        swing = (seed * 7919 + year * 104_729) % 97
        deficit = year % 4 == 0
        yield YearFigures(
            year=year,
            net_result=from_ore((-swing if deficit else 40 + swing) * MKR),
            realised_gains=from_ore(0 if year < 2013 else swing * MKR // 10),
            taxes_and_grants=from_ore(1_000 * MKR),
            reserve_allocated=from_ore(5 * MKR if year >= 2013 and year % 3 == 0 and not deficit else 0),
            earmark_set_aside=from_ore(MKR),
        )


def statements() -> Iterator[BalanceRequirementStatement]:
    """One statement for each municipality, made when it is asked for and not kept."""
    for seed in range(MUNICIPALITIES):
        yield balance_requirement(figures(seed, 2000, YEARS), entity=f"K{seed}", opening_deficits=[])


def main() -> None:
    """Print the times and the memory."""
    thirty = list(figures(1, 2000, 30))
    best = float("inf")
    for _ in range(20):
        start = time.perf_counter()
        balance_requirement(thirty, opening_deficits=[])
        best = min(best, time.perf_counter() - start)
    print(f"one statement of 30 years: {best * 1000:.1f} ms")

    start = time.perf_counter()
    left = sum(statement.years[-1].to_restore_ore for statement in statements()) // MKR
    spent = time.perf_counter() - start
    print(f"{MUNICIPALITIES} municipalities by {YEARS} years: {spent:.2f} s ({left} mkr left)")

    tracemalloc.start()
    sizes = []
    for position, _ in enumerate(statements()):
        if position in (50, MUNICIPALITIES - 1):
            gc.collect()
            sizes.append(tracemalloc.get_traced_memory()[0] // 1024)
    tracemalloc.stop()
    print(f"memory after 50 and after {MUNICIPALITIES}: {sizes[0]} and {sizes[1]} KiB")


if __name__ == "__main__":
    main()
