"""Questions to a book (frågor): arguments of any type are read before a method answers, and what they name is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from sifund_ledger.balance.figures.year_figures import OF_YEAR, year_kind
from sifund_ledger.fields.composed import YEARLY
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.kinds import AMOUNT, ANY_TEXT, DECISION, KRONOR, NOT_NEGATIVE, POSITIVE, YEAR, Kind
from sifund_ledger.findings import Finding
from sifund_ledger.funds.project.findings import PROJECT_UNKNOWN, THE_BOOK
from sifund_ledger.funds.repayment.claims import claim_unknown, repays_nothing
from sifund_ledger.funds.state.register import FundRegister, fund_faults

_KINDS: Final[dict[str, Kind]] = {
    **dict.fromkeys(("fund", "subfund", "project", "board"), ANY_TEXT),
    **dict.fromkeys(("year", "result_year", "budget_year", "first_year", "last_year"), YEAR),
    "frame": NOT_NEGATIVE,
    "other_costs": AMOUNT,
    "budget": POSITIVE,
    "budgets": YEARLY,
    "figures": year_kind(year=OF_YEAR),
    "grounds_decision": DECISION,
}

_P = ParamSpec("_P")
_R = TypeVar("_R")
_B = TypeVar("_B")


def reads(then: Callable[Concatenate[_B, _P], _R]) -> Callable[Concatenate[_B, _P], _R]:
    """Let a method have its arguments as they are read. Raises :class:`~sifund_ledger.Refused` with every fault."""

    names = then.__code__.co_varnames[1 : then.__code__.co_argcount]
    may_be_none = {name for name, default in (then.__kwdefaults__ or {}).items() if default is None}

    @wraps(then)
    def asked(book: Any, /, *args: Any, **values: Any) -> Any:
        given = {**dict(zip(names, args, strict=False)), **values}
        faults = Faults()
        for name, value in given.items():
            if name in _KINDS and not (value is None and name in may_be_none) and not _stands(book, name, value):
                with faults:
                    given[name] = _KINDS[name].read(value, f"{then.__name__}.{name}", KRONOR)
        if not faults:
            faults += _not_there(book._state.register, **given)
        faults.refuse()
        # What is too much is passed on, so that Python says so.
        return then(book, *args[len(names) :], **given)

    asked.checks_arguments = True  # type: ignore[attr-defined]
    return asked


def _stands(book: Any, name: str, value: object) -> bool:
    """Whether a name is that of a fund or a project as it is, also one that would not be let in today."""
    if name not in ("fund", "project") or not isinstance(value, str) or value.isprintable():
        return False
    register: FundRegister = book._state.register
    return value in register.policies if name == "fund" else register.project(value) is not None


def _not_there(
    register: FundRegister, fund: str | None = None, subfund: str | None = None, project: str | None = None,
    board: str | None = None, **_: object,
) -> list[Finding]:  # fmt: skip
    faults = [] if fund is None else fund_faults(register, fund, subfund or None)
    if project is not None and register.project(project) is None:
        faults.append(PROJECT_UNKNOWN.at(project or "project", fund=THE_BOOK, project=project))
    elif project is not None and board is not None and (project, board) not in register.claims:
        state = register.projects[project]
        faults += repays_nothing(register, state) or [claim_unknown(state, board)]
    return faults
