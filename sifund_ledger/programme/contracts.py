"""Outcome contracts (utfallskontrakt; S23): who pays what at which outcome, and who bears what. Nothing is earmarked.

An investor pays for the activity; the municipality pays back a guaranteed part in any case, a share of what is saved up
to the cost, and beyond it a bonus within a cap, where a condition is met. Amounts are öre.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import Language, Unit, format_amount
from sifund_ledger.fields.kinds import NOT_NEGATIVE, POSITIVE, Setting
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount
from sifund_ledger.funds.policy.parameters import PART
from sifund_ledger.table import Table

_FORM: Final = Form(
    "contract",
    Bilingual("Utfallskontrakt: kapital {capital}", "Outcome contract: capital {capital}"),
    (
        amount("saved", "Sparat", "Saved"),
        amount("paid", "Betalas", "Paid"),
        amount("investor", "Investerarens netto", "Investor's net"),
        amount("municipality", "Kommunens netto", "Municipality's net"),
        amount("paid_with", "Betalas med villkoret nått", "Paid, the condition met"),
        amount("investor_with", "Investerarens netto", "Investor's net"),
        amount("municipality_with", "Kommunens netto", "Municipality's net"),
    ),
    (
        Bilingual(
            "Ett utfallskontrakt är ett lån och en skuld i räkenskaperna, aldrig en öronmärkning.",
            "An outcome contract is a loan and a liability in the accounts, never an earmark.",
        ),
    ),
)


class ContractOutcome(NamedTuple):
    """What an outcome comes to; öre."""

    saved_ore: int
    paid_ore: int
    investor_ore: int
    municipality_ore: int
    paid_with_ore: int
    investor_with_ore: int
    municipality_with_ore: int


@dataclass(frozen=True, slots=True)
class OutcomeContract:
    """The terms of an outcome contract: capital, guaranteed share, share of what is saved, cap, share of the excess.

    >>> contract = OutcomeContract.of(capital=8, guarantee="0.40", unit="mkr")
    >>> [contract.pays(saved * 10**8) / 10**8 for saved in (3, 8, 12)], contract.pays(12 * 10**8, met=True) / 10**8
    ([5.0, 8.0, 8.0], 9.6)
    """

    capital_ore: int
    guarantee: Fraction
    of_saving: Fraction
    cap: Fraction
    of_excess: Fraction

    @classmethod
    def of(
        cls, *, capital: Any, guarantee: Any, of_saving: Any = None, cap: Any = "0.20", of_excess: Any = None,
        unit: Unit = "kr",
    ) -> OutcomeContract:  # fmt: skip
        """Terms from Python values or text, amounts in the unit; the share of what is saved is what the guarantee
        leaves, and that of the excess the same, unless they are given."""
        setting = Setting(unit)
        guaranteed: Fraction = PART.read(guarantee, "guarantee", setting)
        saving = 1 - guaranteed if of_saving is None else PART.read(of_saving, "of_saving", setting)
        excess = saving if of_excess is None else PART.read(of_excess, "of_excess", setting)
        ore = POSITIVE.read(capital, "capital", setting)
        return cls(ore, guaranteed, saving, PART.read(cap, "cap", setting), excess)

    def pays(self, saved_ore: int, *, met: bool = False) -> int:
        """What the municipality pays the investor for a saving; ``met`` says that the condition of a bonus is; öre,
        rounded down."""
        paid = self.guarantee * self.capital_ore + self.of_saving * min(saved_ore, self.capital_ore)
        if met and saved_ore > self.capital_ore:
            paid += min(self.of_excess * (saved_ore - self.capital_ore), self.cap * self.capital_ore)
        return int(paid)

    def outcome(self, saved_ore: int) -> ContractOutcome:
        """A saving, without and with the condition met."""
        paid, with_it = self.pays(saved_ore), self.pays(saved_ore, met=True)
        return ContractOutcome(
            saved_ore, paid, paid - self.capital_ore, saved_ore - paid, with_it, with_it - self.capital_ore,
            saved_ore - with_it,
        )  # fmt: skip

    def table(self, savings: Iterable[Any], *, unit: Unit = "kr", language: Language = "sv") -> Table:
        """What each saving comes to, amounts in the unit."""
        setting = Setting(unit)
        rows = [self.outcome(NOT_NEGATIVE.read(each, "saved", setting)) for each in savings]
        capital = f"{format_amount(self.capital_ore, unit, language=language)} {unit}"
        return _FORM.listing(rows, language, unit=unit, capital=capital)


def provider_pays(fee_ore: int, risk: Fraction, reached: Fraction, *, stepwise: bool) -> int:
    """What a provider that carries a share of the risk is paid (D13): the rest in any case, and the share in
    proportion to how much of the goal is reached, or, ``stepwise``, only when it is reached; öre, rounded down.

    >>> [provider_pays(1000, Fraction(3, 4), Fraction(2, 3), stepwise=each) for each in (False, True)]
    [750, 250]
    """
    part = Fraction(0) if stepwise and reached < 1 else min(Fraction(1), max(Fraction(0), reached))
    return int((1 - risk) * fee_ore + risk * part * fee_ore)
