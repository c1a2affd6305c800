"""The note on equity as a value (not om eget kapital): its table by the law of its year, and what it must tie to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sifund_ledger.amounts import Language, format_amount
from sifund_ledger.balance.equity import findings as codes
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.findings import Finding
from sifund_ledger.law import EQUITY_LAYOUT, EquityLayout, Reserve, in_force, rule_of
from sifund_ledger.table import Row, RowKind, Table

NOT_CASH: Final = {
    "sv": "En öronmärkning är varken pengar, bankkonto eller avsättning, utan en märkning av eget kapital.",
    "en": "An earmark is neither cash, nor a bank account, nor a provision: it is a label on equity.",
}


@dataclass(frozen=True, slots=True)
class EquityNote:
    """The note on equity of a year (not om eget kapital), amounts in öre.

    ``opening + adjusted + result = closing``; the parts of ``closing`` are RUR, RER, the earmarks and the rest, the
    year's own result within them (LKBR 6:2 and KRL 5:2 in their versions; EQ-1, EQ-2, EQ-3, ruling R12).
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

    @property
    def other_ore(self) -> int:
        """Other equity (övrigt eget kapital) but for the year's result: the earmarks are part of it."""
        return self.closing_ore - self.result_ore - self.equalisation_reserve_ore - self.result_reserve_ore

    @property
    def adjusted_opening_ore(self) -> int:
        """Justerat ingående eget kapital: the opening and the adjustments straight to equity (ruling R17)."""
        return self.opening_ore + self.adjusted_ore

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
        names = _NAMES[language]
        notes = (self,) if group is None else (self, group)
        rows = [Row((names["opening"], *(note.opening_ore for note in notes)))]
        rows += self._of_which(names, opening=True)
        if any(note.adjusted_ore for note in notes):
            rows.append(Row((names["adjusted"], *(note.adjusted_ore for note in notes))))
            adjusted = (note.adjusted_opening_ore for note in notes)
            rows.append(Row((names["opening_adjusted"], *adjusted), RowKind.SUM))
        rows.append(Row((names["result"], *(note.result_ore for note in notes))))
        rows.append(Row((names["closing"], *(note.closing_ore for note in notes)), RowKind.SUM))
        rows += self._of_which(names, opening=False)
        rows += [Row((names["earmark"].format(fund=fund), ore)) for fund, ore in self.earmarks]
        rows += self._divided(names)
        columns = ("", str(self.year)) if group is None else ("", str(self.year), names["group"])
        return Table(names["title"], columns, tuple(rows), (NOT_CASH[language],), code="equity")

    def _of_which(self, names: dict[str, str], *, opening: bool) -> Iterator[Row]:
        """The reserves as "varav": under both balances from 2024, and at the end alone before."""
        carried = self.layout.items[0] == "opening"
        if opening and not carried:
            return
        for reserve in Reserve:
            ore = self.reserve_ore(reserve, opening=opening)
            if ore:
                yield Row((names[reserve.value], ore))

    def _divided(self, names: dict[str, str]) -> Iterator[Row]:
        """The balance sheet's own items from 2013 to 2023, where there is a reserve to tell apart."""
        if "equalisation_reserve" in self.layout.items and self.equalisation_reserve_ore:
            yield Row((names["divided"],), RowKind.HEADING)
            yield Row((names["result"], self.result_ore))
            yield Row((names["rur"], self.equalisation_reserve_ore))
            yield Row((names["other"], self.other_ore))

    def __str__(self) -> str:
        return self.table().text()

    def _repr_html_(self) -> str:
        return self.table()._repr_html_()


_NAMES: Final = {
    "sv": {
        "title": "Not Eget kapital",
        "opening": "Eget kapital vid årets början",
        "adjusted": "Justering direkt mot eget kapital",
        "opening_adjusted": "Justerat ingående eget kapital",
        "result": "Årets resultat",
        "closing": "Eget kapital vid årets slut",
        "equalisation_reserve": "  varav resultatutjämningsreserv",
        "result_reserve": "  varav resultatreserv",
        "earmark": "  varav öronmärkt: {fund}",
        "divided": "Indelning i balansräkningen",
        "rur": "Resultatutjämningsreserv",
        "other": "Övrigt eget kapital",
        "group": "Koncernen",
    },
    "en": {
        "title": "Note Equity",
        "opening": "Equity at the beginning of the year",
        "adjusted": "Adjustment straight to equity",
        "opening_adjusted": "Adjusted opening equity",
        "result": "Result of the year",
        "closing": "Equity at the end of the year",
        "equalisation_reserve": "  of which equalisation reserve",
        "result_reserve": "  of which result reserve",
        "earmark": "  of which earmarked: {fund}",
        "divided": "Division in the balance sheet",
        "rur": "Equalisation reserve",
        "other": "Other equity",
        "group": "The group",
    },
}
_RESERVES: Final = {
    Reserve.EQUALISATION: ("the equalisation reserve", "resultatutjämningsreserv"),
    Reserve.RESULT: ("the result reserve", "resultatreserv"),
}


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
            opening=format_amount(note.opening_ore),
            adjusted=format_amount(note.adjusted_ore),
            result=format_amount(note.result_ore),
            sum=format_amount(total),
            closing=format_amount(note.closing_ore),
        )


def _opens_as_closed(note: EquityNote, previous: EquityNote) -> Iterator[Finding]:
    pairs = [("equity", "eget kapital", note.opening_ore, previous.closing_ore)]
    for reserve, (english, swedish) in _RESERVES.items():
        pairs.append((english, swedish, note.reserve_ore(reserve, opening=True), previous.reserve_ore(reserve)))
    for english, swedish, opening, closing in pairs:
        if opening != closing:
            yield codes.EQUITY_OPENING_DIFFERS.at(
                f"{note.year}.equity",
                citation=rule_of("EQ-1", note.year).citation,
                what=english,
                what_sv=swedish,
                year=note.year,
                before=previous.year,
                opening=format_amount(opening),
                closing=format_amount(closing),
            )


def _as_stated(note: EquityNote, statement: YearStatement) -> Iterator[Finding]:
    stated = statement.figures.ore("net_result") or 0
    if stated != note.result_ore:
        yield codes.EQUITY_RESULT_DIFFERS.at(
            f"{note.year}.net_result",
            citation=rule_of("EQ-1", note.year).citation,
            year=note.year,
            note=format_amount(note.result_ore),
            statement=format_amount(stated),
        )
    for account in statement.reserves:
        ore = note.reserve_ore(account.reserve)
        if account.closing_ore is not None and account.closing_ore != ore:
            english, swedish = _RESERVES[account.reserve]
            yield codes.EQUITY_RESERVE_DIFFERS.at(
                f"{note.year}.reserves.{account.reserve}",
                citation=note.layout.citation,
                what=english,
                what_sv=swedish,
                year=note.year,
                note=format_amount(ore),
                statement=format_amount(account.closing_ore),
            )
