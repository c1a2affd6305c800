"""The result of the year in a general ledger (årets resultat): what it is, and whether equity has it yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sifund_ledger.findings import Finding
from sifund_ledger.general_ledger import findings as codes
from sifund_ledger.general_ledger.ledger import GeneralLedger
from sifund_ledger.general_ledger.roles import Accounts, Roles


@dataclass(frozen=True, slots=True)
class BookedResult:
    """The result of a year, öre, a surplus positive, and what equity lacks of it.

    ``accounts`` are the result accounts that it is the sum of, without any that it was booked against. ``added`` is
    what is on no balance sheet account: what the balance sheet accounts sum to, since assets less debts are equity.
    Where all balances together do not sum to zero, that is unknown, and ``certain`` is false.
    """

    accounts: frozenset[str]
    ore: int
    added: int
    certain: bool
    booked: int | None
    closed_out: bool
    sum: int

    def findings(self, year: int, *, equity: bool) -> Iterator[Finding]:
        """What there is to say; ``equity`` where equity is proposed, with what was added to it."""
        place = str(year)
        if equity and not self.certain:
            yield codes.EQUITY_UNCERTAIN.at(place, year=year, sum=self.sum, added=self.added)
        elif equity and self.added:
            yield codes.RESULT_ADDED_TO_EQUITY.at(place, year=year, added=self.added)
        if self.closed_out:
            yield codes.RESULT_CLOSED_OUT.at(place, year=year)
        elif self.booked not in (None, self.ore) and not (equity and self.added and not self.booked):
            yield codes.RESULT_NOT_BOOKED.at(place, result=self.ore, booked=self.booked or 0)


def booked_result(ledger: GeneralLedger, roles: Roles, closing: dict[str, int]) -> BookedResult:
    """The result that closing balances have. The role ``result_of_year`` names what it is booked on and against."""
    role = roles.accounts.get("result_of_year", Accounts(()))
    on_sheet = {number for number in closing if ledger.on_balance_sheet(number)}
    against = {number for number in role.among(closing) if number not in on_sheet}
    accounts = frozenset(closing.keys() - on_sheet - against)
    result = -sum(closing[number] for number in accounts)
    unbooked, whole = sum(closing[number] for number in on_sheet), sum(closing.values())
    booked = -sum(closing[number] for number in role.among(on_sheet)) if role.selectors else None
    certain = not whole or not unbooked
    return BookedResult(
        accounts,
        result,
        unbooked if certain else (0 if booked == result else result),
        certain,
        booked,
        not result and not against and any(closing[number] for number in accounts),
        whole,
    )
