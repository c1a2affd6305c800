"""What a file should hold, and how its figures should tie (kontroller): IB + rows = UB, rows = RES."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from sifund_ledger.exchange.sie.assembling import Assembly
from sifund_ledger.exchange.sie.document import SieAccount, SieDocument, SieType, SieVoucher
from sifund_ledger.exchange.sie.gathering import Gathering, shown
from sifund_ledger.exchange.sie.labels import RULES, TYPES, mark
from sifund_ledger.exchange.sie.values import amount_text
from sifund_ledger.findings import FindingCode, Severity

SIE_TYPE_UNKNOWN = FindingCode(
    "SIE_TYPE_UNKNOWN",
    Severity.WARNING,
    en="#SIETYP is {value}; the file was read as type {read}.",
    sv="#SIETYP är {value}; filen lästes som typ {read}.",
    remedy_en="Let the exporting program state 1, 2, 3 or 4.",
    remedy_sv="Låt det exporterande programmet ange 1, 2, 3 eller 4.",
    citation="SIE 4B §6 #SIETYP",
)
SIE_RECORD_MISSING = FindingCode(
    "SIE_RECORD_MISSING",
    Severity.WARNING,
    en="Type {type} must have #{label}, and the file has none.",
    sv="Typ {type} ska ha #{label}, men filen har ingen.",
    remedy_en="Let the exporting program write it.",
    remedy_sv="Låt det exporterande programmet skriva den.",
    citation="SIE 4B §6",
)
SIE_RECORD_NOT_IN_TYPE = FindingCode(
    "SIE_RECORD_NOT_IN_TYPE",
    Severity.WARNING,
    en="Type {type} must not have #{label}; it was read and kept.",
    sv="Typ {type} får inte ha #{label}; den lästes och behölls.",
    remedy_en="Let the exporting program leave it out, or state another type.",
    remedy_sv="Låt det exporterande programmet utelämna den eller ange annan typ.",
    citation="SIE 4B §6",
)
SIE_GROUP_ORDER = FindingCode(
    "SIE_GROUP_ORDER",
    Severity.NOTE,
    en="Identification, chart of accounts, and balances do not stand in the format's order.",
    sv="Identifikation, kontoplan och saldon står inte i formatets ordning.",
    citation="SIE 4B §5.12",
)
SIE_ALREADY_READ = FindingCode(
    "SIE_ALREADY_READ",
    Severity.NOTE,
    en="#FLAGGA is {value}: some program has already read the file; importing it again may count it twice.",
    sv="#FLAGGA är {value}: något program har redan läst filen; en import till kan räkna den två gånger.",
    citation="SIE 4B §7.4",
)
SIE_VOUCHER_TWICE = FindingCode(
    "SIE_VOUCHER_TWICE",
    Severity.WARNING,
    en="There is another voucher {series} {number} in the file; both were kept.",
    sv="Det finns en verifikation {series} {number} till i filen; båda behölls.",
    remedy_en="Number every voucher once within its series.",
    remedy_sv="Numrera varje verifikation en gång inom sin serie.",
    citation="SIE 4B §6 #VER",
)
SIE_CLOSING_DIFFERS = FindingCode(
    "SIE_CLOSING_DIFFERS",
    Severity.WARNING,
    en="Account {account}: opening balance and rows give {computed}, #UB is {stated}.",
    sv="Konto {account}: ingående balans och rader ger {computed}, #UB är {stated}.",
    remedy_en="Check that the file has every voucher of the year.",
    remedy_sv="Kontrollera att filen har årets alla verifikationer.",
    citation="SIE 4B §6 #UB",
)
SIE_RESULT_DIFFERS = FindingCode(
    "SIE_RESULT_DIFFERS",
    Severity.WARNING,
    en="Account {account}: the rows give {computed}, #RES is {stated}.",
    sv="Konto {account}: raderna ger {computed}, #RES är {stated}.",
    remedy_en="Check that the file has every voucher of the year.",
    remedy_sv="Kontrollera att filen har årets alla verifikationer.",
    citation="SIE 4B §6 #RES",
)
SIE_OPENING_DIFFERS = FindingCode(
    "SIE_OPENING_DIFFERS",
    Severity.WARNING,
    en="Account {account}: last year's #UB is {computed}, this year's #IB is {stated}.",
    sv="Konto {account}: förra årets #UB är {computed}, årets #IB är {stated}.",
    remedy_en="Find out what changed between the years: an opening balance must be the closing one before it.",
    remedy_sv="Ta reda på vad som ändrats mellan åren: ingående balans ska vara föregående utgående.",
    citation="SIE 4B §5.16",
)
SIE_NOT_CLOSED = FindingCode(
    "SIE_NOT_CLOSED",
    Severity.NOTE,
    en="Closing balances and result differ by {amount}: the year is not closed, or the file is not whole.",
    sv="Utgående balanser och resultat skiljer {amount}: året är inte avslutat, eller filen är inte hel.",
    citation="SIE 4B §6 #RES",
)
CODES = (
    SIE_TYPE_UNKNOWN,
    SIE_RECORD_MISSING,
    SIE_RECORD_NOT_IN_TYPE,
    SIE_GROUP_ORDER,
    SIE_ALREADY_READ,
    SIE_VOUCHER_TWICE,
    SIE_CLOSING_DIFFERS,
    SIE_RESULT_DIFFERS,
    SIE_OPENING_DIFFERS,
    SIE_NOT_CLOSED,
)

_BALANCES: Final = ("IB", "UB", "RES")


class Tie(NamedTuple):
    """A figure that should be another (avstämning): of an account, in öre."""

    account: str
    computed_ore: int
    stated_ore: int


def settle_type(assembly: Assembly) -> None:
    """The type of the file: #SIETYP, none being 1; of type 4 those with balances are 4E, the others 4I (§1)."""
    stated, seen = assembly.stated_type, assembly.seen
    balances = any(label in seen for label in _BALANCES)
    kind: SieType = "1"
    if stated in ("1", "2", "3"):
        kind = "1" if stated == "1" else "2" if stated == "2" else "3"
    elif stated or "VER" in seen:
        kind = "4E" if balances else "4I"
    assembly.document.type = kind
    if stated not in ("", "1", "2", "3", "4") or (not stated and kind != "1"):
        assembly.found.add(SIE_TYPE_UNKNOWN, value=shown(stated) or "–", read=kind)


