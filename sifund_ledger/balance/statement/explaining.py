"""Where an amount of the statement comes from: its rule, its paragraph, its terms, and the records behind them.

Beside the lines, what is left of the result, the ceilings, the proposed allocation and the reserves may be asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, Final

from sifund_ledger.amounts import DECIMAL_MARK, Language, Unit
from sifund_ledger.balance.deficits.grounds import rests_on_earmark
from sifund_ledger.balance.figures.year_figures import GroundEffect, StatementKind
from sifund_ledger.balance.reserves.ceilings import negative_equity
from sifund_ledger.balance.reserves.reserves import opening_key, use_key
from sifund_ledger.balance.statement.explanation import EXPLAINED, Explanation
from sifund_ledger.balance.statement.lines import CORRECTED, RESTORATION_CODES, RESTORED, TO_RESTORE, Block
from sifund_ledger.balance.statement.presentation import EARMARK_TERMS, counts_own_rows
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import LINES, name_of_row
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.regimes import Regime, regime_of
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.law.rows import has_row
from sifund_ledger.law.rules import Formula, Rule
from sifund_ledger.table import word_of
from sifund_ledger.wording import in_words

Terms = Iterable[tuple[int, Explanation]]


def explain(year: YearStatement, code: str, unit: Unit, language: Language) -> Explanation:
    """Explain a line of a year's statement by its code, or what may be asked for beside the lines.

    Raises :class:`~sifund_ledger.Refused` for a code that the year's statement does not have.
    """
    return _Explainer(year, unit, language).of(code)


def explained_codes(year: YearStatement) -> list[str]:
    """The codes that :func:`explain` knows of a year, those of its lines first.

    >>> from sifund_ledger.balance.figures.year_figures import YearFigures
    >>> from sifund_ledger.balance.statement.statement import balance_requirement
    >>> statement = balance_requirement([YearFigures(year=2015, net_result=-5)], opening_deficits=[])
    >>> explained_codes(statement.years[0])[-1]
    'remaining_result'
    """
    known = dict.fromkeys(line.code for line in year.lines)
    for code in [*(formula.target for formula in regime_of(year.year).formulas), *_EXPLAINED]:
        with suppress(Refused):
            known[explain(year, code, "kr", "sv").code] = None
    return list(known)


class _Explainer:
    """Explains amounts of one year's statement, each by what it is made of."""

    def __init__(self, year: YearStatement, unit: Unit, language: Language) -> None:
        self.year = year
        self.figures = year.figures
        self.regime: Regime = regime_of(year.year)
        self.made_in: dict[str, Any] = {"year": year.year, "unit": unit, "language": language}
        word_of(language, DECIMAL_MARK, "language")
        self.language: Language = language
        outcome = year.kind is StatementKind.OUTCOME
        self.restored, self.left = RESTORED[outcome], TO_RESTORE[outcome]

    def of(self, code: str) -> Explanation:
        for formula in self.regime.formulas:
            if formula.target == code:
                return self._formula(formula)
        if code in (*RESTORED.values(), *TO_RESTORE.values()):
            # What a forecast or a budget foresees is asked for by the name it has in an outcome.
            return self._to_restore() if code in TO_RESTORE.values() else self._by_origin(self.restored, 1)
        explained = _EXPLAINED[code](self) if isinstance(code, str) and code in _EXPLAINED else None
        return explained or self._stated(code)

    def _made(
        self,
        code: str,
        ore: int,
        terms: Terms = (),
        *,
        label: Bilingual | str = "",
        rule: Rule | None = None,
        citation: str = "",
        records: str = "",
        note: Bilingual | str = "",
    ) -> Explanation:
        """An amount explained; without a label it is called what its code is; ``records`` is the figure they made."""
        return Explanation(
            code=code,
            label=in_words(label or self._name(code), self.language),
            ore=ore,
            rule=rule.name if rule else "",
            citation=rule.cited if rule else citation,
            terms=tuple(terms),
            records=self.figures.records(records),
            note=in_words(note, self.language),
            **self.made_in,
        )

    def _name(self, code: str) -> Bilingual:
        if has_row(code, self.year.year):
            return name_of_row(code, self.year.year)
        return LINES[code] if code in LINES else EXPLAINED[code]

    def _figure(self, key: str) -> Explanation:
        """A magnitude that the municipality states, positive; the term that holds it has the sign."""
        return self._made(key, self.figures.ore(key) or 0, records=key, note=EXPLAINED["stated"])

    def _stated(self, code: str) -> Explanation:
        line = self.year.line(code)
        rules = [formula for formula in self.regime.formulas if code in formula.keys]
        rule = rules[-1] if rules else self.regime.earmarks if line.block is Block.DISCLOSURE else None
        return self._made(code, line.ore, rule=rule, records=code, note=EXPLAINED["stated"])

    def _own_terms(self) -> Iterator[tuple[int, Explanation]]:
        for row in self.figures.other_adjustments:
            own = self._made("other", row.ore, label=row.label, citation=row.citation, records="other_adjustments")
            yield 1, own

    def _own_rows(self) -> Explanation:
        self.year.line("other")
        terms = tuple(self._own_terms())
        return self._made("other", sum(term.ore for _, term in terms), terms)

    def _formula(self, formula: Formula) -> Explanation:
        start = self._figure(formula.start) if formula.start == "net_result" else self.of(formula.start)
        terms = [(1, start), *((sign, self._figure(key)) for key, sign in formula.terms if self.figures.ore(key))]
        if formula.own_rows:
            terms += self._own_terms()
        if self.year.corrected_ore and formula.target == self.year.decisive_result:
            terms.append((1, self._corrected(CORRECTED[formula.target])))
        return self._made(formula.target, self.year.line(formula.target).ore, terms, rule=formula)

    def _corrected(self, code: str) -> Explanation:
        return self._made(code, self.year.line(code).ore)

    def _presented(self) -> Explanation:
        layout = self.year.presentation
        terms = [(1, self.of(self.year.decisive_result))]
        terms += [(sign, self._figure(key)) for key, sign in EARMARK_TERMS[layout] if self.figures.ore(key)]
        if counts_own_rows(layout, self.regime):
            terms += self._own_terms()
        note = EXPLAINED["own_layout"].filled(layout=layout.value)
        return self._made("presented_result", self.year.presented_result_ore, terms, note=note)

    def _grounds(self) -> Explanation:
        code, terms = "exceptional_grounds", []
        for ground in self.figures.exceptional_grounds:
            if ground.effect is GroundEffect.WAIVE:
                note = f"{ground.reason} ({ground.decision})"
                if rests_on_earmark(ground):
                    note += f", {EXPLAINED['earmark'].words(self.language)} {ground.source}"
                label = EXPLAINED["ground"].filled(year=ground.deficit_year)
                terms.append((1, self._made(code, ground.ore, label=label, note=note, records=code)))
        return self._made(code, self.year.waived_ore, terms, rule=self.regime.grounds)

    def _by_origin(self, code: str, sign: int) -> Explanation:
        """Deficits by the year they arose in; ``sign`` is the one that the line has in its sum."""
        by_year = self.year.brought_forward_by_year if sign < 0 else self.year.restored_by_year
        terms = [(sign, self._made(code, ore, label=EXPLAINED["deficit"].filled(year=year))) for year, ore in by_year]
        return self._made(code, sign * sum(ore for _, ore in by_year), terms, rule=self.regime.restoration)

    def _to_restore(self) -> Explanation:
        codes = RESTORATION_CODES[: RESTORATION_CODES.index("to_restore")]
        terms = [(1, self.of(line.code)) for line in self.year.lines if line.code in codes and line.ore]
        if self.year.decisive_result_ore < 0:
            terms.insert(0, (1, self.of(self.year.decisive_result)))
        left, note = self.year.to_restore_ore, EXPLAINED["sign_turned"]
        return self._made(self.left, left, terms, rule=self.regime.deficits, note=note)

    def _remaining(self) -> Explanation:
        terms = []
        if self.year.decisive_result_ore > 0:
            terms = [(1, self.of(self.year.decisive_result)), (-1, self.of(self.restored))]
        return self._made("remaining_result", self.year.remaining_result_ore, terms, rule=self.regime.restoration)

    def _room(self, code: str, ore: int | None, terms: Callable[[int], Terms], rule: Rule | None) -> Explanation | None:
        """A ceiling, where it is computed; below zero there is no room, and the terms would sum to less than that."""
        if ore:
            return self._made(code, ore, terms(ore), rule=rule)
        return None if ore is None else self._made(code, ore, rule=rule, note=EXPLAINED["nothing_left"])

    def _share(self, whole_ore: int, percent: str) -> Explanation:
        label = EXPLAINED["share"].filled(share=percent)
        return self._made("share", whole_ore, label=label, records="taxes_and_grants")

    def _flow(self) -> Explanation | None:
        def terms(ore: int) -> Terms:
            lower = min(self.figures.ore("net_result") or 0, self.year.result_after_adjustments_ore)
            percent = "2" if negative_equity(self.figures) else "1"
            return (1, self._made("lower", lower)), (-1, self._share(max(0, lower - ore), percent))

        return self._room("reserve_flow", self.year.ceilings.reserve_flow_ore, terms, self.regime.flow_ceiling)

    def _stock(self) -> Explanation | None:
        def terms(ore: int) -> Terms:
            largest = self.year.ceilings.reserve_largest_ore or 0
            opening = (1, self._of_size(largest)), (-1, self._made("opening", largest - ore))
            return opening if largest != ore else opening[:1]

        return self._room("reserve_stock", self.year.ceilings.reserve_stock_ore, terms, self.regime.stock_ceiling)

    def _of_size(self, ore: int) -> Explanation:
        return self._made("reserve_largest", ore, [(1, self._share(ore, "5"))], rule=self.regime.stock_ceiling)

    def _largest(self) -> Explanation | None:
        ore = self.year.ceilings.reserve_largest_ore
        return None if ore is None else self._of_size(ore)

    def _proposed(self) -> Explanation | None:
        ceilings = self.year.ceilings

        def terms(ore: int) -> Terms:
            limits = (ceilings.reserve_flow_ore, ceilings.reserve_stock_ore)
            least = min(limit for limit in limits if limit is not None)
            others = [(-1, self._made("others", least - ore))] if least != ore else []
            return (1, self._made("least", least)), *others

        made = self._room("reserve_proposed", ceilings.reserve_proposed_ore, terms, None)
        practice = EXPLAINED["practice"].words(self.language)
        return made and replace(made, note="; ".join(filter(None, (made.note, practice))))

    def _balance(self, reserve: Reserve) -> Explanation | None:
        account, year = self.year.reserve(reserve), self.year.year
        if account is None or account.closing_ore is None or account.opening_ore is None:
            return None
        terms = [
            (1, self._made("opening", account.opening_ore, records=opening_key(reserve, year))),
            (1, self._made("allocated", account.allocated_ore, records="reserve_allocated")),
            (-1, self._made("used", account.used_ore, records=use_key(reserve, year))),
            (1, self._made("corrected", account.corrected_ore)),
            (-1, self._made("dissolved", account.dissolved_ore or 0)),
        ]
        shown = [(sign, term) for sign, term in terms if term.ore or term.code == "opening"]
        equalisation = reserve is Reserve.EQUALISATION
        rule = self.regime.equalisation_use if equalisation else self.regime.result_reserve_use
        return self._made(reserve.value, account.closing_ore, shown, rule=rule)


_EXPLAINED: Final[dict[str, Callable[[_Explainer], Explanation | None]]] = {
    "presented_result": _Explainer._presented,
    "exceptional_grounds": _Explainer._grounds,
    "deficits_brought_forward": lambda of: of._by_origin("deficits_brought_forward", -1),
    "deficits_corrected": lambda of: of._made("deficits_corrected", -of.year.restated_ore),
    "grounds_repealed": lambda of: of._made("grounds_repealed", -of.year.repealed_ore),
    **{code: partial(_Explainer._corrected, code=code) for code in CORRECTED.values()},
    "remaining_result": _Explainer._remaining,
    "other": _Explainer._own_rows,
    "reserve_flow": _Explainer._flow,
    "reserve_largest": _Explainer._largest,
    "reserve_stock": _Explainer._stock,
    "reserve_proposed": _Explainer._proposed,
    **{reserve.value: partial(_Explainer._balance, reserve=reserve) for reserve in Reserve},
}
"""How each amount that no formula makes is explained; the rest are stated by the municipality."""
