"""The rules of eligibility (programregler): each with its words, what it asks, and how an application is held to it.

A breach is a finding with the rule's source; it is a refusal only where the guideline says so. What is not declared is
told apart from what is breached. To add a rule, add a :class:`RuleKind` to ``RULES``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import format_amount, format_share
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.programme import findings as codes
from sifund_ledger.programme.application import Application, ProgrammeState, application_of
from sifund_ledger.programme.checks import (
    Held,
    Value,
    ages,
    application_days,
    boards_or_civil,
    co_financed,
    counted,
    days,
    effect_period,
    first_effect,
    flag,
    large_units,
    no_company_alone,
    nothing,
    pays_back,
    small_cap,
    small_within,
    target_age,
    text,
    within_years,
    yearly_cap,
)  # fmt: skip
from sifund_ledger.programme.choices import Stage
from sifund_ledger.programme.events import ProgrammeAdopted


class RuleKind(NamedTuple):
    """A kind of rule: its words, filled with its ``value``, how that is read, and how an application is held to it."""

    words: Bilingual
    read: Callable[[str], Value]
    holds: Callable[[Application, Value], Held]


RULES: Final[dict[str, RuleKind]] = {
    "complement": RuleKind(
        Bilingual("Insatsen får inte vara en allmän förstärkning av ordinarie verksamhet.",
                  "The effort may not be a general reinforcement of ordinary operations."),
        nothing, flag("reinforcement", wanted=False),
    ),
    "new": RuleKind(
        Bilingual("Insatsen ska vara ny.", "The effort is to be new."), nothing, flag("is_new", wanted=True)
    ),
    "calculable": RuleKind(
        Bilingual("Effekten ska gå att räkna på.", "The effect is to be calculable."),
        nothing, flag("calculable", wanted=True),
    ),
    "measurable": RuleKind(
        Bilingual("Effekten ska gå att mäta och följa upp.", "The effect is to be measurable and followed up."),
        nothing, flag("measurable", wanted=True),
    ),
    "pays_back": RuleKind(
        Bilingual("Insatsen ska räkna hem {value} av beviljandet.", "The effort is to pay back {value} of the grant."),
        Fraction, pays_back,
    ),
    "first_effect_years": RuleKind(
        Bilingual("Den första besparingen ska komma inom {value} år från start.",
                  "The first saving is to come within {value} years of the start."),
        int, first_effect,
    ),
    "effect_period": RuleKind(
        Bilingual("Den tid som kostnadsminskningen beräknas för ska vara bestämd.",
                  "The period of the calculated saving is to be defined."),
        nothing, effect_period,
    ),
    "exit_plan": RuleKind(
        Bilingual("En plan för hur insatsen blir ordinarie verksamhet ska finnas.",
                  "There is to be a plan for how the effort becomes ordinary operations."),
        nothing, text("exit_plan"),
    ),
    "endorsed": RuleKind(
        Bilingual("En behörig chef ska tillstyrka att insatsen införs.",
                  "An authorised manager is to endorse its implementation."),
        nothing, text("endorsed_by"),
    ),
    "boards": RuleKind(
        Bilingual("Minst {value} nämnder ska delta.", "At least {value} boards are to take part."),
        int, counted(lambda application: len(application.boards)),
    ),
    "boards_or_civil": RuleKind(
        Bilingual("Minst {value} nämnder ska delta, eller en nämnd och civilsamhället.",
                  "At least {value} boards are to take part, or one with civil society."),
        int, boards_or_civil,
    ),
    "operations": RuleKind(
        Bilingual("Minst {value} verksamheter ska delta, också inom en nämnd.",
                  "At least {value} operations are to take part, also within one board."),
        int, counted(lambda application: application.operations),
    ),
    "large_operations": RuleKind(
        Bilingual("Minst {value} verksamheter ska delta i en större insats.",
                  "At least {value} operations are to take part in a larger effort."),
        int, large_units,
    ),
    "actors": RuleKind(
        Bilingual("Minst {value} aktörer ska delta.", "At least {value} actors are to take part."),
        int, counted(lambda application: len({each.name for each in application.participants})),
    ),
    "no_company_alone": RuleKind(
        Bilingual("Ett vinstdrivande företag får inte vara ensam part.",
                  "A profit-making company may not be the only partner."),
        nothing, no_company_alone,
    ),
    "co_financing": RuleKind(
        Bilingual("Minst {value} av insatsen ska medfinansieras.", "At least {value} of the effort is co-financed."),
        Fraction, co_financed,
    ),
    "max_years": RuleKind(
        Bilingual("En insats pågår högst {value} år.", "An effort runs for {value} years at most."),
        int, within_years,
    ),
    "small_months": RuleKind(
        Bilingual("En mindre insats pågår högst {value} månader.", "A small effort runs {value} months at most."),
        int, small_within,
    ),
    "small_cap": RuleKind(
        Bilingual("Mindre satsningar får tillsammans högst {value} kr om året.",
                  "Small efforts are together given at most {value} kr a year."),
        int, small_cap,
    ),
    "yearly_cap": RuleKind(
        Bilingual("En insats får högst {value} kr om året.", "An effort is given at most {value} kr a year."),
        int, yearly_cap,
    ),
    "target_age": RuleKind(
        Bilingual("Målgruppen är {value} år.", "The target group is aged {value}."), ages, target_age
    ),
    "application_days": RuleKind(
        Bilingual("Ansökningar prövas {value}.", "Applications are tried on {value}."), days, application_days
    ),
}  # fmt: skip
"""Every kind of rule, by its code."""
AMOUNTS: Final = ("small_cap", "yearly_cap")
"""The rules whose value is öre."""


def rule_words(code: str, value: str) -> Bilingual:
    """A rule in words, with its value."""
    kind = RULES[code]
    if not value:
        return kind.words
    if code in AMOUNTS:
        said: Any = Bilingual(format_amount(int(value)), format_amount(int(value), language="en"))
    elif kind.read is Fraction:
        share = Fraction(value)
        said = Bilingual(format_share(share), format_share(share, language="en"))
    elif code == "target_age":
        said = value.replace("-", "–")
    else:
        said = value
    return kind.words.filled(value=said)


class HeldTo(NamedTuple):
    """A rule and how an application stands to it (prövning mot en regel)."""

    code: str
    rule: Bilingual
    kept: bool | None
    stated: Bilingual
    source: str
    refuses: bool


def held(application: Application, programme: ProgrammeAdopted) -> Iterator[HeldTo]:
    """How an application stands to each rule of a programme, in order."""
    for code, value, source, refuses in programme.rules:
        kind = RULES[code]
        kept, stated = kind.holds(application, kind.read(value))
        yield HeldTo(code, rule_words(code, value), kept, stated, source, refuses)


def programme_for(state: ProgrammeState, project: str, more: Any = None) -> ProgrammeAdopted | None:
    """The programme that a project's application is held against: that of its fund on the day that it was handed in,
    or today; ``None`` where the fund has none."""
    application = application_of(state, project, more)
    fund = application.fund or getattr(state.register.project(project), "fund", "")
    return state.programme.programme_of(fund, application.reached(Stage.APPLIED) or state.today) if fund else None


def eligibility(state: ProgrammeState, project: str, *, refusing: bool, more: Any = None) -> Iterator[Finding]:
    """What a project's programme finds of its application: breaches, and what is not declared.

    ``refusing`` lets breaches of rules that say so be errors, as where it is to be granted; ``more`` is a stage that is
    to be reached.
    """
    programme = programme_for(state, project, more)
    if programme is None:
        return
    for each in held(application_of(state, project, more), programme):
        values: dict[str, Any] = {"project": project, "rule": each.rule, "source": each.source}
        if each.kept is None:
            if each.refuses and refusing:
                missing = Bilingual("Det är inte redovisat.", "It has not been stated.")
                yield codes.RULE_REFUSES.at(project, stated=missing, **values)
            else:
                yield codes.RULE_NOT_STATED.at(project, **values)
        elif not each.kept:
            code = codes.RULE_REFUSES if each.refuses and refusing else codes.RULE_BREACHED
            yield code.at(project, stated=each.stated, **values)
