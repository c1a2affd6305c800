"""How an application is held to each kind of rule (prövning): whether it is kept, and what the application states.

A check gives ``None`` where what the rule asks is not declared. Amounts are öre.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from sifund_ledger.amounts import format_amount
from sifund_ledger.findings import Bilingual
from sifund_ledger.fiscal import anniversary
from sifund_ledger.programme.application import Application
from sifund_ledger.programme.choices import ParticipantKind, Stage

Value = Any
Held = tuple[bool | None, Bilingual]
"""Whether a rule is kept, ``None`` where what it asks is not declared; and what the application states."""


def nothing(text: str) -> None:
    return None


def days(text: str) -> list[tuple[int, int]]:
    return [(int(day[:2]), int(day[3:])) for day in text.split(",")]


def ages(text: str) -> tuple[int, int]:
    low, _, high = text.partition("-")
    return int(low), int(high)


_NOTHING: Final = Bilingual("", "")
_YES, _NO = Bilingual("Redovisat: ja.", "Declared: yes."), Bilingual("Redovisat: nej.", "Declared: no.")


def flag(name: str, wanted: bool) -> Callable[[Application, Value], Held]:
    def holds(application: Application, _: Value) -> Held:
        declared = getattr(application, name)
        return (None, _NOTHING) if declared is None else (declared is wanted, _YES if declared else _NO)

    return holds


def text(name: str) -> Callable[[Application, Value], Held]:
    def holds(application: Application, _: Value) -> Held:
        return (True, _YES) if getattr(application, name) else (False, Bilingual("Det saknas.", "It is missing."))

    return holds


def counted(name: Callable[[Application], int]) -> Callable[[Application, Value], Held]:
    def holds(application: Application, least: Value) -> Held:
        count = name(application)
        return count >= least, Bilingual(f"Antal: {count}.", f"Number: {count}.")

    return holds


def first_effect(application: Application, years: Value) -> Held:
    """The first saving comes by the year that holds the day so many years after the start (R33)."""
    start, first = application.start, application.first_effect
    if start is None or first is None:
        return None, _NOTHING
    latest = anniversary(start, years).year
    return first <= latest, Bilingual(f"Den är {first}; senast {latest}.", f"It is {first}; {latest} at the latest.")


def pays_back(application: Application, share: Value) -> Held:
    sought, effect = application.sought_ore, application.effect_ore
    if sought is None or effect is None:
        return None, _NOTHING
    needed = -(-sought * share.numerator // share.denominator)
    return effect >= needed, Bilingual(
        f"Den är {format_amount(effect)} kr; minst {format_amount(needed)} kr.",
        f"It is {format_amount(effect, language='en')} kr; at least {format_amount(needed, language='en')} kr.",
    )


def co_financed(application: Application, share: Value) -> Held:
    """The grant is at most what the share leaves of the whole effort."""
    sought, effort = application.sought_ore, application.effort_ore
    if sought is None or effort is None:
        return None, _NOTHING
    most = effort * (share.denominator - share.numerator) // share.denominator
    return sought <= most, Bilingual(
        f"Sökt {format_amount(sought)} kr; högst {format_amount(most)} kr.",
        f"Sought {format_amount(sought, language='en')} kr; at most {format_amount(most, language='en')} kr.",
    )


def within_years(application: Application, years: Value) -> Held:
    months = application.months
    if months is None or application.small:
        return (None, _NOTHING) if months is None else (True, _NOTHING)
    return months <= 12 * years, Bilingual(f"Det är {months} månader.", f"It is {months} months.")


def small_within(application: Application, most: Value) -> Held:
    months = application.months
    if not application.small or months is None:
        return (True, _NOTHING) if not application.small else (None, _NOTHING)
    return months <= most, Bilingual(f"Det är {months} månader.", f"It is {months} months.")


def small_cap(application: Application, most: Value) -> Held:
    if not application.small:
        return True, _NOTHING
    sought = application.sought_ore
    if sought is None:
        return None, _NOTHING
    total = application.small_granted_ore + sought
    return total <= most, Bilingual(
        f"Med denna blir det {format_amount(total)} kr.",
        f"With this it comes to {format_amount(total, language='en')} kr.",
    )


def yearly_cap(application: Application, most: Value) -> Held:
    sought, months = application.sought_ore, application.months
    if sought is None or months is None:
        return None, _NOTHING
    yearly = sought * 12 // max(12, months)
    return yearly <= most, Bilingual(
        f"Det är {format_amount(yearly)} kr om året.", f"It is {format_amount(yearly, language='en')} kr a year."
    )


def large_units(application: Application, least: Value) -> Held:
    """Small projects need no others to take part."""
    if application.small:
        return True, _NOTHING
    return counted(lambda each: each.operations)(application, least)


def boards_or_civil(application: Application, least: Value) -> Held:
    """So many boards, or one with an actor of civil society."""
    civil = any(each.kind is ParticipantKind.CIVIL_SOCIETY for each in application.participants)
    count = len(application.boards)
    said = Bilingual(f"Antal nämnder: {count}.", f"Number of boards: {count}.")
    return count >= least or (civil and count >= 1), said


def no_company_alone(application: Application, _: Value) -> Held:
    """A profit-making firm is not the only one beside the board that applies."""
    others = application.participants[1:] if len(application.participants) > 1 else application.participants
    companies = [each for each in others if each.kind is ParticipantKind.COMPANY]
    alone = bool(companies) and len(companies) == len(others)
    said = Bilingual("Bara företag deltar.", "Only companies take part.") if alone else _NOTHING
    return not alone, said


def target_age(application: Application, ages: Value) -> Held:
    declared = application.ages
    if not declared:
        return None, _NOTHING
    low, high = ages
    said = Bilingual(f"Målgruppen är {declared[0]}–{declared[-1]} år.", f"They are {declared[0]}–{declared[-1]}.")
    return low <= declared[0] and declared[-1] <= high, said


def application_days(application: Application, days: Value) -> Held:
    """An application waits for the next round; a note says so, and nothing is refused."""
    applied = application.reached(Stage.APPLIED)
    if applied is None:
        return None, _NOTHING
    next_round = round_after(applied, days)
    on_time = next_round == applied
    return on_time, Bilingual(
        f"Inlämnad {applied}; den prövas i omgången {next_round}.", f"Handed in {applied}; the round is {next_round}."
    )


def round_after(day: date, days: list[tuple[int, int]]) -> date:
    """The first round that an application of a day is in time for.

    >>> round_after(date(2019, 4, 16), [(4, 15), (10, 15)]), round_after(date(2019, 10, 16), [(4, 15), (10, 15)])
    (datetime.date(2019, 10, 15), datetime.date(2020, 4, 15))
    """
    rounds = [date(year, *each) for year in (day.year, day.year + 1) for each in days]
    return min(each for each in rounds if each >= day)


def effect_period(application: Application, _: Value) -> Held:
    first, until = application.first_effect, application.effect_until
    if first is None or until is None:
        return False, Bilingual("Det saknas.", "It is missing.")
    return True, Bilingual(f"Den är {first}–{until}.", f"It is {first}–{until}.")
