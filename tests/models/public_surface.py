"""The public surface, walked (publik yta): every function, constructor and method, and a world to call them in.

Nothing is listed by hand but the public modules: what they export is found, and things to call methods on are found by
going from a few roots through what they have and return.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from sifund_ledger import (
    Book,
    Decision,
    ExceptionalGround,
    OpeningDeficit,
    OwnRow,
    SifundError,
    YearFigures,
    balance_requirement,
    open_book,
    presets,
    sek,
)
from sifund_ledger.audit import ChangedAmount, audit, audit_printed, compare_books
from sifund_ledger.balance import BudgetTest, Comparison, PrintedTable
from sifund_ledger.exchange import (
    booked_rows,
    budget_lines,
    export_vouchers,
    given_ledger,
    parse_csv_mapping,
    parse_event_rows,
    parse_events,
    parse_figures,
    parse_mapping,
    parse_printed,
    parse_roles,
    read_general_ledger,
)
from sifund_ledger.exchange.sie import SieDocument, SiePeriodBalance, read_sie, ties
from sifund_ledger.findings import Bilingual
from sifund_ledger.general_ledger import propose_figures, reconcile
from sifund_ledger.law import calendar, differences, regime_of
from sifund_ledger.law.budget import BUDGET
from sifund_ledger.report import Labels, year_report

MODULES = (
    "sifund_ledger",
    "sifund_ledger.audit",
    "sifund_ledger.balance",
    "sifund_ledger.catalogue",
    "sifund_ledger.exchange",
    "sifund_ledger.exchange.sie",
    "sifund_ledger.general_ledger",
    "sifund_ledger.law",
    "sifund_ledger.ledger",
    "sifund_ledger.report",
    "sifund_ledger.year_end",
)
"""The modules whose names are public."""
DATA = Path(__file__).parents[1] / "data"
KF = Decision.parse("KF 2013-04-22 § 45")
COLUMNS = """
rows = "events"
source = "Results"
columns = { year = "Year", amount = "Result" }
fixed = { do = "record_result" }
"""
EVENTS = """
[[event]]
do = "record_result"
year = 2014
amount = "5"
decision = "KF 2015-04-28 § 31"
"""
MAPPING = """
[accounts]
free_equity = "20100"
fund_available = "20700"
fund_committed = "20720"
"""


FITTING: dict[str, Any] = {
    **dict.fromkeys(("year", "first_year", "deficit_year"), 2013),
    **dict.fromkeys(("of_year", "result_year"), 2012),
    "fund": "social", "project": "Tidigt", "subfund": "", "board": "SN", "budget_year": 2015, "last_year": 2016,
    "to": 2020, "year_a": 2023, "year_b": 2024, "amount": 5, "decision": KF, "reason": "därför", "name": "x",
    "period_end": date(2020, 8, 31), "text": "KF 2013-04-22 § 45", "code": "result_after_adjustments",
    "key": "net_result", "reserve": "result_reserve", "label": "TRANS", "account": "1930", "dimension": "1",
    "index": 0, "seq": 3, "digest": b"abc", "place": "p", "entity": "Exempelkommunen", "state": "decided",
    "language": "sv", "unit": "kr", "rooms": (), "programme": "ale", "stage": "idea", "marks": [], "events": [],
}  # fmt: skip
"""What parameters take, by name."""
_GUESSES: dict[str, Any] = {
    "int": 1, "str": "x", "bytes": b"x", "date": date(2014, 1, 1), "datetime": datetime(2014, 1, 1, tzinfo=UTC),
    "Callable": len, "Mapping": {}, "dict": {},
}  # fmt: skip


_WORDS = Bilingual("Rad", "Row")


def public_names() -> Iterator[tuple[str, Any]]:
    """Every public name with what it stands for, each thing once."""
    seen = set()
    for module in map(import_module, MODULES):
        own = [
            name
            for name, value in vars(module).items()
            if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__
        ]
        for name in getattr(module, "__all__", own):
            value = getattr(module, name)
            if id(value) not in seen:
                seen.add(id(value))
                yield f"{module.__name__}.{name}", value


def _is_error(value: object) -> bool:
    return inspect.isclass(value) and issubclass(value, BaseException)


def public_classes() -> list[type]:
    """The public classes, but for errors."""
    return [value for _, value in public_names() if inspect.isclass(value) and not _is_error(value)]


@dataclass(frozen=True)
class Call:
    """Something public that can be called: its name, how it is had anew, and its parameters."""

    name: str
    made: Callable[[], Callable[..., Any]]
    parameters: tuple[inspect.Parameter, ...]

    def __repr__(self) -> str:
        return self.name


def _parameters(function: Any) -> tuple[inspect.Parameter, ...]:
    return tuple(inspect.signature(function).parameters.values())


def _from_outside(declared: type) -> Iterator[str]:
    """The names of a class's own public methods, and not what a tuple or a text has."""
    for name, member in inspect.getmembers_static(declared):
        given = any(name in vars(base) for base in declared.__mro__ if base.__module__.startswith("sifund_ledger"))
        if not name.startswith("_") and given and not isinstance(member, property):
            yield name


