"""Equity by year (eget kapital), its note with the earmarks as "varav", and what ties the note to the rest.

Equity changes only through the result of the year and through adjustments straight to it (LKBR 4:4 p. 7–8; EQ-1,
ruling R17). An earmark is a label on part of it: neither money, nor an account, nor a provision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, Final

from sifund_ledger.amounts import Language
from sifund_ledger.balance.equity import findings as codes
from sifund_ledger.balance.figures.figure_kinds import reserve_of
from sifund_ledger.balance.reserves.reserves import last_year
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import DIVISION, EQUITY, EQUITY_AND_RESERVES, GROUP, RESTATED
from sifund_ledger.boundary import checked_methods
from sifund_ledger.findings import Bilingual, Finding, Severity
from sifund_ledger.law.equity import EQUITY_LAYOUT, EquityLayout
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.law.rules import in_force
from sifund_ledger.ledger.accounts import (
    EQUALISATION_RESERVE,
    NET_ASSETS,
    RESULT_OF_YEAR,
    RESULT_RESERVE,
    earmark,
)
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.year_sums import back
from sifund_ledger.table import LABEL, Column, OneTable, Row, Table

_LIMITED: Final = (earmark(NET_ASSETS), earmark(EQUALISATION_RESERVE), earmark(RESULT_RESERVE))


def equity(balances: Balances, year: int) -> int:
    """Equity at the close of a year, in öre; negative where debts exceed assets."""
    return balances.balance(earmark(NET_ASSETS), at=year)


def reserves(balances: Balances, year: int) -> tuple[int, int]:
    """RUR and RER at the close of a year, in öre, positive."""
    return (
        -balances.balance(earmark(EQUALISATION_RESERVE), at=year),
        -balances.balance(earmark(RESULT_RESERVE), at=year),
    )


def result_of(balances: Balances, year: int) -> int:
    """The recorded result of a year, in öre, signed; 0 where none is recorded."""
    return -balances.movement(earmark(RESULT_OF_YEAR, year=year), "result_recorded")


def room_faults(balances: Balances, ore: int, *, year: int) -> list[Finding]:
    """Why ``ore`` more cannot be earmarked from ``year`` on: at some close the earmarks would exceed equity (R12)."""
    moved = (
        *(reversed(balances.years(account)) for account in _LIMITED),
        (each.year for each in back(balances.held())),
    )
    later = {later for years in moved for later in takewhile(lambda other: other > year, years)}
    for close in sorted({year, *later}):
        limit = equity(balances, close) - sum(reserves(balances, close))
        total = balances.earmarked(at=close) + ore
        if total > limit:
            return [_above_equity(close, total, limit, Severity.ERROR)]
    return []


def _above_equity(year: int, total: int, limit: int, severity: Severity) -> Finding:
    return codes.EARMARKS_ABOVE_EQUITY.at(str(year), severity=severity, year=year, earmarked=total, equity=limit)


@checked_methods
@dataclass(frozen=True, slots=True)
class EquityNote(OneTable):
    """The note on equity of a year (not om eget kapital), amounts in öre.

    ``opening + adjusted + corrected + result = closing``; the parts of ``closing`` are RUR, RER, the earmarks and the
    rest, the year's own result within them (LKBR 6:2 and KRL 5:2 in their versions; EQ-1, EQ-2, EQ-3, ruling R12).
    ``opening_*`` are the reserves at the year's beginning. ``compared`` is the note of the year before as printed, and
    ``restated`` (omräknad), where this year has corrected anything of it (R43).
    """

    year: int
    opening_ore: int
    adjusted_ore: int
    result_ore: int
    closing_ore: int
    equalisation_reserve_ore: int
    result_reserve_ore: int
    earmarks: tuple[tuple[str, int], ...]
    opening_equalisation_reserve_ore: int = 0
    opening_result_reserve_ore: int = 0
    corrected_ore: int = 0
    restated: bool = False
    compared: tuple[EquityNote, ...] = ()

    @property
    def other_ore(self) -> int:
        """Other equity (övrigt eget kapital) but for the year's result: the earmarks are part of it."""
        return self.closing_ore - self.result_ore - self.equalisation_reserve_ore - self.result_reserve_ore

    @property
    def adjusted_opening_ore(self) -> int:
        """Justerat ingående eget kapital: the opening, the adjustments straight to equity (ruling R17), and what was
        corrected of earlier years' adjustments (R43)."""
        return self.opening_ore + self.adjusted_ore + self.corrected_ore

    @property
    def layout(self) -> EquityLayout:
        """How the year's law divides equity in the balance sheet."""
        return in_force(EQUITY_LAYOUT, self.year)

    def reserve_ore(self, reserve: Reserve | str, *, opening: bool = False) -> int:
        """A reserve, or its exact text, at the year's end, or at its beginning; öre.

        Raises :class:`~sifund_ledger.Refused` for a reserve that there is not.
        """
        return int(getattr(self, f"{'opening_' if opening else ''}{reserve_of(reserve)}_ore"))

    def table(self, language: Language = "sv", *, group: EquityNote | None = None) -> Table:
        """The note as a table: the change of the year, the parts by the year's law, and the earmarks as "varav".

        ``group`` adds the group's column, which has neither reserves nor earmarks (ruling R11).
        """
        own = (self, *self.compared)
        notes = own if group is None else (*own, group)

        def row(code: str) -> Row:
            return EQUITY.row(code, *(getattr(note, f"{code}_ore") for note in notes))

        rows = [row("opening"), *_of_which(own, opening=True)]
        changed = [code for code in ("adjusted", "corrected") if any(getattr(note, f"{code}_ore") for note in notes)]
        rows += [row(code) for code in (*changed, "adjusted_opening")] if changed else []
        rows += [row("result"), row("closing"), *_of_which(own, opening=False)]
        marks = [dict(note.earmarks) for note in own]
        funds = dict.fromkeys(fund for each in marks for fund in each)
        rows += [EQUITY.row("earmark", *(each.get(fund, 0) for each in marks), fund=fund) for fund in funds]
        if "equalisation_reserve" in self.layout.items and self.equalisation_reserve_ore:
            # The balance sheet's own items from 2013 to 2023, where there is a reserve to tell apart.
            rows += [EQUITY.row("divided"), EQUITY.row("result", self.result_ore)]
            rows += [EQUITY.row("rur", self.equalisation_reserve_ore), EQUITY.row("other", self.other_ore)]
        columns = [LABEL, *map(_column, own), *([] if group is None else [Column("group", GROUP)])]
        table = EQUITY.table(columns, rows, language)
        return replace(table, sums=DIVISION) if any(row.code == "rur" for row in rows) else table


