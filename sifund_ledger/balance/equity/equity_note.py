"""The note on equity as a value (not om eget kapital): its table by the law of its year, and what it must tie to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sifund_ledger.amounts import Language
from sifund_ledger.balance.equity import findings as codes
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import EQUITY, EQUITY_AND_RESERVES, GROUP
from sifund_ledger.findings import Finding
from sifund_ledger.law import EQUITY_LAYOUT, EquityLayout, Reserve, in_force, rule_of
from sifund_ledger.table import LABEL, Column, OneTable, Row, Table


@dataclass(frozen=True, slots=True)
class EquityNote(OneTable):
    """The note on equity of a year (not om eget kapital), amounts in öre.

    ``opening + adjusted + corrected + result = closing``; the parts of ``closing`` are RUR, RER, the earmarks
    and the rest, the year's own result within them (LKBR 6:2 and KRL 5:2 in their versions; EQ-1, EQ-2, EQ-3, ruling
    R12).
    ``opening_*`` are the reserves at the year's beginning.
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

    def reserve_ore(self, reserve: Reserve, *, opening: bool = False) -> int:
        """A reserve at the year's end, or at its beginning."""
        if reserve is Reserve.RESULT:
            return self.opening_result_reserve_ore if opening else self.result_reserve_ore
        return self.opening_equalisation_reserve_ore if opening else self.equalisation_reserve_ore

    def table(self, language: Language = "sv", *, group: EquityNote | None = None) -> Table:
        """The note as a table: the change of the year, the parts by the year's law, and the earmarks as "varav".

        ``group`` adds the group's column, which has neither reserves nor earmarks (ruling R11).
        """
        notes = (self,) if group is None else (self, group)

        def row(code: str) -> Row:
            return EQUITY.row(code, *(getattr(note, f"{code}_ore") for note in notes))

        rows = [row("opening"), *self._of_which(opening=True)]
        changed = [code for code in ("adjusted", "corrected") if any(getattr(note, f"{code}_ore") for note in notes)]
        rows += [row(code) for code in (*changed, "adjusted_opening")] if changed else []
        rows += [row("result"), row("closing"), *self._of_which(opening=False)]
        rows += [EQUITY.row("earmark", ore, fund=fund) for fund, ore in self.earmarks]
        if "equalisation_reserve" in self.layout.items and self.equalisation_reserve_ore:
            # The balance sheet's own items from 2013 to 2023, where there is a reserve to tell apart.
            rows += [EQUITY.row("divided"), EQUITY.row("result", self.result_ore)]
            rows += [EQUITY.row("rur", self.equalisation_reserve_ore), EQUITY.row("other", self.other_ore)]
        columns = [LABEL, Column(str(self.year), str(self.year)), *([] if group is None else [Column("group", GROUP)])]
        return EQUITY.table(columns, rows, language)

    def _of_which(self, *, opening: bool) -> Iterator[Row]:
        """The reserves as "varav": under both balances from 2024, and at the end alone before."""
        if not opening or self.layout.items[0] == "opening":
            amounts = {reserve: self.reserve_ore(reserve, opening=opening) for reserve in Reserve}
            yield from (EQUITY.row(reserve.value, ore) for reserve, ore in amounts.items() if ore)


def note_ties(
    note: EquityNote, *, statement: YearStatement | None = None, previous: EquityNote | None = None
) -> list[Finding]:
    """Where the note does not tie: to itself (EQ-1), to the year before, to the year's statement and its reserves.

    ``previous`` is the note of the year before. A reserve whose balance the statement does not know is not compared.
    """
    found = [*_carried(note)]
    if previous is not None:
        found += _opens_as_closed(note, previous)
    if statement is not None:
        found += _as_stated(note, statement)
    return found


def _carried(note: EquityNote) -> Iterator[Finding]:
    total = note.adjusted_opening_ore + note.result_ore
    if total != note.closing_ore:
        yield codes.EQUITY_NOT_CARRIED.at(
            f"{note.year}.equity",
            citation=rule_of("EQ-1", note.year).citation,
            opening=note.opening_ore,
            adjusted=note.adjusted_ore + note.corrected_ore,
            result=note.result_ore,
            sum=total,
            closing=note.closing_ore,
        )


def _opens_as_closed(note: EquityNote, previous: EquityNote) -> Iterator[Finding]:
    pairs = [("equity", note.opening_ore, previous.closing_ore)]
    for reserve in Reserve:
        pairs.append((reserve.value, note.reserve_ore(reserve, opening=True), previous.reserve_ore(reserve)))
    for what, opening, closing in pairs:
        if opening != closing:
            yield codes.EQUITY_OPENING_DIFFERS.at(
                f"{note.year}.equity",
                citation=rule_of("EQ-1", note.year).citation,
                what=EQUITY_AND_RESERVES[what],
                year=note.year,
                before=previous.year,
                opening=opening,
                closing=closing,
            )


def _as_stated(note: EquityNote, statement: YearStatement) -> Iterator[Finding]:
    stated = statement.figures.ore("net_result") or 0
    if stated != note.result_ore:
        yield codes.EQUITY_RESULT_DIFFERS.at(
            f"{note.year}.net_result",
            citation=rule_of("EQ-1", note.year).citation,
            year=note.year,
            note=note.result_ore,
            statement=stated,
        )
    for account in statement.reserves:
        ore = note.reserve_ore(account.reserve)
        if account.closing_ore is not None and account.closing_ore != ore:
            yield codes.EQUITY_RESERVE_DIFFERS.at(
                f"{note.year}.reserves.{account.reserve}",
                citation=note.layout.citation,
                what=EQUITY_AND_RESERVES[account.reserve],
                year=note.year,
                note=ore,
                statement=account.closing_ore,
            )
