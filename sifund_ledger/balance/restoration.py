"""Restoring deficits from a result (återställande): the order, what it misses, and what is done beyond the duty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sifund_ledger.balance.deficits import Deficit, DeficitAccount
from sifund_ledger.balance.inputs import with_unit
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.law import RESTORATION, in_force
from sifund_ledger.money import Unit

RESTORED_OUT_OF_ORDER = FindingCode(
    "RESTORED_OUT_OF_ORDER",
    Severity.WARNING,
    en="Oldest first, {amount} restored what is due after {year}, and {missed} that is due in {year} is left.",
    sv="Äldst först återställdes {amount} med tidsgräns efter {year}, och {missed} med tidsgräns {year} är kvar.",
    remedy_en="Let the council decide on what is left, by exceptional grounds or a plan that meets the deadline.",
    remedy_sv="Låt fullmäktige besluta om det som är kvar, genom synnerliga skäl eller en plan som håller tidsgränsen.",
)
VOLUNTARY_ABOVE_WAIVED = FindingCode(
    "VOLUNTARY_ABOVE_WAIVED",
    Severity.ERROR,
    en="{amount} is restored voluntarily in {year}, and of what was waived {waived} is not restored.",
    sv="{amount} återställs frivilligt {year}, och av det eftergivna är {waived} inte återställt.",
    remedy_en="Lower voluntarily_restored; what is not waived is restored by the result of itself.",
    remedy_sv="Sänk voluntarily_restored; det som inte eftergivits återställs av resultatet ändå.",
    citation="KL (2017:725) 11:13",
)
CODES = (RESTORED_OUT_OF_ORDER, VOLUNTARY_ABOVE_WAIVED)


def restore(accounts: Mapping[int, DeficitAccount], result_ore: int) -> tuple[tuple[int, int], ...]:
    """Let a positive result restore what is left, oldest first; pairs of the year of origin and öre (DEF-5)."""
    rest = result_ore
    restored = []
    for origin in sorted(accounts):
        ore = accounts[origin].restore(rest)
        rest -= ore
        if ore:
            restored.append((origin, ore))
    return tuple(restored)


def check_order(deficits: Sequence[Deficit], beyond_ore: int, year: int, unit: Unit) -> Iterator[Finding]:
    """A warning where the convention, oldest first, has missed a deadline that another order would have met.

    ``beyond_ore`` is what the year restored of parts with a later deadline.
    """
    missed = sum(deficit.due_now_ore for deficit in deficits)
    if beyond_ore > 0 and missed:
        yield RESTORED_OUT_OF_ORDER.at(
            f"{year}.deficits",
            citation=in_force(RESTORATION, year).cited,
            year=year,
            amount=with_unit(min(beyond_ore, missed), unit),
            missed=with_unit(missed, unit),
        )


def restore_voluntarily(accounts: Mapping[int, DeficitAccount], ore: int, year: int, unit: Unit) -> Iterator[Finding]:
    """Restore what was waived, oldest first, though nothing asks for it; an error above what was waived."""
    open_to = {origin: account.waived - account.voluntary for origin, account in sorted(accounts.items())}
    if ore > sum(open_to.values()):
        amount, waived = with_unit(ore, unit), with_unit(sum(open_to.values()), unit)
        yield VOLUNTARY_ABOVE_WAIVED.at(f"{year}.voluntarily_restored", year=year, amount=amount, waived=waived)
        return
    for origin, most in open_to.items():
        used = min(ore, most)
        accounts[origin].voluntary += used
        ore -= used