def _of_which(notes: Sequence[EquityNote], *, opening: bool) -> Iterator[Row]:
    """The reserves as "varav": under both balances from 2024, and at the end alone before."""
    if not opening or notes[0].layout.items[0] == "opening":
        for reserve in Reserve:
            amounts = [note.reserve_ore(reserve, opening=opening) for note in notes]
            if any(amounts):
                yield EQUITY.row(reserve.value, *amounts)


def _column(note: EquityNote) -> Column:
    year = str(note.year)
    if not note.restated:
        return Column(year, year)
    return Column(f"{year}_restated", Bilingual(f"{year} {RESTATED.sv}", f"{year} {RESTATED.en}"))


def equity_note(balances: Balances, year: int) -> EquityNote:
    """The note on equity of a fiscal year, from the EARMARK book; beside it the year before, as printed and restated,
    where the year has corrected anything of that."""
    note, restated = _note(balances, year), balances.restated(year - 1, year)
    if restated is None:
        return note
    printed, now = _note(balances, year - 1), _dissolved(_note(restated, year - 1))
    return note if now == printed else replace(note, compared=(printed, replace(now, restated=True)))


def _dissolved(note: EquityNote) -> EquityNote:
    """A restated note with what the law dissolves: what a correction gives back to RUR is gone with 2033 too (R54)."""
    last = last_year(Reserve.EQUALISATION)
    closing = 0 if note.year >= last else note.equalisation_reserve_ore
    opening = 0 if note.year > last else note.opening_equalisation_reserve_ore
    return replace(note, equalisation_reserve_ore=closing, opening_equalisation_reserve_ore=opening)


