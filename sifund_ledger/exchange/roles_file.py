"""What the municipality's accounts are for (kontoroller), as it says in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.document import Document, parse_document, show
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.general.roles import ACCOUNT_ROLES, DIMENSION_ROLES, Accounts, Roles, is_selector

ROLES_GROUP = FindingCode(
    "ROLES_GROUP",
    Severity.ERROR,
    en="{key} is {value}, and no table.",
    sv="{key} är {value}, och ingen tabell.",
    remedy_en="Compare it with the example in the documentation: [accounts], [accounts.earmark] and [dimensions].",
    remedy_sv="Jämför med exemplet i dokumentationen: [accounts], [accounts.earmark] och [dimensions].",
)
ROLES_KEY_UNKNOWN = FindingCode(
    "ROLES_KEY_UNKNOWN",
    Severity.ERROR,
    en="There is no key {key} here.",
    sv="Det finns ingen nyckel {key} här.",
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
CODES = (ROLES_GROUP, ROLES_KEY_UNKNOWN, ROLES_SELECTOR, ROLES_KEY_WITHOUT_FIGURE, ROLES_DIMENSION)

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


def parse_roles(text: bytes | str, name: str = "roles.toml") -> Roles:
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
    document = parse_document(text, format="toml", name=name)
    tree = document.tree if isinstance(document.tree, dict) else {}
    if faults := list(_faults(document, tree)):
        raise UnreadableInput(faults)
    accounts, dimensions = dict(tree.get("accounts", {})), dict(tree.get("dimensions", {}))
    earmarks = accounts.pop("earmark", {})
    return Roles(
        {role: Accounts(tuple(_listed(value))) for role, value in accounts.items()},
        {fund: Accounts(tuple(_listed(value))) for fund, value in earmarks.items()},
        dimensions,
    )


def _faults(document: Document, tree: dict[str, Any]) -> Iterator[Finding]:
    for key, group in tree.items():
        if key not in ("accounts", "dimensions"):
            yield _unknown(document, (key,), ("accounts", "dimensions"))
        elif not isinstance(group, dict):
            yield ROLES_GROUP.at(document.place((key,), key), key=key, value=show(group))
        else:
            for name, value in group.items():
                path = (key, name)
                yield from (_account_faults if key == "accounts" else _dimension_faults)(document, path, value)


def _account_faults(document: Document, path: tuple[str, ...], value: object) -> Iterator[Finding]:
    role = path[-1]
    if role == "earmark" and isinstance(value, dict):
        for fund, chosen in value.items():
            yield from _selector_faults(document, (*path, fund), chosen)
    elif role == "earmark":
        yield ROLES_GROUP.at(_place(document, path), key=role, value=show(value))
    elif role in _INSTEAD:
        instead, instead_sv = _INSTEAD[role]
        yield ROLES_KEY_WITHOUT_FIGURE.at(_place(document, path), key=role, instead=instead, instead_sv=instead_sv)
    elif role not in ACCOUNT_ROLES:
        yield _unknown(document, path, (*ACCOUNT_ROLES, "earmark"))
    else:
        yield from _selector_faults(document, path, value)


def _selector_faults(document: Document, path: tuple[str, ...], value: object) -> Iterator[Finding]:
    for each in _listed(value):
        if not (isinstance(each, str) and is_selector(each)):
            yield ROLES_SELECTOR.at(_place(document, path), value=show(each))


def _dimension_faults(document: Document, path: tuple[str, ...], value: object) -> Iterator[Finding]:
    if path[-1] not in DIMENSION_ROLES:
        yield _unknown(document, path, DIMENSION_ROLES)
    elif not (isinstance(value, str) and _DIMENSION.fullmatch(value)):
        yield ROLES_DIMENSION.at(_place(document, path), value=show(value))


def _unknown(document: Document, path: tuple[str, ...], known: tuple[str, ...]) -> Finding:
    return ROLES_KEY_UNKNOWN.at(_place(document, path), key=show(path[-1]), known=", ".join(known))


def _place(document: Document, path: tuple[str, ...]) -> str:
    return document.place(path, ".".join(path)[:80])


def _listed(value: Any) -> list[Any]:
    """A choice of accounts as the file has it: a list, or one alone."""
    return value if isinstance(value, list) else [value]