def _itself(value: Any) -> Any:
    return value


def _method(world: World, declared: type, name: str) -> Callable[..., Any]:
    return getattr(world.of(declared), name)  # type: ignore[no-any-return]  # as Python gives it


def calls(world: World) -> list[Call]:
    """Every public call with at least one parameter; methods on things of the world."""
    found = []
    for name, value in public_names():
        if inspect.isclass(value) and not _is_error(value):
            if not issubclass(value, Enum) and value is not Book:
                found.append(Call(name, partial(_itself, value), _parameters(value)))
            for method in _from_outside(value):
                static = inspect.getattr_static(value, method)
                if isinstance(static, classmethod | staticmethod):
                    bound = partial(getattr, value, method)
                elif callable(static):
                    bound = partial(_method, world, value, method)
                else:
                    continue
                found.append(Call(f"{name}.{method}", bound, _parameters(bound())))
        elif inspect.isfunction(value):
            found.append(Call(name, partial(_itself, value), _parameters(value)))
    return [call for call in found if call.parameters]


def furnished_book() -> Book:
    """A book with equity, results, funds with and without repayment, projects, a measured effect, a closed year."""
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2018, 6, 30, tzinfo=UTC))
    book.open_equity(2010, sek(1000), opening_deficits=[], decision=KF)
    for year, result in ((2011, 18), (2012, 4), (2013, -3)):
        book.record_result(year, sek(result))
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    book.set_aside("social", sek(10), result_year=2011, decision=KF)
    book.grant("social", "Navigator", sek(4), board="BUN", financing="ur fonden", decision=KF)
    revolving = presets.reversal_textbook.choose(clawback_mode="automatic_plan")
    book.create_fund("återföring", policy=revolving, decision=KF)
    later = Decision.parse("KF 2014-04-28 § 31")
    book.open_fund("återföring", sek(10), year=2013, decision=KF)
    book.grant("återföring", "Tidigt", sek(2), board="BUN", financing="ur fonden", plan={"SN": {2017: sek(2)}},
               decision=later)  # fmt: skip
    book.close_year(2011, decision=Decision.parse("KF 2012-04-28 § 30"))
    return book


