"""Where the ceilings of an allocation, its proposed amount and the reserves' balances come from."""

from __future__ import annotations

from typing import Final

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.reserves.ceilings import negative_equity
from sifund_ledger.balance.reserves.reserves import opening_key, use_key
from sifund_ledger.balance.statement.explanation import Explainer, Explanation
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import EXPLAINED
from sifund_ledger.law import Reserve, Rule

CODES_OF_RESERVES: Final = (
    "reserve_flow",
    "reserve_stock",
    "reserve_proposed",
    "equalisation_reserve",
    "result_reserve",
)
"""What may be explained beside the lines, where it is computed."""


def explain_reserves(year: YearStatement, code: str, unit: Unit, language: Language) -> Explanation | None:
    """A ceiling, the proposed amount or a reserve's closing balance; ``None`` where the year does not have it."""
    return _ReserveExplainer(year, unit, language).of(code)


class _ReserveExplainer(Explainer):
    """Explains the reserves of one year's statement; amounts are rounded down to the öre as the ceilings are."""

    def of(self, code: str) -> Explanation | None:
        if code in set(Reserve):
            return self._balance(Reserve(code))
        explained = {"reserve_flow": self._flow, "reserve_stock": self._stock, "reserve_proposed": self._proposed}
        ore = getattr(self.year.ceilings, f"{code}_ore")
        return None if ore is None else explained[code](ore)

    def _room(self, code: str, ore: int, terms: tuple[tuple[int, Explanation], ...], rule: Rule | None) -> Explanation:
        # Below zero there is no room: the terms would sum to less than the nothing that is left.
        if not ore:
            return self.made(code, ore, rule=rule, note=EXPLAINED["nothing_left"])
        return self.made(code, ore, terms, rule=rule)

    def _share(self, whole_ore: int, percent: str) -> Explanation:
        label = EXPLAINED["share"].filled(share=percent)
        return self.made("share", whole_ore, label=label, records=self.figures.records("taxes_and_grants"))

    def _flow(self, ore: int) -> Explanation:
        rule = self.regime.flow_ceiling
        lower = min(self.figures.ore("net_result") or 0, self.year.result_after_adjustments_ore)
        percent = "2" if negative_equity(self.figures) else "1"
        terms = ((1, self.made("lower", lower)), (-1, self._share(max(0, lower - ore), percent)))
        return self._room("reserve_flow", ore, terms, rule)

    def _stock(self, ore: int) -> Explanation:
        account = self.year.reserve(Reserve.RESULT)
        opening = account.opening_ore if account and account.opening_ore else 0
        terms = ((1, self._share(ore + opening, "5")), (-1, self.made("opening", opening)))
        return self._room("reserve_stock", ore, terms, self.regime.stock_ceiling)

    def _proposed(self, ore: int) -> Explanation:
        ceilings = self.year.ceilings
        limits = [limit for limit in (ceilings.reserve_flow_ore, ceilings.reserve_stock_ore) if limit is not None]
        least = min(limits)
        terms = [(1, self.made("least", least))]
        if least != ore:
            terms.append((-1, self.made("others", least - ore)))
        return self._room("reserve_proposed", ore, tuple(terms), self.regime.flow_ceiling)

    def _balance(self, reserve: Reserve) -> Explanation | None:
        account = self.year.reserve(reserve)
        if account is None or account.closing_ore is None or account.opening_ore is None:
            return None
        records = self.figures.records
        terms = [
            (1, self.made("opening", account.opening_ore, records=records(opening_key(reserve, account.year)))),
            (1, self.made("allocated", account.allocated_ore, records=records("reserve_allocated"))),
            (-1, self.made("used", account.used_ore, records=records(use_key(reserve, account.year)))),
            (-1, self.made("dissolved", account.dissolved_ore or 0)),
        ]
        shown = tuple((sign, term) for sign, term in terms if term.ore or term.code == "opening")
        equalisation = reserve is Reserve.EQUALISATION
        rule = self.regime.equalisation_use if equalisation else self.regime.result_reserve_use
        return self.made(reserve.value, account.closing_ore, shown, rule=rule)
