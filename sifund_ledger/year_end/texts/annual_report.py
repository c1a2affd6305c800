"""The annual report's texts (förvaltningsberättelse och noter): the balance requirement, equity, earmarked funds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.balance.words import THE_RESERVE
from sifund_ledger.decisions import DecisionState
from sifund_ledger.funds.tables.account import FundAccount, FundYear
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.year_end.run import YearEnd
from sifund_ledger.year_end.texts.council import grounds, planned, results, undecided, undecided_reserve
from sifund_ledger.year_end.texts.movements import FundsOfYear
from sifund_ledger.year_end.texts.sentences import Sentences

_PROPOSED: Final = "_proposed"
"""What ends the name of a sentence about what is only proposed (R25)."""


def disclosures(run: YearEnd, words: Sentences) -> Iterator[str]:
    """The balance requirement result, what reserves were used for and why, grounds, how earlier deficits have been
    restored, when and how what is left will be (LKBR 11:10–11)."""
    year = run.statement.year(run.year)
    yield words("result", **results(year))
    proposed = _PROPOSED if undecided_reserve(run) else ""
    for account in year.reserves:
        reserve = THE_RESERVE[account.reserve].sv
        if account.allocated_ore:
            yield words(f"allocated{proposed}", amount=account.allocated_ore, reserve=reserve)
        if account.used_ore:
            yield words(f"used_reserve{proposed}", amount=account.used_ore, reserve=reserve)
    if purpose := year.figures.reserve_purpose.strip().rstrip("."):
        yield words("purpose", purpose=purpose)
    for effect, values in grounds(year):
        proposed = _PROPOSED if values["decision"].state is DecisionState.PROPOSED else ""
        yield words(f"{'waived' if effect == 'waive' else 'extended'}{proposed}", **values)
    for origin, ore in year.restored_by_year:
        yield words("restored", deficit_year=origin, amount=ore)
    if voluntary := year.figures.ore("voluntarily_restored"):
        yield words("voluntary", amount=voluntary)
    parts = [(each.year, part) for each in year.deficits for part in each.parts if part.ore]
    for origin, part in parts:
        sentence = "left" if part.due_year > year.year else "left_late"
        yield words(sentence, amount=part.ore, deficit_year=origin, due=part.due_year)
    for plan in year.plans:
        measures = plan.measures.strip().rstrip(".")
        yield words("adopted", deficit_year=plan.year, decision=plan.decision, due=plan.due_year, measures=measures)
    if any(planned(year)):
        yield words("to_plan")
    if not parts:
        yield words("nothing_left")


def equity(run: YearEnd, words: Sentences) -> Iterator[str]:
    """The text of the note on equity: its change over the year, and what of it is reserved or earmarked."""
    note = run.equity_note
    yield words("equity", opening=note.opening_ore, closing=note.closing_ore, result=note.result_ore)
    for name, ore in (("equity_adjusted", note.adjusted_ore), ("equity_corrected", note.corrected_ore)):
        if ore:
            yield words(name, amount=ore, adjusted=note.adjusted_opening_ore)
    for reserve in Reserve:
        if ore := note.reserve_ore(reserve):
            yield words("equity_reserve", amount=ore, reserve=THE_RESERVE[reserve].sv)
    for fund, ore in note.earmarks:
        yield words("equity_earmark", amount=ore, fund=fund)
    if note.earmarks:
        yield words("earmark")


def funds_of_year(run: YearEnd, funds: FundsOfYear, words: Sentences) -> Iterator[str]:
    """Each fund's paragraph of the förvaltningsberättelse, and what is proposed and not yet decided."""
    moved = False
    for account in run.accounts:
        for of in account.years:
            if of.first_year == run.year:
                moved = True
                yield " ".join(_fund(account, of, words))
    proposed = [*undecided(funds, 1, words)]
    yield from proposed
    if moved or proposed:
        yield words("earmark")


def _fund(account: FundAccount, of: FundYear, words: Sentences) -> Iterator[str]:
    opening = {"opening": of.opening_ore, "set_aside": of.set_aside_ore, "used": of.used_ore}
    closing = {"closing": of.closing_ore, "available": of.available_ore, "committed": of.committed_ore}
    yield words("fund_of_reserve" if account.of_reserve else "fund", fund=account.fund, **opening, **closing)
    for name, ore in (
        ("fund_renewed", of.renewed_ore),
        ("fund_dissolved", of.dissolved_ore),
        ("fund_corrected", of.corrected_ore),
    ):
        if ore:
            yield words(name, fund=account.fund, amount=ore)
