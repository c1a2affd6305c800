"""What the municipality's accounts are for (kontoroller), as it says in a file of its own; no account is built in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.findings import Finding, FindingCode, Severity

ROLES_UNREADABLE = FindingCode(
    "ROLES_UNREADABLE",
    Severity.ERROR,
    en="The file of account roles cannot be read: {why}.",
    sv="Filen med kontoroller kan inte läsas: {why}.",
    remedy_en="Compare it with the example in the documentation.",
    remedy_sv="Jämför med exemplet i dokumentationen.",
)
ROLES_KEY_UNKNOWN = FindingCode(
    "ROLES_KEY_UNKNOWN",
    Severity.ERROR,
    en="There is no role {key}.",
    sv="Det finns ingen roll {key}.",
    remedy_en="Known here: {known}.",
    remedy_sv="Här finns: {known}.",
)
ROLES_SELECTOR = FindingCode(
    "ROLES_SELECTOR",
    Severity.ERROR,
    en="{value} names no accounts.",
    sv="{value} anger inga konton.",
    remedy_en='Write a list of accounts: "2071", beginnings: "82*", or ranges of one length: "8000-8299".',
    remedy_sv='Skriv en lista med konton: "2071", början av konton: "82*", eller intervall, lika långa: "8000-8299".',
)
ROLES_KEY_WITHOUT_FIGURE = FindingCode(
    "ROLES_KEY_WITHOUT_FIGURE",
    Severity.ERROR,
    en="No figure of the year comes from a role {key}.",
    sv="Ingen av årets uppgifter kommer från en roll {key}.",
    remedy_en="{instead}",
    remedy_sv="{instead_sv}",
)
ROLES_DIMENSION = FindingCode(
    "ROLES_DIMENSION",
    Severity.ERROR,
    en="{value} is no dimension.",
    sv="{value} är ingen dimension.",
    remedy_en='Write the dimension\'s number as text: "6".',
    remedy_sv='Skriv dimensionens nummer som text: "6".',
)
CODES = (ROLES_UNREADABLE, ROLES_KEY_UNKNOWN, ROLES_SELECTOR, ROLES_KEY_WITHOUT_FIGURE, ROLES_DIMENSION)

ACCOUNT_ROLES: Final = (
    "equity", "result_of_year", "equalisation_reserve", "result_reserve", "taxes_and_grants", "realised_gains",
    "realised_losses",
)  # fmt: skip
"""The roles of accounts; ``earmark`` has one list for each fund besides."""
DIMENSION_ROLES: Final = ("responsibility", "activity", "project", "counterparty")
"""The roles of dimensions: ansvar, verksamhet, projekt, motpart."""

_INSTEAD: Final = {
    "net_assets": (
        "Leave it out; equity, with the result of the year, comes from the role equity.",
        "Ta bort den; eget kapital, med årets resultat, kommer från rollen equity.",
    ),
    "free_equity": (
        "Leave it out; equity comes whole from the role equity, and the accounts of vouchers stand in the mapping.",
        "Ta bort den; eget kapital kommer i sin helhet från rollen equity, och verifikationernas konton står i "
        "konteringsmallen.",
    ),
}
_DIMENSION: Final = re.compile(r"[0-9]{1,9}")
_SELECTOR: Final = re.compile(r"[0-9]{1,20}\*?|[0-9]{1,20}-[0-9]{1,20}")


@dataclass(frozen=True, slots=True)
class Accounts:
    """A choice of accounts (kontourval): numbers, beginnings and ranges.

    >>> chosen = Accounts(("2071", "82*", "8000-8099"))
    >>> [number for number in ("2071", "20711", "8210", "8050", "80500") if number in chosen]
    ['2071', '8210', '8050']
    """

    selectors: tuple[str, ...]

    def __contains__(self, number: object) -> bool:
        return isinstance(number, str) and any(_matches(selector, number) for selector in self.selectors)

    def among(self, numbers: Iterable[str]) -> set[str]:
        """Those of the accounts that are chosen."""
        return {number for number in numbers if number in self}


def _matches(selector: str, number: str) -> bool:
    if selector.endswith("*"):
        return number.startswith(selector[:-1])
    first, dash, last = selector.partition("-")
    if dash:
        return len(first) == len(number) == len(last) and first <= number <= last
    return number == selector


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles of a municipality's accounts and dimensions (kontoroller)."""

    accounts: dict[str, Accounts] = field(default_factory=dict)
    earmarks: dict[str, Accounts] = field(default_factory=dict)
    dimensions: dict[str, str] = field(default_factory=dict)


