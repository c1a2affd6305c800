"""What is missing or doubtful in the figures proposed from a general ledger (iakttagelser om föreslagna uppgifter)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sifund_ledger.findings import Finding, FindingCode, Severity, listed
from sifund_ledger.general.ledger import GeneralLedger
from sifund_ledger.general.roles import Roles

FIGURE_NOT_PROPOSED = FindingCode(
    "FIGURE_NOT_PROPOSED",
    Severity.NOTE,
    en="{figure} cannot be proposed: the roles name no accounts for {role}.",
    sv="{figure} kan inte föreslås: rollerna anger inga konton för {role}.",
    remedy_en="Add {role} to the file of account roles, or state the figure.",
    remedy_sv="Lägg till {role} i filen med kontoroller, eller ange uppgiften.",
)
FIGURE_TO_JUDGE = FindingCode(
    "FIGURE_TO_JUDGE",
    Severity.NOTE,
    en="Realised losses come to {amount} kr; which of them may be added back is for a person to judge.",
    sv="Realisationsförlusterna är {amount} kr; vilka av dem som får läggas tillbaka är en bedömning.",
    remedy_en="State those as {figure}; the others stay in the result.",
    remedy_sv="Ange dessa som {figure}; övriga ligger kvar i resultatet.",
    citation="LKBR (2018:597) 11:10",
)
RESERVE_MOVED = FindingCode(
    "RESERVE_MOVED",
    Severity.WARNING,
    en="The accounts of {role} changed by {amount} kr in {year} ({accounts}): set aside or used is not proposed.",
    sv="Kontona för {role} ändrades med {amount} kr {year} ({accounts}): reserverat eller använt föreslås inte.",
    remedy_en="State what the council decided, as {figures}.",
    remedy_sv="Ange det som fullmäktige beslutat, som {figures}.",
    citation="KL 11:14; LKBR (2018:597) 11:10",
)
FIGURE_WRONG_SIGN = FindingCode(
    "FIGURE_WRONG_SIGN",
    Severity.WARNING,
    en="The accounts of {figure} come to {amount} kr, and the figure is never below zero.",
    sv="Kontona för {figure} ger {amount} kr, och uppgiften är aldrig under noll.",
    remedy_en="Check which accounts have the role; gains and losses are not netted.",
    remedy_sv="Kontrollera vilka konton som har rollen; vinster och förluster kvittas inte.",
)
ROLE_WITHOUT_ACCOUNTS = FindingCode(
    "ROLE_WITHOUT_ACCOUNTS",
    Severity.WARNING,
    en="No account of {year} in the ledger has the role {role}; nothing is proposed from it.",
    sv="Inget konto i huvudboken {year} har rollen {role}; inget föreslås ur den.",
    remedy_en="Compare the file of account roles with the chart of accounts.",
    remedy_sv="Jämför filen med kontoroller med kontoplanen.",
)
ROLE_ON_OTHER_STATEMENT = FindingCode(
    "ROLE_ON_OTHER_STATEMENT",
    Severity.WARNING,
    en="The role {role} names accounts that are not of the {statement}, and they were not counted: {accounts}.",
    sv="Rollen {role} anger konton som inte hör till {statement_sv} och som inte räknades: {accounts}.",
    remedy_en="Correct the file of account roles, or the accounts' types (#KTYP).",
    remedy_sv="Rätta filen med kontoroller eller kontonas typ (#KTYP).",
    citation="SIE 4B §6 #KTYP",
)
ROLE_DIMENSION_EMPTY = FindingCode(
    "ROLE_DIMENSION_EMPTY",
    Severity.WARNING,
    en="Nothing on the result accounts of {year} has an object of dimension {dimension}, which has the role {role}.",
    sv="Inget på resultatkontona {year} har ett objekt i dimension {dimension}, som har rollen {role}.",
    remedy_en="Check the dimension's number; a file without vouchers must state balances by object.",
    remedy_sv="Kontrollera dimensionens nummer; en fil utan verifikationer måste ange saldon per objekt.",
)
ACCOUNT_IN_TWO_ROLES = FindingCode(
    "ACCOUNT_IN_TWO_ROLES",
    Severity.WARNING,
    en="Accounts have both the role {first} and the role {second}, and count in both: {accounts}.",
    sv="Konton har både rollen {first} och rollen {second} och räknas i båda: {accounts}.",
    remedy_en="Leave them out of one of the two.",
    remedy_sv="Ta bort dem ur den ena.",
)
ACCOUNT_TYPE_ASSUMED = FindingCode(
    "ACCOUNT_TYPE_ASSUMED",
    Severity.NOTE,
    en="{counted} no type (#KTYP); classes 1 and 2 were taken for the balance sheet: {accounts}.",
    sv="{counted_sv} saknar typ (#KTYP); klass 1 och 2 togs för balansräkningen: {accounts}.",
    citation="SIE 4B §6 #KTYP",
)
OPENING_NOT_STATED = FindingCode(
    "OPENING_NOT_STATED",
    Severity.WARNING,
    en="No opening balances are stated for {year}, so these are not proposed: {figures}.",
    sv="Inga ingående balanser anges för {year}, så följande föreslås inte: {figures}.",
    remedy_en="Read an export with opening balances (#IB), or state the figures.",
    remedy_sv="Läs en export med ingående balanser (#IB), eller ange uppgifterna.",
    citation="SIE 4B §6 #IB",
)
CODES = (
    FIGURE_NOT_PROPOSED,
    FIGURE_TO_JUDGE,
    RESERVE_MOVED,
    FIGURE_WRONG_SIGN,
    ROLE_WITHOUT_ACCOUNTS,
    ROLE_ON_OTHER_STATEMENT,
    ROLE_DIMENSION_EMPTY,
    ACCOUNT_IN_TWO_ROLES,
    ACCOUNT_TYPE_ASSUMED,
    OPENING_NOT_STATED,
)


def untyped(ledger: GeneralLedger, numbers: set[str], year: int) -> Iterator[Finding]:
    """Tell the accounts whose class had to stand for their type."""
    without = [number for number in numbers if not ledger.accounts[number].kind]
    if without:
        one, count = len(without) == 1, len(without)
        yield ACCOUNT_TYPE_ASSUMED.at(
            str(year), counted="1 account has" if one else f"{count} accounts have",
            counted_sv="1 konto" if one else f"{count} konton", accounts=listed(sorted(without)),
        )  # fmt: skip


def in_two_roles(roles: Roles, numbers: set[str], year: int) -> Iterator[Finding]:
    """Tell the accounts that two roles name which exclude each other.

    Equity holds reserves, earmarks and the result, and a fund may be part of RER.
    """
    chosen = {role: accounts.among(numbers) for role, accounts in roles.accounts.items() if role != "equity"}
    chosen |= {f"earmark.{fund}": accounts.among(numbers) for fund, accounts in roles.earmarks.items()}
    for first, second in combinations(chosen, 2):
        both = chosen[first] & chosen[second]
        if both and not (second.startswith("earmark.") and first == "result_reserve"):
            yield ACCOUNT_IN_TWO_ROLES.at(str(year), first=first, second=second, accounts=listed(sorted(both)))
