"""One journal of a municipality's size and kind in several formats: SIE 4, ledger and hledger, beancount, CSV.

``python -m tests.benchmarks.municipal_journal DIR VOUCHERS [SEED]``. Every format has the same vouchers, 3.4 rows each.
The SIE file has what municipal exports have besides: the chart with types and SRU codes, objects, balances, balances of
objects, and each month's change of every account and of every account and unit; most rows carry objects, every third a
text, every sixth a date and a signature. All of it ties, so that a reader finds nothing.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

ACCOUNTS = [str(number) for number in (*range(1500, 1999, 13), *range(2400, 2999, 17), *range(3000, 3900, 7),
                                       *range(4000, 7900, 11))]  # fmt: skip
UNITS = [str(100 + 10 * number) for number in range(60)]
ACTIVITIES = [str(200 + 5 * number) for number in range(90)]
PROJECTS = [f"P{number:04d}" for number in range(300)]
TEXTS = ["Löner", "Läromedel åk 4-6", 'Hyra lokal, kv \\"Ängen\\"', "Placering HVB", "Återföring social investering",
         "Skatteintäkter", "Konsult"]  # fmt: skip
YEAR = 2023


class Row(NamedTuple):
    """A row: account, öre, the unit and the objects, and what follows the amount as SIE has it."""

    account: str
    ore: int
    unit: str
    objects: str
    tail: str


class Voucher(NamedTuple):
    """A voucher of one day."""

    number: int
    day: date
    rows: list[Row]


def vouchers(count: int, seed: int = 7) -> Iterator[Voucher]:
    """So many vouchers over a year; each account is used by a few of the units."""
    drawn = random.Random(seed)
    for index in range(count):
        day = date(YEAR, 1, 1) + timedelta(days=index * 365 // count)
        amounts = [drawn.randint(-5_000_000, 5_000_000) or 1 for _ in range(drawn.choice((2, 2, 3, 4, 6)) - 1)]
        amounts.append(-sum(amounts))
        yield Voucher(index + 1, day, [_row(drawn, ore, day) for ore in amounts])


def _row(drawn: random.Random, ore: int, day: date) -> Row:
    account, unit, objects, tail = drawn.choice(ACCOUNTS), "", "", ""
    if drawn.random() < 0.8:
        unit = UNITS[(int(account) + drawn.randrange(4)) % len(UNITS)]
        project = f' 6 "{drawn.choice(PROJECTS)}"' if drawn.random() < 0.3 else ""
        objects = f'1 "{unit}" 20 "{drawn.choice(ACTIVITIES)}"{project}'
    kind = drawn.random()
    if kind < 0.17:
        tail = f' {day:%Y%m%d} "{drawn.choice(TEXTS)}" 0 "sign{drawn.randint(1, 40)}"'
    elif kind < 0.5:
        tail = f' "" "{drawn.choice(TEXTS)}"'
    return Row(account, ore, unit, objects, tail)


def kronor(ore: int) -> str:
    """An amount with two decimals."""
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def sie_head() -> Iterator[str]:
    """Identification and chart."""
    yield from ("#FLAGGA 0", '#PROGRAM "Ekonomi" 1', "#FORMAT PC8", f"#GEN {YEAR + 1}0101", "#SIETYP 4")
    yield from ('#FNAMN "Testkommun"', "#ORGNR 212000-0000", f"#RAR 0 {YEAR}0101 {YEAR}1231")
    for account in ACCOUNTS:
        yield f'#KONTO {account} "Konto {account}"'
        yield f"#KTYP {account} {'TSIKKKK'[int(account[0]) - 1]}"
        yield f"#SRU {account} {7000 + int(account) % 1000}"
    for dimension, name, codes in (
        ("1", "Ansvar", UNITS),
        ("6", "Projekt", PROJECTS),
        ("20", "Verksamhet", ACTIVITIES),
    ):
        yield f'#DIM {dimension} "{name}"'
        yield from (f'#OBJEKT {dimension} "{code}" "Objekt {code}"' for code in codes)


def sie_balances(made: list[Voucher]) -> Iterator[str]:
    """Balances that tie with the vouchers: of accounts, of accounts and units, and by month of both."""
    year, units = Counter[str](), Counter[tuple[str, str]]()
    months, of_units = Counter[tuple[str, str]](), Counter[tuple[str, str, str]]()
    for voucher in made:
        month = f"{voucher.day:%Y%m}"
        for row in voucher.rows:
            year[row.account] += row.ore
            months[month, row.account] += row.ore
            if row.unit:
                units[row.account, row.unit] += row.ore
                of_units[month, row.account, row.unit] += row.ore
    balance_sheet = [account for account in ACCOUNTS if account < "3"]
    opening = {account: 1_000_00 * number for number, account in enumerate(balance_sheet[1:], 1)}
    opening[balance_sheet[0]] = -sum(opening.values())
    yield from (f"#IB 0 {account} {kronor(opening[account])}" for account in balance_sheet)
    yield from (f"#UB 0 {account} {kronor(opening[account] + year[account])}" for account in balance_sheet)
    yield from (f"#RES 0 {account} {kronor(year[account])}" for account in ACCOUNTS if account >= "3")
    for (account, unit), ore in sorted(units.items()):
        if account < "3":
            yield f'#OIB 0 {account} {{1 "{unit}"}} {kronor(0)}'
            yield f'#OUB 0 {account} {{1 "{unit}"}} {kronor(ore)}'
    yield from (f"#PSALDO 0 {month} {account} {{}} {kronor(ore)}" for (month, account), ore in sorted(months.items()))
    for (month, account, unit), ore in sorted(of_units.items()):
        yield f'#PSALDO 0 {month} {account} {{1 "{unit}"}} {kronor(ore)}'


def sie_vouchers(made: list[Voucher]) -> Iterator[str]:
    """Vouchers with their rows."""
    for number, day, rows in made:
        yield f'#VER A {number} {day:%Y%m%d} "Verifikation {number}"\n{{'
        yield from (f"#TRANS {row.account} {{{row.objects}}} {kronor(row.ore)}{row.tail}" for row in rows)
        yield "}"


def write_sie(path: Path, *parts: Iterator[str]) -> None:
    """Lines as a SIE file."""
    with path.open("w", encoding="cp437", newline="\r\n") as file:
        file.writelines(f"{line}\n" for part in parts for line in part)


def write_all(folder: Path, count: int, seed: int = 7) -> int:
    """The journal in each format, and the number of its rows."""
    made = list(vouchers(count, seed))
    write_sie(folder / "j.se", sie_head(), sie_balances(made), sie_vouchers(made))
    write_sie(folder / "vouchers.se", sie_head(), sie_vouchers(made))
    with (folder / "j.ledger").open("w") as ledger, (folder / "j.bean").open("w") as bean:
        bean.writelines(f"{YEAR}-01-01 open Assets:K{account} SEK\n" for account in ACCOUNTS)
        for number, day, rows in made:
            ledger.write(f"{day:%Y/%m/%d} * ({number}) Verifikation {number}\n")
            ledger.writelines(f"    Konto:{row.account}    {kronor(row.ore)} SEK\n" for row in rows)
            ledger.write("\n")
            bean.write(f'{day} * "Verifikation {number}"\n')
            bean.writelines(f"  Assets:K{row.account}  {kronor(row.ore)} SEK\n" for row in rows)
            bean.write("\n")
    with (folder / "j.csv").open("w") as file:
        file.write("voucher,date,account,amount,text\n")
        for number, day, rows in made:
            file.writelines(f"A{number},{day},{row.account},{kronor(row.ore)},Verifikation {number}\n" for row in rows)
    return sum(len(voucher.rows) for voucher in made)


def write_many(folder: Path, count: int, files: int, seed: int = 7) -> None:
    """So many vouchers in one file and in several, each with the whole chart."""
    made = list(vouchers(count, seed))
    write_sie(folder / "one.se", sie_head(), sie_vouchers(made))
    for index in range(files):
        part = made[count * index // files : count * (index + 1) // files]
        write_sie(folder / f"part-{index:04d}.se", sie_head(), sie_vouchers(part))


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    print(write_all(target, *map(int, sys.argv[2:])), "rows")