def check_records(assembly: Assembly) -> None:
    """Report what is missing, and what should not be there."""
    document, found, seen = assembly.document, assembly.found, assembly.seen
    if document.flag not in ("", "0"):
        found.add(SIE_ALREADY_READ, value=shown(document.flag))
    kind = document.type
    for label in RULES:
        marked = mark(label, kind)
        if marked == "M" and label not in seen:
            found.add(SIE_RECORD_MISSING, type=kind, label=label)
        elif marked == "-" and label in seen:
            found.add(SIE_RECORD_NOT_IN_TYPE, type=kind, label=label)
    if assembly.disordered:
        found.add(SIE_GROUP_ORDER)


class Ties(NamedTuple):
    """The figures of year 0 that do not tie, by kind, and what closing balances and results sum to, in öre."""

    closing: tuple[Tie, ...]
    result: tuple[Tie, ...]
    opening: tuple[Tie, ...]
    sum_ore: int


def ties(document: SieDocument, *, by_class: bool = False) -> Ties:
    """Compare the figures of year 0 with each other (avstämning): IB + rows = UB, rows = RES, UB(-1) = IB.

    Which accounts are of the balance sheet #KTYP says; with ``by_class``, and where it is missing, classes 1 and 2.

    >>> ties(SieDocument(type="4E")).sum_ore
    0
    """
    return _ties(document, moved(document.vouchers), by_class=by_class)


def moved(vouchers: Iterable[SieVoucher]) -> dict[str, int]:
    """The booked rows of some vouchers, summed by account, in öre."""
    sums: dict[str, int] = {}
    for voucher in vouchers:
        for row in voucher.rows:
            if row.label == "TRANS":
                sums[row.account] = sums.get(row.account, 0) + row.ore
    return sums


def _ties(document: SieDocument, moved: Mapping[str, int], *, by_class: bool = False) -> Ties:
    stated: dict[tuple[str, int], dict[str, int]] = {}
    for each in document.balances:
        if not each.objects:
            stated.setdefault((each.label, each.year), {}).setdefault(each.account, each.ore)
    opening, closing, result = (stated.get((label, 0), {}) for label in _BALANCES)
    whole = document.type == "4E"
    kinds = {} if by_class else document.accounts
    before = stated.get(("UB", -1), {})
    return Ties(
        tuple(_closing(kinds, opening, moved, closing)) if whole else (),
        tuple(_results(kinds, moved, result)) if whole else (),
        tuple(_compared(before, opening)) if before else (),
        sum(closing.values()) + sum(result.values()),
    )


def _on_balance_sheet(accounts: dict[str, SieAccount], number: str) -> bool:
    return (accounts.get(number) or SieAccount(number)).on_balance_sheet


def _compared(computed: dict[str, int], stated: dict[str, int]) -> Iterator[Tie]:
    for number in sorted({*computed, *stated}):
        if computed.get(number, 0) != stated.get(number, 0):
            yield Tie(number, computed.get(number, 0), stated.get(number, 0))


def _closing(
    accounts: dict[str, SieAccount], opening: dict[str, int], moved: Mapping[str, int], closing: dict[str, int]
) -> Iterator[Tie]:
    numbers = {number for number in {*opening, *moved, *closing} if _on_balance_sheet(accounts, number)}
    computed = {number: opening.get(number, 0) + moved.get(number, 0) for number in numbers}
    return _compared(computed, {number: closing.get(number, 0) for number in numbers})


def _results(accounts: dict[str, SieAccount], moved: Mapping[str, int], result: dict[str, int]) -> Iterator[Tie]:
    numbers = {number for number in {*moved, *result} if not _on_balance_sheet(accounts, number)}
    computed = {number: moved.get(number, 0) for number in numbers}
    return _compared(computed, {number: result.get(number, 0) for number in numbers})


def check_ties(document: SieDocument, moved: Mapping[str, int], found: Gathering) -> None:
    """Report every account whose figures do not tie with each other and with the rows."""
    untied = _ties(document, moved)
    groups = ((SIE_CLOSING_DIFFERS, untied.closing), (SIE_RESULT_DIFFERS, untied.result))
    for code, differing in (*groups, (SIE_OPENING_DIFFERS, untied.opening)):
        for account, computed, stated in differing:
            found.add(code, account=shown(account), computed=amount_text(computed), stated=amount_text(stated))
    if untied.sum_ore and document.type in TYPES:
        found.add(SIE_NOT_CLOSED, amount=amount_text(untied.sum_ore))
