"""Which account and objects of the general ledger stand for ours (konteringsmall), as the municipality writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange import findings as codes
from sifund_ledger.exchange.document import Document, parse_document
from sifund_ledger.exchange.positions import Path
from sifund_ledger.findings import Finding
from sifund_ledger.general_ledger.roles import ACCOUNT_ROLES
from sifund_ledger.ledger.accounts import BOOK_OF, NET_ASSETS, Account

DIMENSIONS: Final = {"ansvar": "1", "verksamhet": "20", "projekt": "6", "motpart": "21"}
"""The columns of objects, and the SIE dimension of each unless the mapping says otherwise."""
_ROLES: Final = frozenset({*ACCOUNT_ROLES, "earmark"})
_GROUPS: Final = ("accounts", "objects", "dimensions", "projects")
_SUGGESTED: Final = "free_equity, fund_available{0}, fund_committed{0}, result_reserve, equalisation_reserve"
_MAPPED: Final = frozenset(code for code, book in BOOK_OF.items() if book == "EARMARK") - {NET_ASSETS}
_NUMBER: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,19}")
_DIMENSION: Final = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class VoucherMapping:
    """Which account and objects of the general ledger stand for which account of ours (konteringsmall).

    ``accounts`` has our codes (``fund_available``), or code and fund (``fund_available.social``), or code, fund and
    sub-fund; the most particular counts. ``objects`` has what every row bears in a column (ansvar, verksamhet,
    projekt, motpart), ``dimensions`` the SIE dimension of each column, ``projects`` the ledger's codes of projects.
    """

    accounts: dict[str, str]
    objects: dict[str, str] = field(default_factory=dict)
    dimensions: dict[str, str] = field(default_factory=lambda: dict(DIMENSIONS))
    series: str = ""
    projects: dict[str, str] = field(default_factory=dict)

    def account(self, account: Account) -> str | None:
        """The general ledger's account for one of ours."""
        code, fund = account.code, f"{account.code}.{account.fund}"
        found = (self.accounts.get(key) for key in (f"{fund}.{account.subfund}", fund, code))
        return next((number for number in found if number is not None), None)

    def objects_of(self, account: Account) -> tuple[tuple[str, str], ...]:
        """The objects of a row on one of our accounts, as pairs of SIE dimension and object."""
        objects = dict(self.objects)
        if account.project:
            objects.setdefault("projekt", self.projects.get(account.project, account.project))
        return tuple((self.dimensions[column], code) for column, code in objects.items() if code)


class _Fault(NamedTuple):
    path: Path
    why: str
    why_sv: str


def parse_mapping(text: bytes | str, name: str = "mapping.toml") -> VoucherMapping:
    """Read a mapping of vouchers (TOML). Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault.

    >>> mapping = parse_mapping('series = "SIF"\\n[accounts]\\n"fund_available.social" = "2071"\\n')
    >>> mapping.account(Account("EARMARK", "fund_available", fund="social"))
    '2071'
    """
    document = parse_document(text, format="toml", name=name)
    tree = document.tree if isinstance(document.tree, dict) else {}
    faults = [_placed(fault, document) for fault in _faults(tree)]
    if faults:
        raise UnreadableInput(faults)
    groups = {key: dict(tree.get(key, {})) for key in _GROUPS}
    dimensions = {**DIMENSIONS, **groups["dimensions"]}
    return VoucherMapping(groups["accounts"], groups["objects"], dimensions, tree.get("series", ""), groups["projects"])


def _placed(fault: _Fault, document: Document) -> Finding:
    shown = ".".join(str(part) for part in fault.path)[:80]
    return codes.MAPPING_UNREADABLE.at(document.place(fault.path, shown), why=fault.why, why_sv=fault.why_sv)


def _faults(tree: dict[str, Any]) -> Iterator[_Fault]:
    if _like_roles(tree):
        why = "it looks like the file of account roles (--roles)", "den ser ut som filen med kontoroller (--roles)"
        yield _Fault((), *why)
        return
    for key in tree:
        if key not in ("series", *_GROUPS):
            yield _Fault((key,), "there is no such key", "det finns ingen sådan nyckel")
    if not isinstance(tree.get("series", ""), str):
        yield _Fault(("series",), "it is no text", "det är ingen text")
    for group in _GROUPS:
        table = tree.get(group, {})
        if not isinstance(table, dict):
            yield _Fault((group,), "it is no table", "det är ingen tabell")
            continue
        for key, value in table.items():
            yield from _entry_faults(group, key, value)
    yield from _shared_dimensions(tree.get("dimensions", {}))


def _like_roles(tree: dict[str, Any]) -> bool:
    """Whether it has lists of accounts below roles, as the file beside it has."""
    accounts = tree.get("accounts")
    roles = {role: value for role, value in accounts.items() if role in _ROLES} if isinstance(accounts, dict) else {}
    return any(isinstance(value, list | dict) for value in roles.values())


def _entry_faults(group: str, key: str, value: object) -> Iterator[_Fault]:
    """What is wrong with one entry: its key, or else its value."""
    path = (group, key)
    if group == "accounts" and key.partition(".")[0] not in _MAPPED:
        why, why_sv = (
            "no voucher has such an account; there are {0}",
            "ingen verifikation har ett sådant konto; här finns {0}",
        )
        suggested, suggested_sv = _SUGGESTED.format("[.fund[.subfund]]"), _SUGGESTED.format("[.fond[.delfond]]")
        yield _Fault(path, why.format(suggested), why_sv.format(suggested_sv))
    elif group in ("objects", "dimensions") and key not in DIMENSIONS:
        known = ", ".join(DIMENSIONS)
        yield _Fault(
            path, f"there is no such column; there are {known}", f"det finns ingen sådan kolumn; här finns {known}"
        )
    elif isinstance(value, list):
        yield _Fault(path, "it is a list; write one text", "det är en lista; skriv en enda text")
    elif isinstance(value, dict):
        yield _Fault(
            path, "write a key with a full stop in quotation marks", "skriv en nyckel med punkt inom citattecken"
        )
    elif not isinstance(value, str):
        yield _Fault(path, "write it in quotation marks, as a text", "skriv det inom citattecken, som en text")
    elif group == "accounts" and not _NUMBER.fullmatch(value):
        yield _Fault(path, f"{value[:40]!r} is no account number", f"{value[:40]!r} är inget kontonummer")
    elif group == "dimensions" and not _DIMENSION.fullmatch(value):
        yield _Fault(path, f"{value[:40]!r} is no dimension", f"{value[:40]!r} är ingen dimension")


def _shared_dimensions(stated: object) -> Iterator[_Fault]:
    if not isinstance(stated, dict):
        return
    chosen = {**DIMENSIONS, **{key: value for key, value in stated.items() if key in DIMENSIONS}}
    for key, value in stated.items():
        others = [column for column, number in chosen.items() if number == value and column != key]
        if key in DIMENSIONS and others:
            why = f"{others[0]} has the same dimension"
            yield _Fault(("dimensions", key), why, f"{others[0]} har samma dimension")
