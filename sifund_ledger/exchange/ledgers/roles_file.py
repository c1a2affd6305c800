"""What the municipality's accounts are for (kontoroller), as it says in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sifund_ledger.balance.figures.year_figures import FIGURES
from sifund_ledger.errors import Refused
from sifund_ledger.exchange.ledgers import findings as codes
from sifund_ledger.exchange.structured.documents import parse_document
from sifund_ledger.exchange.structured.reading import read_document
from sifund_ledger.fields.composed import mapping_of
from sifund_ledger.fields.declared import Field, table_of
from sifund_ledger.fields.kinds import ANY_TEXT, Kind, Setting, unreadable
from sifund_ledger.findings import Bilingual, Finding, shown
from sifund_ledger.general_ledger.roles import ACCOUNT_ROLES, DIMENSION_ROLES, Accounts, Roles, is_selector

_INSTEAD: Final = {
    "net_assets": Bilingual(
        "Ta bort den; eget kapital, med årets resultat, kommer från rollen equity.",
        "Leave it out; equity, with the result of the year, comes from the role equity.",
    ),
    "free_equity": Bilingual(
        "Ta bort den; eget kapital kommer i sin helhet från rollen equity, och verifikationernas konton står i "
        "konteringsmallen.",
        "Leave it out; equity comes whole from the role equity, and the accounts of vouchers stand in the mapping.",
    ),
}
_SWEDISH: Final = {figure.name: figure.words.sv for figure in FIGURES} | {
    "result_of_year": "årets_resultat",
    "equalisation_reserve": "resultatutjämningsreserv",
    "result_reserve": "resultatreserv",
    "realised_losses": "realisationsförluster",
    "responsibility": "ansvar",
    "activity": "verksamhet",
    "project": "projekt",
    "counterparty": "motpart",
}
_DIMENSION: Final = re.compile(r"[0-9]{1,9}")


def _accounts(value: Any, place: str, setting: Setting) -> Accounts:
    chosen = value if isinstance(value, list) else [value]
    wrong = [each for each in chosen if not (isinstance(each, str) and is_selector(each))]
    if wrong:
        raise Refused(codes.ROLES_SELECTOR.at(place, value=shown(each)) for each in wrong)
    return Accounts(tuple(chosen))


def _dimension(value: object, place: str, setting: Setting) -> str:
    if not (isinstance(value, str) and _DIMENSION.fullmatch(value)):
        raise unreadable(DIMENSION.words, value, place, DIMENSION.example)
    return value


_NONE: Final = Bilingual("", "")
ACCOUNTS: Final = Kind("accounts", Bilingual("konton", "accounts"), _accounts, '["2071"]', {"type": "array"})
DIMENSION: Final = Kind("dimension", Bilingual("dimension", "dimension"), _dimension, '"6"', {"type": "string"})
EARMARKS: Final = mapping_of(ANY_TEXT, ACCOUNTS, between=".")


def _role(name: str, kind: Kind, default: Any = None) -> Field:
    return Field(name, kind, Bilingual(_SWEDISH[name], name), _NONE, default)


_FIELDS: Final = tuple(
    Field(name, table_of(Bilingual(what, name.capitalize()), roles, dict), Bilingual(sv, name), _NONE, {})
    for name, sv, what, roles in (
        (
            "accounts", "konton", "Kontona",
            (
                *(_role(name, ACCOUNTS) for name in ACCOUNT_ROLES),
                Field("earmark", EARMARKS, Bilingual("öronmärkning", "earmark"), _NONE, {}),
            ),
        ),
        ("dimensions", "dimensioner", "Dimensionerna", tuple(_role(name, DIMENSION) for name in DIMENSION_ROLES)),
    )
)  # fmt: skip


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
    read, _ = read_document(parse_document(text, format="toml", name=name), _FIELDS, across=_across)
    accounts = {role: chosen for role, chosen in read["accounts"].items() if chosen is not None}
    earmarks = accounts.pop("earmark", {})
    dimensions = {role: number for role, number in read["dimensions"].items() if number is not None}
    return Roles(accounts, earmarks, dimensions)


def _across(tree: Mapping[str, Any], read: Mapping[str, Any], faults: list[Finding]) -> Iterator[Finding]:
    for fault in faults:
        role = fault.place.rpartition(".")[2]
        if fault.place.count(".") == 1 and role in _INSTEAD:
            yield codes.ROLES_KEY_WITHOUT_FIGURE.at(fault.place, key=role, instead=_INSTEAD[role])
        else:
            yield fault
