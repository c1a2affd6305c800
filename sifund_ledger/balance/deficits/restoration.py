"""Restoring deficits from a result (återställande): the order, what it misses, and what is done beyond the duty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sifund_ledger.balance.deficits import findings as codes
from sifund_ledger.balance.deficits.deficits import Deficit, DeficitAccount
from sifund_ledger.findings import Finding
from sifund_ledger.law import RESTORATION, in_force


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


def check_order(deficits: Sequence[Deficit], beyond_ore: int, year: int) -> Iterator[Finding]:
    """A warning where the convention, oldest first, has missed a deadline that another order would have met.

    ``beyond_ore`` is what the year restored of parts with a later deadline.
    """
    missed = sum(deficit.due_now_ore for deficit in deficits)
    if beyond_ore > 0 and missed:
        yield codes.RESTORED_OUT_OF_ORDER.at(
            f"{year}.deficits",
            citation=in_force(RESTORATION, year).citation,
            year=year,
            amount=min(beyond_ore, missed),
            missed=missed,
        )


def restore_voluntarily(accounts: Mapping[int, DeficitAccount], ore: int, year: int) -> Iterator[Finding]:
    """Restore what was waived, oldest first, though nothing asks for it; an error above what was waived."""
    open_to = {origin: account.waived - account.voluntary for origin, account in sorted(accounts.items())}
    if ore > sum(open_to.values()):
        waived = sum(open_to.values())
        yield codes.VOLUNTARY_ABOVE_WAIVED.at(f"{year}.voluntarily_restored", year=year, amount=ore, waived=waived)
        return
    for origin, most in open_to.items():
        used = min(ore, most)
        accounts[origin].voluntary += used
        ore -= used
