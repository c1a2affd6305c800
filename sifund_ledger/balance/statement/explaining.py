"""Where an amount of the statement comes from: its rule, its paragraph, its terms, and the records behind them."""

from __future__ import annotations

from collections.abc import Iterator

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.deficits.grounds import rests_on_earmark
from sifund_ledger.balance.figures.year_figures import GroundEffect, YearFigures
from sifund_ledger.balance.statement.explaining_reserves import CODES_OF_RESERVES, explain_reserves
from sifund_ledger.balance.statement.explanation import Explanation, word
from sifund_ledger.balance.statement.lines import Block, Line, line_name
from sifund_ledger.balance.statement.presentation import EARMARK_TERMS, counts_own_rows
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.law import Formula, Regime, Rule, has_row, regime_of, row_name


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


class _Explainer:
    """Explains the lines of one year's statement, each by what it is made of."""

    def __init__(self, year: YearStatement, unit: Unit, language: Language) -> None:
        self.year = year
        self.figures: YearFigures = year.figures
        self.regime: Regime = regime_of(year.year)
        self.unit: Unit = unit
        self.language: Language = language

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
                return self._brought_forward()
            case "deficits_restored":
                return self._restored()
            case "remaining_result":
                return self._remaining()
            case "other":
                return self._own_rows()
            case _:
                return self._stated(self.year.line(code))

    def _made(
        self,
        code: str,
        ore: int,
        *,
        label: str = "",
        rule: Rule | None = None,
        terms: tuple[tuple[int, Explanation], ...] = (),
        records: tuple[int, ...] = (),
        note: str = "",
        citation: str = "",
    ) -> Explanation:
        return Explanation(
            code=code,
            year=self.year.year,
            label=label or self._label(code),
            ore=ore,
            unit=self.unit,
            language=self.language,
            rule=rule.name if rule else "",
            citation=rule.cited if rule else citation,
            terms=terms,
            records=records,
            note=note,
        )

    def _label(self, code: str) -> str:
        if has_row(code, self.year.year):
            return row_name(code, self.year.year, self.language)
        return line_name(code, self.language)

    def _figure(self, key: str) -> Explanation:
        """A magnitude that the municipality states, positive; the term that holds it has the sign."""
        stated = word("stated", self.language)
        return self._made(key, self.figures.ore(key) or 0, records=self.figures.records(key), note=stated)

    def _stated(self, line: Line) -> Explanation:
        rules = {Block.STATUTE: None, Block.DISCLOSURE: self.regime.earmarks}
        rule = rules.get(line.block)
        for formula in self.regime.formulas:
            if line.code in formula.keys:
                rule = formula
        return self._made(
            line.code,
            line.ore,
            rule=rule,
            records=self.figures.records(line.code),
            note=word("stated", self.language),
        )

    def _own_terms(self) -> Iterator[tuple[int, Explanation]]:
        records = self.figures.records("other_adjustments")
        for row in self.figures.other_adjustments:
            yield 1, self._made("other", row.ore, label=row.label, citation=row.citation, records=records)

    def _own_rows(self) -> Explanation:
        self.year.line("other")
        terms = tuple(self._own_terms())
        total = sum(term.ore for _, term in terms)
        return self._made("other", total, label={"sv": "Egna rader", "en": "Own rows"}[self.language], terms=terms)

    def _formula(self, formula: Formula) -> Explanation:
        start = self._figure(formula.start) if formula.start == "net_result" else self.of(formula.start)
        terms = [(1, start), *((sign, self._figure(key)) for key, sign in formula.terms if self.figures.ore(key))]
        if formula.own_rows:
            terms += self._own_terms()
        return self._made(formula.target, self.year.line(formula.target).ore, rule=formula, terms=tuple(terms))

    def _presented(self) -> Explanation:
        layout = self.year.presentation
        terms = [(1, self.of(self.year.decisive_result))]
        terms += [(sign, self._figure(key)) for key, sign in EARMARK_TERMS[layout] if self.figures.ore(key)]
        if counts_own_rows(layout, self.regime):
            terms += self._own_terms()
        note = f"{word('own_layout', self.language)}: {layout.value}"
        return self._made("presented_result", self.year.presented_result_ore, terms=tuple(terms), note=note)

    def _grounds(self) -> Explanation:
        terms = []
        for ground in self.figures.exceptional_grounds:
            if ground.effect is GroundEffect.WAIVE:
                label = f"{word('ground', self.language)}, {word('deficit', self.language)} {ground.deficit_year}"
                note = f"{ground.reason} ({ground.decision})"
                if rests_on_earmark(ground):
                    note += f", {word('earmark', self.language)} {ground.source}"
                records = self.figures.records("exceptional_grounds")
                terms.append(
                    (1, self._made("exceptional_grounds", ground.ore, label=label, note=note, records=records))
                )
        return self._made("exceptional_grounds", self.year.waived_ore, rule=self.regime.grounds, terms=tuple(terms))

    def _brought_forward(self) -> Explanation:
        terms = []
        for origin, ore in self.year.brought_forward_by_year:
            label = f"{word('deficit', self.language)} {origin}"
            terms.append((-1, self._made("deficits_brought_forward", ore, label=label)))
        return self._made(
            "deficits_brought_forward",
            -self.year.brought_forward_ore,
            rule=self.regime.restoration,
            terms=tuple(terms),
        )

    def _restored(self) -> Explanation:
        terms = []
        for origin, ore in self.year.restored_by_year:
            label = f"{word('deficit', self.language)} {origin}"
            terms.append((1, self._made("deficits_restored", ore, label=label)))
        return self._made("deficits_restored", self.year.restored_ore, rule=self.regime.restoration, terms=tuple(terms))

    def _to_restore(self) -> Explanation:
        terms = [
            (1, self.of(code))
            for code in ("exceptional_grounds", "deficits_brought_forward", "deficits_restored")
            if self.year.line(code).ore
        ]
        if self.year.decisive_result_ore < 0:
            terms.insert(0, (1, self.of(self.year.decisive_result)))
        note = word("sign_turned", self.language)
        return self._made(
            "to_restore", self.year.to_restore_ore, rule=self.regime.deficits, terms=tuple(terms), note=note
        )

    def _remaining(self) -> Explanation:
        terms = []
        if self.year.decisive_result_ore > 0:
            terms = [(1, self.of(self.year.decisive_result)), (-1, self.of("deficits_restored"))]
        return self._made(
            "remaining_result", self.year.remaining_result_ore, rule=self.regime.restoration, terms=tuple(terms)
        )