class World:
    """Things to call methods on and to give as arguments, found from a few roots."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.book = furnished_book()
        ground = ExceptionalGround(amount=sek(1), deficit_year=2013, reason="Brand", decision=KF)
        row = OwnRow(label="Egen rad", amount=sek(1))
        figures = YearFigures(year=2013, net_result=sek(-3), exceptional_grounds=(ground,))
        sie = DATA / "sie" / "liten-kommun-2013.se"
        roles = parse_roles((DATA / "sie" / "roller.toml").read_bytes())
        ledger = read_general_ledger(sie)
        document = read_sie(sie)
        mapping = parse_mapping(MAPPING)
        columns = parse_csv_mapping(COLUMNS)
        statement = balance_requirement([YearFigures(year=2015, net_result=sek(5), taxes_and_grants=sek(900))])
        of_2015, records = statement.year(2015), list(self.book.records())
        printed = PrintedTable((("result_after_adjustments", 100),))
        roots = [
            reconcile(booked_rows(records, [2013], mapping), ledger, own={"2071"}, shared={"2010"}),
            given_ledger(ledger, mapping, roles),
            Comparison(main=of_2015), printed, *printed.differences(of_2015), statement.explain("remaining_result"),
            budget_lines(records, 2017), export_vouchers(records, 2013, mapping), ties(document), *BUDGET,
            differences(2023, 2024), calendar(2024), regime_of(2024), *ledger.each_voucher(),
            SieDocument(period_balances=[SiePeriodBalance("PSALDO", 0, "201301", "1930", 5)]),
            BudgetTest(year=2015, result_ore=1, reserves_ore=0, grounds_ore=0, grounds_invoked=False),
            columns, parse_event_rows(b"Year;Result\n2014;5\n", columns),
            self.book, ground, row, figures, OpeningDeficit(year=2009, left=sek(1)), roles, ledger, document, mapping,
            propose_figures(ledger, roles), statement, self.book.year_end(2013, figures), self.book.statement(2013),
            parse_figures((DATA / "figures" / "every-key.toml").read_bytes()), parse_events(EVENTS),
            Labels({"statement": {"net_result": "Resultat"}}), year_report(self.book, 2013),
            self.book.fund("social"), self.book.project("Tidigt"), *records, presets.sundsvall_2016, ledger._columns,
            audit(self.book), compare_books(self.book, self.book), ChangedAmount(2013, _WORDS, _WORDS, 1, 2, (3,)),
            audit_printed(parse_printed("mkr;2015\nÅrets resultat;5\nBalanskravsresultat;5\n")),
        ]  # fmt: skip
        self.found: dict[type, Any] = {}
        self._wanted = set(public_classes())
        self._walk(roots)

    def of(self, declared: type) -> Any:
        """A thing of a class."""
        return self.found[declared]

    def argument(self, parameter: inspect.Parameter) -> Any:
        """A value that fits a parameter: what is said to, its default, a thing of the class it asks for, or a guess."""
        if parameter.name in FITTING:
            return FITTING[parameter.name]
        if parameter.default is not parameter.empty:
            return parameter.default
        asked = str(parameter.annotation)
        words = set(re.findall(r"\w+", asked))
        for declared in self._wanted & self.found.keys():
            if declared.__name__ in words:
                thing = self.found[declared]
                return [thing] if words & {"Iterable", "Sequence", "tuple", "list"} else thing
        return next((value for word, value in _GUESSES.items() if word in words), [])

    def _walk(self, things: list[Any]) -> None:
        seen = set()
        while things:
            thing = things.pop(0)
            if id(thing) in seen or isinstance(thing, str | int | float | None | type | Decimal | Fraction | date):
                continue
            seen.add(id(thing))
            for base in type(thing).__mro__:
                self.found.setdefault(base, thing)
            if isinstance(thing, dict):
                things += list(thing.values())[:3]
            if isinstance(thing, list | tuple):
                things += list(thing)[:40]
            if type(thing).__module__.startswith("sifund_ledger"):
                things += [part for part in self._parts(thing) if len(seen) < 5000]

    @staticmethod
    def _parts(thing: Any) -> Iterator[Any]:
        for name in dir(thing):
            if name.startswith("_") or name in ("close", "post"):
                continue
            with suppress(SifundError):
                part = getattr(thing, name)
                if inspect.ismethod(part) and all(each.default is not each.empty for each in _parameters(part)):
                    part = part()
                    part = list(islice(part, 5)) if isinstance(part, Iterator) else part
                if not callable(part):
                    yield part