def _note(balances: Balances, year: int) -> EquityNote:
    rur, rer = reserves(balances, year)
    rur_before, rer_before = reserves(balances, year - 1)
    marks = [(fund, balances.earmarked(fund, at=year)) for fund in balances.earmarked_funds()]
    return EquityNote(
        year=year,
        # In the year by whose close the book was opened, what it was opened with is the opening.
        opening_ore=equity(balances, year - 1) + balances.movement(earmark(NET_ASSETS), "equity_opened", year=year),
        adjusted_ore=balances.movement(earmark(NET_ASSETS), "equity_adjusted", year=year),
        result_ore=balances.movement(earmark(NET_ASSETS), "result_recorded", year=year),
        closing_ore=equity(balances, year),
        equalisation_reserve_ore=rur,
        result_reserve_ore=rer,
        earmarks=tuple((fund, ore) for fund, ore in marks if ore),
        opening_equalisation_reserve_ore=rur_before,
        opening_result_reserve_ore=rer_before,
        corrected_ore=balances.corrected(earmark(NET_ASSETS), year),
    )


def note_faults(note: EquityNote) -> list[Finding]:
    """A warning where the note's earmarks exceed its equity apart from the reserves, or these exceed it alone (R12)."""
    held = note.equalisation_reserve_ore + note.result_reserve_ore
    limit, total = note.closing_ore - held, sum(ore for _, ore in note.earmarks)
    if not total:
        values: dict[str, Any] = {"year": note.year, "reserves": held, "equity": note.closing_ore}
        return [codes.RESERVES_ABOVE_EQUITY.at(str(note.year), **values)] if held and limit < 0 else []
    return [_above_equity(note.year, total, limit, Severity.WARNING)] if total > limit else []


def note_ties(
    note: EquityNote, *, statement: YearStatement | None = None, previous: EquityNote | None = None
) -> list[Finding]:
    """Where the note does not tie: to itself (EQ-1), to the year before, to the year's statement and its reserves.

    ``previous`` is the note of the year before. A reserve whose balance the statement does not know is not compared.
    """
    year, found = note.year, []
    total = note.adjusted_opening_ore + note.result_ore
    if total != note.closing_ore:
        parts: dict[str, Any] = {
            name: getattr(note, f"{name}_ore") for name in ("opening", "adjusted", "result", "closing")
        }
        parts["adjusted"] += note.corrected_ore
        found.append(codes.EQUITY_NOT_CARRIED.at(f"{year}.equity", year=year, sum=total, **parts))
    if previous is not None:
        pairs: list[tuple[str, int, int]] = [("equity", note.opening_ore, previous.closing_ore)]
        pairs += [(each, note.reserve_ore(each, opening=True), previous.reserve_ore(each)) for each in Reserve]
        found += [
            codes.EQUITY_OPENING_DIFFERS.at(
                f"{year}.equity", what=EQUITY_AND_RESERVES[what], year=year, before=previous.year,
                opening=opening, closing=closing,
            )
            for what, opening, closing in pairs
            if opening != closing
        ]  # fmt: skip
    return found if statement is None else [*found, *_as_stated(note, statement)]


def _as_stated(note: EquityNote, statement: YearStatement) -> Iterator[Finding]:
    year, stated = note.year, statement.figures.ore("net_result") or 0
    if stated != note.result_ore:
        place = f"{year}.net_result"
        yield codes.EQUITY_RESULT_DIFFERS.at(place, year=year, note=note.result_ore, statement=stated)
    for account in statement.reserves:
        ore, closing = note.reserve_ore(account.reserve), account.closing_ore
        if closing is not None and closing != ore:
            place, what = f"{year}.reserves.{account.reserve}", EQUITY_AND_RESERVES[account.reserve]
            yield codes.EQUITY_RESERVE_DIFFERS.at(place, what=what, year=year, note=ore, statement=closing)
    for reserve in Reserve:
        if year > last_year(reserve) and (ore := note.reserve_ore(reserve)):
            place, what = f"{year}.reserves.{reserve}", EQUITY_AND_RESERVES[reserve]
            yield codes.EQUITY_RESERVE_DIFFERS.at(place, what=what, year=year, note=ore, statement=0)
