"""What the municipality's accounts are for (kontoroller), as it says in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange import findings as codes
from sifund_ledger.exchange.document import Document, parse_document, show
from sifund_ledger.findings import Finding
from sifund_ledger.general_ledger.roles import ACCOUNT_ROLES, DIMENSION_ROLES, Accounts, Roles, is_selector

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
            yield codes.ROLES_GROUP.at(document.place((key,), key), key=key, value=show(group))
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
        yield codes.ROLES_GROUP.at(_place(document, path), key=role, value=show(value))
    elif role in _INSTEAD:
        instead, instead_sv = _INSTEAD[role]
        yield codes.ROLES_KEY_WITHOUT_FIGURE.at(
            _place(document, path), key=role, instead=instead, instead_sv=instead_sv
        )
    elif role not in ACCOUNT_ROLES:
        yield _unknown(document, path, (*ACCOUNT_ROLES, "earmark"))
    else:
        yield from _selector_faults(document, path, value)


def _selector_faults(document: Document, path: tuple[str, ...], value: object) -> Iterator[Finding]:
    for each in _listed(value):
        if not (isinstance(each, str) and is_selector(each)):
            yield codes.ROLES_SELECTOR.at(_place(document, path), value=show(each))


def _dimension_faults(document: Document, path: tuple[str, ...], value: object) -> Iterator[Finding]:
    if path[-1] not in DIMENSION_ROLES:
        yield _unknown(document, path, DIMENSION_ROLES)
    elif not (isinstance(value, str) and _DIMENSION.fullmatch(value)):
        yield codes.ROLES_DIMENSION.at(_place(document, path), value=show(value))


def _unknown(document: Document, path: tuple[str, ...], known: tuple[str, ...]) -> Finding:
    return codes.ROLES_KEY_UNKNOWN.at(_place(document, path), key=show(path[-1]), known=", ".join(known))


def _place(document: Document, path: tuple[str, ...]) -> str:
    return document.place(path, ".".join(path)[:80])


def _listed(value: Any) -> list[Any]:
    """A choice of accounts as the file has it: a list, or one alone."""
    return value if isinstance(value, list) else [value]
