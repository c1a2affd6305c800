"""What exclusion costs (utanförskapets kostnad; S28): societal, life-long, a range with its sources; never a plan.

Only what the municipality's own boards are calculated to save can enter a repayment plan. An amount of this room is no
amount of kronor that a plan can have: where it is given as one it is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.errors import Refused
from sifund_ledger.fields.kinds import COUNT, POSITIVE, Setting
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.forms import Form, amount, text
from sifund_ledger.funds.policy.parameters import PART
from sifund_ledger.programme import findings as codes
from sifund_ledger.table import OneTable, Table

SHARE_OF_COHORT: Final = Fraction(12, 100)
"""What share of a cohort ends up in exclusion, by the thesis (Larsson & Södergren 2016)."""
LOW, HIGH = 1_000_000_000, 1_500_000_000
"""What a person who is stuck in exclusion from the age of 20 costs society, by the same; öre."""
SOURCE: Final = "Larsson & Södergren, Budget – ett hinder för ett minskat utanförskap? (2016)"

_RANGE: Final = ("low", "high")
_FORM: Final = Form(
    "exclusion",
    Bilingual("Utanförskapets kostnad, samhällets, under ett liv", "The cost of exclusion, society's, over a life"),
    (text("what", "", ""), amount("low", "Lägst", "Low"), amount("high", "Högst", "High")),
    (
        Bilingual(
            "Samhällets kostnad, inte kommunens: den kan inte stå i en återföringsplan.",
            "Society's cost, not the municipality's: it cannot be in a repayment plan.",
        ),
    ),
)
_COHORT: Final = Bilingual("En årskull på {cohort}: {persons} personer", "A cohort of {cohort}: {persons} persons")
_PERSON: Final = Bilingual("En person", "One person")
_EVEN: Final = Bilingual(
    "Ett bidrag på {grant:unit} går jämnt upp om {fewest}–{most} personer undgår utanförskap.",
    "A grant of {grant:unit} breaks even if {fewest}–{most} persons escape exclusion.",
)
_SOURCE: Final = Bilingual("Källa: {source}", "Source: {source}")


@dataclass(frozen=True, slots=True)
class SocietalAmount:
    """An amount that is society's (samhällets belopp), in öre; no plan and no command takes it."""

    ore: int

    def not_an_amount(self, place: str) -> Finding:
        """Why it cannot stand where an amount is asked for."""
        return codes.SOCIETAL_NOT_AN_AMOUNT.at(place, amount=self.ore)


@dataclass(frozen=True, slots=True)
class ExclusionCost(OneTable):
    """What the exclusion of a cohort costs society, lowest and highest (S28)."""

    cohort: int
    share: Fraction
    person_low_ore: int
    person_high_ore: int
    grant_ore: int
    source: str
    unit: Unit = "mkr"

    @property
    def persons(self) -> Fraction:
        """How many persons it is, as the share of the cohort."""
        return self.cohort * self.share

    @property
    def low(self) -> SocietalAmount:
        """The lowest cost."""
        return SocietalAmount(int(self.persons * self.person_low_ore))

    @property
    def high(self) -> SocietalAmount:
        """The highest cost."""
        return SocietalAmount(int(self.persons * self.person_high_ore))

    @property
    def break_even(self) -> tuple[Fraction, Fraction]:
        """How many persons who escape exclusion make up for the grant: fewest, at the highest cost, and most."""
        return Fraction(self.grant_ore, self.person_high_ore), Fraction(self.grant_ore, self.person_low_ore)

    def table(self, language: Language = "sv") -> Table:
        """The cost of the cohort and of one person."""
        rows = [
            (_COHORT.filled(cohort=self.cohort, persons=_number(self.persons)), self.low.ore, self.high.ore),
            (_PERSON, self.person_low_ore, self.person_high_ore),
        ]
        remarks = [_SOURCE.filled(source=self.source)]
        if self.grant_ore:
            fewest, most = (_number(each) for each in self.break_even)
            remarks.insert(0, _EVEN.filled(grant=self.grant_ore, fewest=fewest, most=most, unit=self.unit))
        table = _FORM.listing(rows, language, unit=self.unit)
        return replace(table, remarks=(*table.remarks, *remarks))


def _number(number: Fraction) -> Bilingual:
    """A number with at most two decimals, rounded half up."""
    hundredths = (200 * number.numerator + number.denominator) // (2 * number.denominator)
    text = f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")
    return Bilingual(text.replace(".", ","), text)


def exclusion_cost(
    cohort: int, *, share: Any = SHARE_OF_COHORT, person: tuple[Any, Any] | None = None, grant: Any = None,
    source: str = SOURCE, unit: Unit = "kr",
) -> ExclusionCost:  # fmt: skip
    """What the exclusion of a cohort costs society (S28), as a range; amounts in the unit.

    ``person`` is what one costs, lowest and highest, by the source; without it 10 and 15 million kronor. Raises
    :class:`~sifund_ledger.Refused` for a lowest cost above the highest.

    >>> cost = exclusion_cost(1150, grant="6", unit="mkr")
    >>> cost.persons, cost.low.ore // 10**8, cost.high.ore // 10**8, [str(each) for each in cost.break_even]
    (Fraction(138, 1), 1380, 2070, ['2/5', '3/5'])
    """
    setting = Setting(unit)
    low, high = LOW, HIGH
    if person is not None:
        low, high = (POSITIVE.read(each, f"person.{of}", setting) for each, of in zip(person, _RANGE, strict=True))
    if low > high:
        raise Refused([codes.EXCLUSION_RANGE_REVERSED.at("person", low=low, high=high)])
    return ExclusionCost(
        COUNT.read(cohort, "cohort", setting), PART.read(share, "share", setting), low, high,
        0 if grant is None else POSITIVE.read(grant, "grant", setting), source,
    )  # fmt: skip
