"""Where an amount of the statement comes from: its rule, its paragraph, its terms, and the records behind them."""

from __future__ import annotations

from collections.abc import Iterator

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.deficits.grounds import rests_on_earmark
from sifund_ledger.balance.figures.year_figures import GroundEffect
from sifund_ledger.balance.statement.explaining_reserves import CODES_OF_RESERVES, explain_reserves
from sifund_ledger.balance.statement.explanation import Explainer, Explanation
from sifund_ledger.balance.statement.lines import Block, Line
from sifund_ledger.balance.statement.presentation import EARMARK_TERMS, counts_own_rows
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import EXPLAINED
from sifund_ledger.law import Formula


def explain(year: YearStatement, code: str, unit: Unit, language: Language) -> Explanation:
    """Explain a line of a year's statement by its code; ``remaining_result`` may be asked for too, and where they are
    known the ceilings, the proposed allocation and the reserves (``CODES_OF_RESERVES``).

    Raises :class:`~sifund_ledger.Refused` for a code that the year's statement does not have.
    """
    if code in CODES_OF_RESERVES:
        explained = explain_reserves(year, code, unit, language)
        if explained is not None:
            return explained
    return _Explainer(year, unit, language).of(code)


class _Explainer(Explainer):
    """Explains the lines of one year's statement, each by what it is made of."""

    def of(self, code: str) -> Explanation:
        for formula in self.regime.formulas:
            if formula.target == code:
                return self._formula(formula)
        match code:
            case "presented_result":
                return self._presented()
            case "to_restore":
                return self._to_restore()
            case "exceptional_grounds":
                return self._grounds()
            case "deficits_brought_forward":
                return self._by_origin(code, -1, self.year.brought_forward_by_year)
            case "deficits_restored":
                return self._by_origin(code, 1, self.year.restored_by_year)
            case "remaining_result":
                return self._remaining()
            case "other":
                return self._own_rows()
            case _:
                return self._stated(self.year.line(code))

    def _figure(self, key: str) -> Explanation:
        """A magnitude that the municipality states, positive; the term that holds it has the sign."""
        return self.made(key, self.figures.ore(key) or 0, records=self.figures.records(key), note=EXPLAINED["stated"])

    def _stated(self, line: Line) -> Explanation:
        rule = self.regime.earmarks if line.block is Block.DISCLOSURE else None
        for formula in self.regime.formulas:
            if line.code in formula.keys:
                rule = formula
        records = self.figures.records(line.code)
        return self.made(line.code, line.ore, rule=rule, records=records, note=EXPLAINED["stated"])

    def _own_terms(self) -> Iterator[tuple[int, Explanation]]:
        records = self.figures.records("other_adjustments")
        for row in self.figures.other_adjustments:
            yield 1, self.made("other", row.ore, label=row.label, citation=row.citation, records=records)

    def _own_rows(self) -> Explanation:
        self.year.line("other")
        terms = tuple(self._own_terms())
        return self.made("other", sum(term.ore for _, term in terms), terms)

    def _formula(self, formula: Formula) -> Explanation:
        start = self._figure(formula.start) if formula.start == "net_result" else self.of(formula.start)
        terms = [(1, start), *((sign, self._figure(key)) for key, sign in formula.terms if self.figures.ore(key))]
        if formula.own_rows:
            terms += self._own_terms()
        return self.made(formula.target, self.year.line(formula.target).ore, terms, rule=formula)

    def _presented(self) -> Explanation:
        layout = self.year.presentation
        terms = [(1, self.of(self.year.decisive_result))]
        terms += [(sign, self._figure(key)) for key, sign in EARMARK_TERMS[layout] if self.figures.ore(key)]
        if counts_own_rows(layout, self.regime):
            terms += self._own_terms()
        note = EXPLAINED["own_layout"].filled(layout=layout.value)
        return self.made("presented_result", self.year.presented_result_ore, terms, note=note)

    def _grounds(self) -> Explanation:
        terms = []
        records = self.figures.records("exceptional_grounds")
        for ground in self.figures.exceptional_grounds:
            if ground.effect is GroundEffect.WAIVE:
                note = f"{ground.reason} ({ground.decision})"
                if rests_on_earmark(ground):
                    note += f", {EXPLAINED['earmark'].words(self.language)} {ground.source}"
                label = EXPLAINED["ground"].filled(year=ground.deficit_year)
                terms.append((1, self.made("exceptional_grounds", ground.ore, label=label, note=note, records=records)))
        return self.made("exceptional_grounds", self.year.waived_ore, terms, rule=self.regime.grounds)

    def _by_origin(self, code: str, sign: int, by_year: tuple[tuple[int, int], ...]) -> Explanation:
        """Deficits by the year they arose in; ``sign`` is the one that the line has in its sum."""
        terms = [
            (sign, self.made(code, ore, label=EXPLAINED["deficit"].filled(year=origin))) for origin, ore in by_year
        ]
        return self.made(code, sign * sum(ore for _, ore in by_year), terms, rule=self.regime.restoration)

    def _to_restore(self) -> Explanation:
        codes = ("exceptional_grounds", "deficits_brought_forward", "deficits_restored")
        terms = [(1, self.of(code)) for code in codes if self.year.line(code).ore]
        if self.year.decisive_result_ore < 0:
            terms.insert(0, (1, self.of(self.year.decisive_result)))
        left, note = self.year.to_restore_ore, EXPLAINED["sign_turned"]
        return self.made("to_restore", left, terms, rule=self.regime.deficits, note=note)

    def _remaining(self) -> Explanation:
        terms = []
        if self.year.decisive_result_ore > 0:
            terms = [(1, self.of(self.year.decisive_result)), (-1, self.of("deficits_restored"))]
        return self.made("remaining_result", self.year.remaining_result_ore, terms, rule=self.regime.restoration)