def parse_roles(text: str, name: str = "roles.toml") -> Roles:
    """Read a file of account roles (TOML). Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault.

    >>> roles = parse_roles('''
    ... [accounts]
    ... equity = ["20*"]
    ... taxes_and_grants = ["8000-8299"]
    ... [accounts.earmark]
    ... social = ["2071"]
    ... [dimensions]
    ... project = "6"
    ... ''')
    >>> "2070" in roles.accounts["equity"], roles.dimensions["project"]
    (True, '6')
    """
    try:
        tree = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableInput([ROLES_UNREADABLE.at(name, why=str(error))]) from None
    faults: list[Finding] = []
    accounts = _group(tree, "accounts", name, faults)
    earmark = accounts.pop("earmark", {})
    if not isinstance(earmark, dict):
        faults.append(ROLES_SELECTOR.at(f"{name}: accounts.earmark", value=repr(earmark)[:80]))
        earmark = {}
    dimensions = _group(tree, "dimensions", name, faults)
    _known(tree, ("accounts", "dimensions"), name, faults)
    for key in [key for key in accounts if key in _INSTEAD]:
        instead, instead_sv = _INSTEAD[key]
        place = f"{name}: accounts.{key}"
        faults.append(ROLES_KEY_WITHOUT_FIGURE.at(place, key=key, instead=instead, instead_sv=instead_sv))
        del accounts[key]
    _known(accounts, ACCOUNT_ROLES, f"{name}: accounts", faults)
    _known(dimensions, DIMENSION_ROLES, f"{name}: dimensions", faults)
    chosen = {key: _accounts(value, f"{name}: accounts.{key}", faults) for key, value in accounts.items()}
    funds = {key: _accounts(value, f"{name}: accounts.earmark.{key}", faults) for key, value in earmark.items()}
    for key, value in dimensions.items():
        if not (isinstance(value, str) and _DIMENSION.fullmatch(value)):
            faults.append(ROLES_DIMENSION.at(f"{name}: dimensions.{key}", value=repr(value)[:80]))
    if faults:
        raise UnreadableInput(faults)
    return Roles(chosen, funds, dimensions)


def _group(tree: dict[str, Any], key: str, name: str, faults: list[Finding]) -> dict[str, Any]:
    group = tree.get(key, {})
    if isinstance(group, dict):
        return dict(group)
    faults.append(ROLES_SELECTOR.at(f"{name}: {key}", value=repr(group)[:80]))
    return {}


def _known(group: dict[str, Any], known: tuple[str, ...], place: str, faults: list[Finding]) -> None:
    for key in group:
        if key not in known:
            faults.append(ROLES_KEY_UNKNOWN.at(place, key=key[:80], known=", ".join(known)))


def _is_selector(text: str) -> bool:
    """Whether a text can choose an account; a range has two numbers of one length, the lower first."""
    first, dash, last = text.partition("-")
    return bool(_SELECTOR.fullmatch(text)) and (not dash or (len(first) == len(last) and first <= last))


def _accounts(value: object, place: str, faults: list[Finding]) -> Accounts:
    given: list[object] = value if isinstance(value, list) else [value]
    selectors = [each for each in given if isinstance(each, str) and _is_selector(each)]
    if len(selectors) < len(given):
        faults.append(ROLES_SELECTOR.at(place, value=repr(value)[:80]))
        return Accounts(())
    return Accounts(tuple(selectors))
