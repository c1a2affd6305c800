"""A simulated municipality's general ledger (simulerad huvudbok): seeded, so the same seed gives the same files.

Accounts of five and six digits, six dimensions, counterparties, class 8 as in Kommun-Bas, two years that hang
together. It is made of SIE values alone and knows what its figures are, so that reading it can be checked.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sifund_ledger.exchange.sie.document import (
    SieAccount,
    SieBalance,
    SieDimension,
    SieDocument,
    SieObject,
    SieRow,
    SieVoucher,
)
from sifund_ledger.exchange.sie.records.tokens import SieRecord

DIMENSIONS: Final = {
    "1": "Ansvar", "6": "Projekt", "20": "Verksamhet", "21": "Motpart", "22": "Aktivitet", "23": "Objekt"
}  # fmt: skip
_ACCOUNTS: Final = (
    SieAccount("19300", "Bank", "T"),
    SieAccount("15100", "Kundfordringar", "T"),
    SieAccount("110100", "Mark och byggnader", "T"),
    SieAccount("20100", "Eget kapital", "S"),
    SieAccount("20710", "Öronmärkt: sociala investeringar", "S"),
    SieAccount("20900", "Årets resultat", "S"),
    SieAccount("24400", "Leverantörsskulder", "S"),
    SieAccount("30100", "Taxor och avgifter", "I"),
    SieAccount("38100", "Realisationsvinster", "I"),
    SieAccount("50110", "Löner", "K"),
    SieAccount("61100", "Lokalhyror", "K"),
    SieAccount("463200", "Köp av huvudverksamhet", "K"),
    SieAccount("80110", "Kommunalskatt", "I"),
    SieAccount("82100", "Generella statsbidrag", "I"),
    SieAccount("85100", "Räntekostnader", "K"),
)
ROLES: Final = """
[accounts]
equity = ["20*"]
result_of_year = ["20900"]
taxes_and_grants = ["80*", "82*", "83*"]
realised_gains = ["38100"]
[accounts.earmark]
social = ["20710"]
[dimensions]
responsibility = "1"
project = "6"
activity = "20"
counterparty = "21"
"""
"""The roles of the simulated accounts, as a file of the municipality's would have them."""
_WEIGHTS: Final = {
    "15100": 5, "110100": 2, "24400": 5, "30100": 15, "38100": 1, "50110": 50, "61100": 15, "463200": 20,
    "80110": 45, "82100": 25, "85100": 3,
}  # fmt: skip
"""How often an account is posted on; equity is not, but for what the council earmarks in December."""
_TEXTS: Final = ("Löner", "Läromedel", 'Hyra kv "Ängen"', "Placering HVB", "Skatteintäkter", "Återföring § 12")


@dataclass(frozen=True)
class SimulatedYear:
    """One year's export, and what it amounts to, öre: closing balances by account, costs by project, counterparties."""

    document: SieDocument
    closing: dict[str, int]
    projects: dict[str, int]
    counterparties: dict[str, int]

    @property
    def net_result(self) -> int:
        """The result, a surplus positive."""
        return -sum(ore for number, ore in self.closing.items() if self.document.accounts[number].kind in "KI")


def municipal_ledger(
    seed: int = 7, *, first_year: int = 2022, years: int = 2, vouchers: int = 300
) -> list[SimulatedYear]:
    """The exports of some years (SIE 4E), each opening with the closing balances of the one before.

    >>> first, second = municipal_ledger(vouchers=20)
    >>> first.closing["19300"] == second.document.balance_of("IB", "19300")
    True
    """
    rnd = random.Random(seed)
    opening = {"19300": 40_000_000_00, "110100": 900_000_000_00, "20100": -925_000_000_00, "20710": -15_000_000_00}
    made: list[SimulatedYear] = []
    for year in range(first_year, first_year + years):
        made.append(_year(rnd, year, opening, vouchers))
        closing = made[-1].closing
        opening = {number: ore for number, ore in closing.items() if made[-1].document.accounts[number].kind in "TS"}
        opening["20100"] = opening.get("20100", 0) - made[-1].net_result  # last year's result joins equity
    return made


