"""Only documented exceptions: whatever a public function is given, it answers, or refuses with place and remedy.

Every function, constructor and method that the public modules export is found (:mod:`models.public_surface`).
What is outside: ``Book.close``, since it closes the book; and where an object's own comparison fails.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from models.public_surface import KF, Call, World, calls

from sifund_ledger import Severity, SifundError, sek
from sifund_ledger.table import Table


class Unprintable:
    """What fails when it is asked what it is."""

    def __repr__(self) -> str:
        raise RuntimeError("it does not say")


ANY: tuple[Any, ...] = (
    None, True, 0, -1, 10**400, 0.5, float("nan"), float("inf"), Decimal("NaN"), Decimal("sNaN"), Decimal("1e999999"),
    Fraction(1, 3), "", "a\0b", "\ud800", "2014", "social", b"\xff", [], [1], [[]], {}, {"a": 1}, {1: None}, (), (1, 2),
    set(), date(1, 1, 1), date(9999, 12, 31), datetime(2014, 1, 1), Severity.ERROR, Unprintable(), object(), int, len,  # noqa: DTZ001
    sek(5), KF,
)  # fmt: skip
"""Values of any type, some at the edge of it."""
DOCUMENTED = {
    "sifund_ledger.Citation.in_year": TypeError,
    "sifund_ledger.audit.AuditReport.text": ValueError,  # what the function raises that is given to it
    "sifund_ledger.round_ore": ValueError,
    "sifund_ledger.split": ValueError,
}
"""What says in its docstring that it raises another exception: it stands below what refuses."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    was, folder = Path.cwd(), tmp_path_factory.mktemp("world")
    os.chdir(folder)  # a text may be taken for a path
    yield World(folder)
    os.chdir(was)


@pytest.fixture(scope="module")
def every_call(world: World) -> list[Call]:
    return [call for call in calls(world) if not call.name.endswith(".Book.close")]


def outcome(world: World, call: Call, odd: inspect.Parameter, value: object) -> str:
    """``returned`` or ``refused``; fails with anything else."""
    args: list[Any] = []
    named: dict[str, Any] = {}
    for each in call.parameters:
        given = value if each is odd else world.argument(each)
        if each.kind is each.KEYWORD_ONLY:
            named[each.name] = given
        elif each.kind is each.VAR_KEYWORD:
            named |= {"presentation": given} if each is odd else {}
        elif each.kind is not each.VAR_POSITIONAL or each is odd:
            args.append(given)
    try:
        answer = call.made()(*args, **named)
        if isinstance(answer, Iterator):
            list(islice(answer, 1000))
        if isinstance(answer, Table):
            answer.text()
    except SifundError as refusal:
        for finding in getattr(refusal, "findings", ()):
            assert finding.in_language("sv")[0], finding
            assert finding.remedy or finding.severity is not Severity.ERROR
            assert finding.place or value == ""  # a file without a name has none to tell
        return "refused"
    except DOCUMENTED.get(call.name, ()):
        return "refused"
    return "returned"


def failures(world: World, tried: list[tuple[Call, inspect.Parameter, object]]) -> list[str]:
    """What neither answers nor refuses."""
    found = []
    for call, parameter, value in tried:
        try:
            outcome(world, call, parameter, value)
        except Exception as failure:
            found.append(f"{call.name}({parameter.name}={type(value).__name__}): {failure!r:.120}")
    return found


def test_every_public_call_answers_or_refuses_an_odd_value(world: World, every_call: list[Call]) -> None:
    each = [(call, parameter) for call in every_call for parameter in call.parameters]
    tried = [(*pair, ANY[(7 * number + step) % len(ANY)]) for number, pair in enumerate(each) for step in range(3)]
    assert len(tried) > 1500
    assert failures(world, tried) == []


@pytest.mark.slow
def test_every_public_call_answers_or_refuses_every_odd_value(world: World, every_call: list[Call]) -> None:
    tried = [(call, parameter, value) for call in every_call for parameter in call.parameters for value in ANY]
    assert failures(world, tried) == []


def test_what_fits_is_answered(world: World, every_call: list[Call]) -> None:
    """Two calls in three go through with the world's own arguments: else nothing above were tried beyond the door."""
    answered = 0
    for call in every_call:
        parameter = call.parameters[0]
        answered += outcome(world, call, parameter, world.argument(parameter)) == "returned"
    assert 3 * answered > 2 * len(every_call)
