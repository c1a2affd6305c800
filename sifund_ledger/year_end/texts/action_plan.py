"""The skeleton of an action plan (åtgärdsplan) for a year's deficit: what to restore, when, and what to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from sifund_ledger.balance.deficits.deficits import Deficit
from sifund_ledger.law.deficits import DEFICITS
from sifund_ledger.law.rules import in_force
from sifund_ledger.year_end.run import YearEnd
from sifund_ledger.year_end.texts.council import days_to_decide, of_deficit, paragraph, planned
from sifund_ledger.year_end.texts.sentences import Sentences


def action_plan(run: YearEnd, words: Sentences) -> Iterator[str]:
    """The plan for the year's own deficit, year by year to the last deadline; nothing where none is to be adopted."""
    for deficit in planned(run.statement.year(run.year)):
        yield from _plan(deficit, words)


def _plan(deficit: Deficit, words: Sentences) -> Iterator[str]:
    rule, values = in_force(DEFICITS, deficit.year), of_deficit(deficit)
    amount, due = values["amount"], values["due"]
    yield words(
        "plan_deficit",
        deficit_year=deficit.year,
        amount=amount,
        rule=rule.text.sv.rstrip("."),
        law=paragraph(rule.citation),
    )
    for part in deficit.parts:
        yield words("plan_part", amount=part.ore, due=part.due_year)
    for year in range(deficit.year + 1, due + 1):
        yield words("plan_measure", year=year)
    yield words("plan_sum", amount=amount, due=due)
    yield words("plan_follow", due=due)
    if days := days_to_decide(deficit.year):
        yield words("plan_day", **days)
