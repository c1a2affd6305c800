"""The result of the year in a general ledger (årets resultat): what it is, and whether equity has it yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.general.ledger import GeneralLedger
from sifund_ledger.general.roles import Accounts, Roles
from sifund_ledger.money import format_amount

RESULT_ADDED_TO_EQUITY = FindingCode(
    "RESULT_ADDED_TO_EQUITY",
    Severity.NOTE,
    en="{added} kr of the result of {year} is on no balance sheet account yet; it was added to equity.",
    sv="{added} kr av resultatet {year} är ännu inte bokfört på något balanskonto; det har lagts till eget kapital.",
    remedy_en="Book the result of the year; the equity proposed stays the same.",
    remedy_sv="Bokför årets resultat; det föreslagna egna kapitalet blir detsamma.",
    citation="LKBR (2018:597) 4:4",
)
EQUITY_UNCERTAIN = FindingCode(
    "EQUITY_UNCERTAIN",
    Severity.WARNING,
    en="The balances of {year} sum to {sum} kr and not to nothing; {added} kr was taken for result that equity lacks.",
    sv="Saldona {year} blir {sum} kr och inte noll; {added} kr togs för resultat som eget kapital saknar.",
    remedy_en="Check that the result of the year before is booked, and that all accounts are in the export.",
    remedy_sv="Kontrollera att föregående års resultat är bokfört och att alla konton finns i exporten.",
    citation="LKBR (2018:597) 4:4",
)
RESULT_NOT_BOOKED = FindingCode(
    "RESULT_NOT_BOOKED",
    Severity.NOTE,
    en="The result accounts give {result} kr, the accounts for the result of the year have {booked} kr.",
    sv="Resultatkontona ger {result} kr, kontona för årets resultat har {booked} kr.",
    remedy_en="Book the result of the year, or check which accounts have that role.",
    remedy_sv="Bokför årets resultat, eller kontrollera vilka konton som har den rollen.",
    citation="LKBR (2018:597) 4:4",
)
RESULT_CLOSED_OUT = FindingCode(
    "RESULT_CLOSED_OUT",
    Severity.WARNING,
    en="The result accounts of {year} sum to nothing: the result seems to be booked against one of them.",
    sv="Resultatkontona {year} summerar till noll: resultatet verkar vara bokfört mot ett av dem.",
    remedy_en="Name that account too under result_of_year in the account roles, and the result is taken without it.",
    remedy_sv="Ange även det kontot under result_of_year bland kontorollerna, så räknas resultatet utan det.",
    citation="LKBR (2018:597) 4:4",
)
CODES = (RESULT_ADDED_TO_EQUITY, EQUITY_UNCERTAIN, RESULT_NOT_BOOKED, RESULT_CLOSED_OUT)


@dataclass(frozen=True, slots=True)
class BookedResult:
    """The result of a year, öre, a surplus positive, and what equity lacks of it.

    ``accounts`` are the result accounts that it is the sum of, without any that it was booked against. ``added`` is
    what is on no balance sheet account: what the balance sheet accounts sum to, since assets less debts are equity.
    Where all balances together do not sum to nothing that cannot be told, and ``certain`` is false.
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
            added = format_amount(self.added)
            yield EQUITY_UNCERTAIN.at(place, year=year, sum=format_amount(self.sum), added=added)
        elif equity and self.added:
            yield RESULT_ADDED_TO_EQUITY.at(place, year=year, added=format_amount(self.added))
        if self.closed_out:
            yield RESULT_CLOSED_OUT.at(place, year=year)
        elif self.booked not in (None, self.ore) and not (equity and self.added and not self.booked):
            booked = format_amount(self.booked or 0)
            yield RESULT_NOT_BOOKED.at(place, result=format_amount(self.ore), booked=booked)


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
