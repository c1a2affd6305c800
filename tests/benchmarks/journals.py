"""The same number of transactions for beancount: two postings each, or as many as municipal vouchers have."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

ACCOUNTS = [*range(3000, 3900, 7), *range(4000, 7900, 11), *range(1500, 1999, 13), *range(2400, 2999, 17)]


def _kronor(ore: int) -> str:
    sign = "-" if ore < 0 else ""
    return f"{sign}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def write_two_postings(path: Path, count: int) -> None:
    """What our book holds, as beancount has it."""
    with path.open("w", encoding="utf-8") as file:
        file.write("2011-01-01 open Equity:Free SEK\n2011-01-01 open Equity:Fund SEK\n")
        for i in range(count):
            kronor = _kronor(100 + i)
            file.write(
                f'2012-04-23 * "Öronmärkning {i}"\n  Equity:Free  {kronor} SEK\n  Equity:Fund  -{kronor} SEK\n\n'
            )


def write_vouchers(path: Path, count: int, seed: int = 7) -> int:
    """Vouchers over a year on some hundred accounts, 3.4 rows each on average; gives the number of rows."""
    drawn = random.Random(seed)
    rows = 0
    with path.open("w", encoding="utf-8") as file:
        for account in ACCOUNTS:
            file.write(f"2023-01-01 open Assets:K{account} SEK\n")
        for i in range(count):
            day = date(2023, 1, 1) + timedelta(days=i * 365 // count)
            amounts = [drawn.randint(-5_000_000, 5_000_000) or 1 for _ in range(drawn.choice((2, 2, 3, 4, 6)) - 1)]
            amounts.append(-sum(amounts))
            rows += len(amounts)
            lines = [f"  Assets:K{drawn.choice(ACCOUNTS)}  {_kronor(ore)} SEK\n" for ore in amounts]
            file.write(f'{day} * "Verifikation {i + 1}"\n{"".join(lines)}\n')
    return rows
