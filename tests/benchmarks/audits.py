"""How fast a book is audited, alone and against its general ledger: some thousand projects over twenty years.

Run it by hand: ``python tests/benchmarks/audits.py [RECORDS] [ROWS]``. Nothing here is asserted by the tests. The book
is recorded by commands, so that nothing but notes is found; its ledger is the one that fits it, and vouchers of others
fill it up to the number of rows. Both are kept in a folder, and the call of ``sifund audit`` is printed, so that
``/usr/bin/time -v`` measures the audit alone.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from sifund_ledger import Book, Decision, YearFigures, open_book, presets, sek
from sifund_ledger.exchange.sie import sie_bytes
from sifund_ledger.exchange.sie.document import SieRow, SieVoucher
from sifund_ledger.money import from_ore
from sifund_ledger.testing import ledger_of
from sifund_ledger.testing.book_ledgers import MAPPING_FILE, ROLES_FILE, balances_of

FIRST, YEARS = 2014, 20
POLICY = presets.orebro_strict.choose(presentation="strict", gl_treatment="sub_account")
PER_PROJECT = 11


def council(year: int, paragraph: int) -> Decision:
    return Decision("KF", date(year, 4, 22), str(paragraph))


def write_book(path: Path, count: int) -> None:
    """A book of about ``count`` records in a file: projects are granted, used, measured, repaid and settled."""
    a_year = count // PER_PROJECT // (YEARS - 4)
    clock = datetime(2040, 1, 1, tzinfo=UTC)
    with open_book(path, create="Storköpings kommun", actor="ekonomi", clock=lambda: clock) as book:
        with book.batch():
            book.open_equity(FIRST - 1, sek("9 000 000 000"), opening_deficits=[], decision=council(FIRST, 1))
            book.create_fund("social", policy=POLICY, decision=council(FIRST, 2))
        for year in range(FIRST, FIRST + YEARS):
            with book.batch():
                _record(book, year, a_year)
            figures = YearFigures(
                net_result=sek("90 000 000"), taxes_and_grants=sek("900 000 000"), pension_contingency=sek(0),
                equity=from_ore(book.equity_note(year - 1).closing_ore) + sek("90 000 000"),
            )  # fmt: skip
            book.year_end(year, figures).post()
            book.set_aside("social", sek("60 000 000"), result_year=year, decision=council(year + 1, 31))
            note = book.equity_note(year)
            book.compare_equity(
                year, source="general_ledger", document=f"{year}.se", net_result=from_ore(note.result_ore),
                closing_equity=from_ore(note.closing_ore), earmarks={f: from_ore(ore) for f, ore in note.earmarks},
            )  # fmt: skip
            book.close_year(year, decision=council(year + 1, 40))


def _record(book: Book, year: int, projects: int) -> None:
    """What a year has of projects: those it grants and uses, those whose effect it measures, those it settles."""
    grants = projects if FIRST < year < FIRST + YEARS - 4 else 0
    for number in range(grants):
        name = f"P{year}-{number}"
        book.grant(
            "social", name, sek(60_000), board="Utb", financing="ur fonden", start=date(year, 5, 1),
            end=date(year, 12, 31), frames={year: sek(60_000)}, decision=council(year, 50),
            plan={"Skola": {year + 2: sek(24_000)}, "Social": {year + 2: sek(36_000)}},
        )  # fmt: skip
        book.report_cost("social", name, sek(58_000), year=year, decision=council(year + 1, 51))
        book.use("social", sek(55_000), year=year, project=name, decision=council(year + 1, 52))
        book.close_project(name, year=year, decision=council(year + 1, 53))
    begun = year - 2
    for number in range(projects if FIRST < begun < FIRST + YEARS - 4 else 0):
        name = f"P{begun}-{number}"
        for board, effect in (("Skola", 20_000), ("Social", 30_000)):
            book.measure(name, board, sek(effect), effect_year=year - 1, decision=council(year, 54))
            book.repay(name, board, sek(effect), effect_year=year - 1, frame_year=year, decision=council(year, 55))
        book.settle(name, frame_year=year, decision=council(year, 56))


def write_ledger(book: Path, folder: Path, rows: int) -> None:
    """The ledger that fits a book, a file for each year, filled up with vouchers of others to a number of rows."""
    with open_book(book) as opened:
        documents = ledger_of(opened)
    own = sum(len(voucher.rows) for document in documents for voucher in document.vouchers)
    drawn, each = random.Random(7), max(0, rows - own) // len(documents)
    for document in documents:
        year = document.first("GEN")[:4]
        opening = {each.account: each.ore for each in document.balances if each.label == "IB"}
        vouchers = [*document.vouchers, *_others(drawn, int(year) - 1, each)]
        full = replace(document, vouchers=vouchers, balances=balances_of(opening, vouchers))
        (folder / f"{int(year) - 1}.se").write_bytes(sie_bytes(full)[0])


def _others(drawn: random.Random, year: int, rows: int) -> Iterator[SieVoucher]:
    """Vouchers that have nothing to do with the book: costs against income, so that the result stays what it is."""
    for number in range(rows // 4):
        ore = drawn.randint(1, 5_000_000_00)
        made = [SieRow("5010", ore), SieRow("3010", -ore), SieRow("1930", ore), SieRow("1930", -ore)]
        yield SieVoucher("L", str(100_000 + number), f"{year}{drawn.randint(1, 12):02}15", "Löner", made)


def main(records: int = 50_000, rows: int = 340_000, folder: str = "/tmp/audits") -> None:
    """Make the book and its ledger, and print what ``sifund audit`` is to be called with."""
    there = Path(folder, str(records))
    there.mkdir(parents=True)
    begun = time.process_time()
    write_book(there / "bok.sifund", records)
    write_ledger(there / "bok.sifund", there, rows)
    (there / "mapping.toml").write_text(MAPPING_FILE, "utf-8")
    (there / "roles.toml").write_text(ROLES_FILE, "utf-8")
    with open_book(there / "bok.sifund") as book:
        print(f"{book.head.seq} records made in {time.process_time() - begun:.0f} s of CPU")
    files = " ".join(f"--sie {each}" for each in sorted(there.glob("*.se")))
    print(f"sifund audit {there}/bok.sifund {files} --mapping {there}/mapping.toml --roles {there}/roles.toml")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]), *sys.argv[3:])
