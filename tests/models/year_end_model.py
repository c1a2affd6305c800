"""A plain model of year-ends (modell av bokslut): lists of what was decided, and sums over them; nothing of the code.

Amounts are öre. What a later year corrects of an earlier one stands in the later year, and nowhere else (R43).
"""

from __future__ import annotations

from dataclasses import dataclass, field

OPENED, OPENING_ORE = 2012, 100_000_000_000
FUNDS = ("social", "tidiga insatser")


@dataclass
class Move:
    """A set-aside or a use: which record, of which fund, in which year, of which year's result, and where corrected."""

    seq: int
    kind: str
    fund: str
    year: int
    ore: int
    result_year: int = 0
    corrected: int = 0


@dataclass
class Stated:
    """The figures of the last year-end posted of a year, and the grounds that it invoked by fund."""

    result: int
    gains: int
    reserved: int
    grounds: dict[str, int]
    used: int


@dataclass
class YearEndModel:
    """What the years should hold. ``frozen`` are the figures that closed years print, whatever is corrected later."""

    stated: dict[int, Stated] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    restated: list[tuple[int, int, int]] = field(
        default_factory=list
    )  # in a year, of a closed year's result, by so much
    frozen: dict[int, Stated] = field(default_factory=dict)
    handed: set[int] = field(default_factory=set)

    @property
    def closed(self) -> int:
        """The last year that is closed."""
        return max(self.frozen, default=OPENED)

    @property
    def posted(self) -> int:
        """The last year that has a result."""
        return max(self.stated, default=OPENED)

    # Funds

    def moved(self, kind: str, fund: str, year: int) -> int:
        """What a year has set aside in a fund or used of it; what it has taken back itself is not there."""
        own = [each for each in self.moves if (each.kind, each.fund, each.year) == (kind, fund, year)]
        return sum(each.ore for each in own if each.corrected != year)

    def corrected(self, fund: str, year: int) -> int:
        """What a year has corrected of earlier ones in a fund, signed as the fund changes."""
        later = [each for each in self.moves if each.fund == fund and each.corrected == year != each.year]
        return sum(each.ore if each.kind == "used" else -each.ore for each in later)

    def used(self, year: int) -> int:
        """What a year has used of all funds."""
        return sum(self.moved("used", fund, year) for fund in FUNDS)

    def balance(self, fund: str, year: int) -> int:
        """What a fund holds at the close of a year."""
        return sum(
            self.moved("set_aside", fund, each) - self.moved("used", fund, each) + self.corrected(fund, each)
            for each in range(OPENED, year + 1)
        )

    def room(self, fund: str, year: int) -> int:
        """The least that a fund holds at any close from a year on."""
        return min(self.balance(fund, each) for each in range(year, year + 8))

    def surplus_left(self, year: int) -> int:
        """What can still be set aside of a year's result, as later years have corrected it."""
        of = self.stated[year]
        corrected = sum(more for _, of_year, more in self.restated if of_year == year)
        taken = sum(each.ore for each in self.moves if each.result_year == year and not each.corrected)
        return max(0, min(of.result, of.result - of.gains + corrected) - taken)

    # Equity

    def equity(self, year: int) -> int:
        """Equity at the close of a year: the opening, and each result once."""
        return OPENING_ORE + sum(of.result for each, of in self.stated.items() if each <= year)

    # The balance requirement

    def balance_result(self, year: int) -> int:
        """The year's balance requirement result."""
        of = self.frozen.get(year) or self.stated[year]
        return of.result - of.gains - of.reserved

    def grounds(self, year: int, result: int, gains: int) -> dict[str, int]:
        """What each fund's use covers of a year's deficit, in the order of the funds."""
        left, found = max(0, gains - result), {}
        for fund in FUNDS:
            if amount := min(left, self.moved("used", fund, year)):
                found[fund], left = amount, left - amount
        return found

    def deficits(self, year: int) -> dict[int, int]:
        """What is left of each year's deficit at the close of a year: the oldest is restored first. Every result is
        what the year, and those before it, have corrected it to; no ground reaches beyond the deficit."""
        left: dict[int, int] = {}
        for each in sorted(self.stated):
            if each > year:
                break
            of = self.frozen.get(each) or self.stated[each]
            surplus = self.balance_result(each)
            surplus += sum(more for when, corrected, more in self.restated if corrected == each and when <= year)
            if surplus < 0:
                left[each] = max(0, -surplus - sum(of.grounds.values()))
            for earlier in sorted(left):
                taken = min(left[earlier], max(0, surplus))
                left[earlier], surplus = left[earlier] - taken, surplus - taken
        return {each: ore for each, ore in left.items() if ore}

    def sums(self) -> dict[tuple[str, ...], int]:
        """What the records of each kind should sum to, by fund and year; what is corrected counts where it is."""
        found: dict[tuple[str, ...], int] = {("equity_opened", "", str(OPENED)): OPENING_ORE}
        for year, of in self.stated.items():
            found["result_recorded", "", str(year)] = of.result
            found["reserve_allocated", "", str(year)] = of.reserved
        for each in self.moves:
            sign = 1 if each.kind == "set_aside" else -1
            for year, ore in ((each.year, each.ore), (each.corrected, -each.ore)):
                key = (each.kind, each.fund, str(year))
                if year:
                    found[key] = found.get(key, 0) + sign * ore
        return {key: ore for key, ore in found.items() if ore}
