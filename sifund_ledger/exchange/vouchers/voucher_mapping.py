"""Which account and objects of the general ledger stand for ours (konteringsmall), as the municipality writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sifund_ledger.boundary import checked_methods
from sifund_ledger.errors import Refused
from sifund_ledger.exchange.escapes import toml_string
from sifund_ledger.exchange.structured.documents import parse_document
from sifund_ledger.exchange.structured.reading import read_document
from sifund_ledger.exchange.vouchers import findings as codes
from sifund_ledger.fields.composed import mapping_of
from sifund_ledger.fields.declared import Field, table_of
from sifund_ledger.fields.kinds import ANY_TEXT, TEXT, Kind, Setting, unreadable
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.general_ledger.roles import ACCOUNT_ROLES
from sifund_ledger.ledger.accounts import (
    BOOK_OF,
    CHART,
    EQUALISATION_RESERVE,
    FREE_EQUITY,
    FUND_AVAILABLE,
    FUND_COMMITTED,
    NET_ASSETS,
    RESULT_RESERVE,
    Account,
)

DIMENSIONS: Final = {"ansvar": "1", "verksamhet": "20", "projekt": "6", "motpart": "21"}
"""The columns of objects, and the SIE dimension of each unless the mapping says otherwise."""
_ROLES: Final = frozenset({*ACCOUNT_ROLES, "earmark"})
_OF_FUND: Final = Bilingual("[.fond[.delfond]]", "[.fund[.subfund]]")
_NOTHING: Final = Bilingual("", "")
_SUGGESTED: Final = {
    FREE_EQUITY: _NOTHING, FUND_AVAILABLE: _OF_FUND, FUND_COMMITTED: _OF_FUND, RESULT_RESERVE: _NOTHING,
    EQUALISATION_RESERVE: _NOTHING,
}  # fmt: skip
"""The codes that are mostly mapped, and what may stand behind them."""
_SWEDISH: Final = {account.code: account.swedish for account in CHART.values()}
_MAPPED: Final = frozenset(code for code, book in BOOK_OF.items() if book == "EARMARK") - {NET_ASSETS}


@checked_methods
@dataclass(frozen=True, slots=True)
class VoucherMapping:
    """Which account and objects of the general ledger stand for which account of ours (konteringsmall).

    ``accounts`` has our codes (``fund_available``), or code and fund (``fund_available.social``), or code, fund and
    sub-fund; the most particular counts. ``objects`` has what every row bears in a column (ansvar, verksamhet,
    projekt, motpart), ``dimensions`` the SIE dimension of each column, ``projects`` the ledger's codes of projects,
    ``text_length`` the most characters that the receiving system takes of a voucher's text.
    """

    accounts: dict[str, str]
    objects: dict[str, str] = field(default_factory=dict)
    dimensions: dict[str, str] = field(default_factory=lambda: dict(DIMENSIONS))
    series: str = ""
    projects: dict[str, str] = field(default_factory=dict)
    text_length: int | None = None

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


_DOTTED: Final = Bilingual(
    "en text; en nyckel med punkt står inom citattecken", "one text; a key with a full stop stands in quotation marks"
)


def _spelt(name: str, words: Bilingual, example: str, pattern: str) -> Kind:
    """The kind of a text of one pattern."""
    form = re.compile(pattern)

    def read(value: object, place: str, setting: Setting) -> str:
        if not (isinstance(value, str) and form.fullmatch(value)):
            raise unreadable(_DOTTED if isinstance(value, Mapping) else words, value, place, example)
        return value

    return Kind(name, words, read, example, {"type": "string", "pattern": f"^{pattern}$"})


def _code(value: object, place: str, setting: Setting) -> str:
    if str(value).partition(".")[0] not in _MAPPED:
        known = Bilingual(
            "; ".join(f"{code}{of.sv} ({_SWEDISH[code]})" for code, of in _SUGGESTED.items()),
            ", ".join(f"{code}{of.en}" for code, of in _SUGGESTED.items()),
        )
        raise Refused([codes.MAPPING_ACCOUNT_UNKNOWN.at(place, known=known)])
    return str(value)


_CODE: Final = Kind("code", Bilingual("konto", "account"), _code, "free_equity", {})
_NUMBER: Final = _spelt(
    "account",
    Bilingual("kontonummer, en text", "an account number, one text"),
    '"2071"',
    "[0-9A-Za-z][0-9A-Za-z._-]{0,19}",
)
_DIMENSION: Final = _spelt(
    "dimension", Bilingual("en dimension, en text", "a dimension, one text"), '"6"', "[0-9]{1,4}"
)

_SHORTEST: Final = 30
"""The least length of a text: room for the name of our entry, and a few words."""


def _length(value: object, place: str, setting: Setting) -> int:
    if type(value) is not int or value < _SHORTEST:
        raise unreadable(_LENGTH.words, value, place, _LENGTH.example)
    return value


_LENGTH: Final = Kind(
    "text_length",
    Bilingual(f"antal tecken, minst {_SHORTEST}", f"a number of characters, at least {_SHORTEST}"),
    _length,
    "50",
    {"type": "integer", "minimum": _SHORTEST},
)


def _columns(kind: Kind) -> Kind:
    none = Bilingual("", "")
    columns = tuple(Field(column, kind, Bilingual(column, column), none, None) for column in DIMENSIONS)
    return table_of(Bilingual("Tabellen", "The table"), columns, dict)


_FIELDS: Final = tuple(
    Field(name, kind, Bilingual(sv, name), Bilingual("", ""), default)
    for name, sv, kind, default in (
        ("accounts", "konton", mapping_of(_CODE, _NUMBER, between="."), {}),
        ("objects", "objekt", _columns(TEXT), {}),
        ("dimensions", "dimensioner", _columns(_DIMENSION), {}),
        ("series", "serie", TEXT, ""),
        ("projects", "projekt", mapping_of(ANY_TEXT, TEXT, between="."), {}),
        ("text_length", "textlängd", _LENGTH, None),
    )
)


def parse_mapping(text: bytes | str, name: str = "mapping.toml") -> VoucherMapping:
    """Read a mapping of vouchers (TOML). Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault.

    >>> mapping = parse_mapping('series = "SIF"\\n[accounts]\\n"fund_available.social" = "2071"\\n')
    >>> mapping.account(Account("EARMARK", "fund_available", fund="social"))
    '2071'
    """
    read, _ = read_document(parse_document(text, format="toml", name=name), _FIELDS, across=_across)
    objects, dimensions = (_given(read[group]) for group in ("objects", "dimensions"))
    return VoucherMapping(
        read["accounts"], objects, DIMENSIONS | dimensions, read["series"], read["projects"], read["text_length"]
    )


def _given(columns: Mapping[str, str | None]) -> dict[str, str]:
    return {column: value for column, value in columns.items() if value is not None}


def _across(tree: Mapping[str, Any], read: Mapping[str, Any], faults: list[Finding]) -> Iterator[Finding]:
    # Lists of accounts below roles are what the file beside it has: one fault says more than many.
    accounts = tree.get("accounts")
    roles = [value for role, value in accounts.items() if role in _ROLES] if isinstance(accounts, dict) else []
    if any(isinstance(value, list | dict) for value in roles):
        yield codes.MAPPING_IS_ROLES.at("")
        return
    yield from faults
    stated = _given(read.get("dimensions", {}))
    chosen = DIMENSIONS | stated
    for column, number in stated.items():
        other = next((each for each in chosen if chosen[each] == number and each != column), None)
        if other:
            yield codes.MAPPING_DIMENSION_SHARED.at(f"dimensions.{column}", other=other)


def mapping_faults(mapping: VoucherMapping, funds: set[str]) -> Iterator[Finding]:
    """The lines of funds that the book has not, and those on the account of free equity."""
    free = {number for key, number in mapping.accounts.items() if key.partition(".")[0] == FREE_EQUITY}
    for key, number in mapping.accounts.items():
        code, _, fund = key.partition(".")
        if fund and not any(fund == known or fund.startswith(f"{known}.") for known in funds):
            yield codes.MAPPING_FUND_UNKNOWN.at(f"accounts.{key}", key=key)
        if code != FREE_EQUITY and number in free:
            yield codes.MAPPING_ACCOUNT_SHARED.at(f"accounts.{key}", key=key, account=number)


def funds_together(mapping: VoucherMapping, accounts: Iterable[Account], year: int) -> Iterator[Finding]:
    """The accounts of the ledger that more funds than one go out to."""
    found: dict[str, dict[str, Account]] = {}
    for account in accounts:
        if number := mapping.account(account):
            found.setdefault(number, {}).setdefault(account.fund, account)
    for number, funds in found.items():
        if len(funds) > 1:
            last = next(reversed(funds.values()))
            line = f'{toml_string(f"{last.code}.{last.fund}")} = "…"'
            yield codes.MAPPING_FUNDS_TOGETHER.at(str(year), funds=", ".join(funds), account=number, line=line)


def unmapped(mapping: VoucherMapping, projects: Iterable[str], year: int) -> Iterator[Finding]:
    """The projects whose names go out for want of a code; none where every row bears an object that is fixed."""
    for project in projects:
        if project not in mapping.projects and "projekt" not in mapping.objects:
            line = f'{toml_string(project)} = "…"'
            dimension = mapping.dimensions["projekt"]
            yield codes.PROJECT_UNMAPPED.at(str(year), project=project, dimension=dimension, line=line)