def _year(rnd: random.Random, year: int, opening: dict[str, int], count: int) -> SimulatedYear:
    accounts = {account.number: account for account in _ACCOUNTS}
    codes = {number: [f"{number}{index:03d}" for index in range(12)] for number in DIMENSIONS}
    closing, projects, counterparties = dict(opening), dict[str, int](), dict[str, int]()
    made: list[SieVoucher] = []
    for index in range(count):
        day = date(year, 1, 1) + timedelta(days=index * 365 // count)
        rows = [_row(rnd, codes) for _ in range(rnd.choice((1, 1, 2, 3, 5)))]
        rest = -sum(row.ore for row in rows)
        if rest:
            rows.append(SieRow("19300", rest))
        if index == count - 1:
            earmarked = rnd.randint(1, 9) * 1_000_000_00
            rows += [SieRow("20100", earmarked), SieRow("20710", -earmarked)]
        for row in rows:
            objects = dict(row.objects)
            closing[row.account] = closing.get(row.account, 0) + row.ore
            if "6" in objects and accounts[row.account].kind in "KI":
                projects[objects["6"]] = projects.get(objects["6"], 0) + row.ore
            counterparties[objects.get("21", "")] = counterparties.get(objects.get("21", ""), 0) + row.ore
        made.append(SieVoucher("LEV" if index % 3 else "A", str(index + 1), f"{day:%Y%m%d}", rnd.choice(_TEXTS), rows))
    document = SieDocument(
        type="4E",
        records=_records(year),
        accounts=accounts,
        dimensions={number: SieDimension(number, name) for number, name in DIMENSIONS.items()},
        objects=_objects(codes),
        balances=_balances(accounts, opening, closing),
        vouchers=made,
    )  # fmt: skip
    return SimulatedYear(document, closing, projects, counterparties)


def _objects(codes: dict[str, list[str]]) -> dict[tuple[str, str], SieObject]:
    pairs = [(number, code) for number, listed in codes.items() for code in listed]
    return {pair: SieObject(*pair, f"{DIMENSIONS[pair[0]]} {pair[1]}") for pair in pairs}


def _row(rnd: random.Random, codes: dict[str, list[str]]) -> SieRow:
    number = rnd.choices([*_WEIGHTS], [*_WEIGHTS.values()])[0]
    account = next(each for each in _ACCOUNTS if each.number == number)
    amount = rnd.randint(1, 5_000_000_00)
    dimensions = sorted(rnd.sample(sorted(codes), rnd.randint(0, 6)), key=int)
    objects = tuple((number, rnd.choice(codes[number])) for number in dimensions)
    return SieRow(account.number, -amount if account.kind in "SI" else amount, objects, "", rnd.choice(("", *_TEXTS)))


def _records(year: int) -> list[SieRecord]:
    return [
        SieRecord("PROGRAM", ("Simulerad ekonomi", "1")),
        SieRecord("GEN", (f"{year + 1}0115",)),
        SieRecord("FNAMN", ("Provköpings kommun",)),
        SieRecord("ORGNR", ("212000-0000",)),
        SieRecord("RAR", ("0", f"{year}0101", f"{year}1231")),
        SieRecord("RAR", ("-1", f"{year - 1}0101", f"{year - 1}1231")),
    ]


def _balances(accounts: dict[str, SieAccount], opening: dict[str, int], closing: dict[str, int]) -> list[SieBalance]:
    balances = [SieBalance("IB", 0, number, ore) for number, ore in sorted(opening.items())]
    for number, ore in sorted(closing.items()):
        balances.append(SieBalance("UB" if accounts[number].kind in "TS" else "RES", 0, number, ore))
    return balances
