"""What is missing or doubtful in the figures proposed from a general ledger (iakttagelser om föreslagna uppgifter)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sifund_ledger.findings import Counted, Finding, listed
from sifund_ledger.general_ledger import findings as codes
from sifund_ledger.general_ledger.ledger import GeneralLedger
from sifund_ledger.general_ledger.roles import Roles


def untyped(ledger: GeneralLedger, numbers: set[str], year: int) -> Iterator[Finding]:
    """Tell the accounts whose class had to stand for their type."""
    without = [number for number in numbers if not ledger.accounts[number].kind]
    if without:
        counted = Counted(len(without), *codes.ACCOUNTS_WITHOUT)
        yield codes.ACCOUNT_TYPE_ASSUMED.at(str(year), counted=counted, accounts=listed(sorted(without)))


def in_two_roles(roles: Roles, numbers: set[str], year: int) -> Iterator[Finding]:
    """Tell the accounts that two roles name which exclude each other.

    Equity holds reserves, earmarks and the result, and a fund may be part of RER.
    """
    chosen = {role: accounts.among(numbers) for role, accounts in roles.accounts.items() if role != "equity"}
    chosen |= {f"earmark.{fund}": accounts.among(numbers) for fund, accounts in roles.earmarks.items()}
    for first, second in combinations(chosen, 2):
        both = chosen[first] & chosen[second]
        if both and not (second.startswith("earmark.") and first == "result_reserve"):
            yield codes.ACCOUNT_IN_TWO_ROLES.at(str(year), first=first, second=second, accounts=listed(sorted(both)))
