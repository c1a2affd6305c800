"""A mutant on trial (prövning): before tests that are collected once, each portion of them in a process of its own.

What a function does is changed in the functions that are there; what is made when a module is imported is changed
there, before it is, and for that pytest begins anew.
"""

from __future__ import annotations

import ast
import gc
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Sequence
from importlib.machinery import SourceFileLoader
from inspect import CO_NEWLOCALS
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

import pytest

from tests.mutations.changes import Change, changes_of
from tests.mutations.reach import KEPT, ROOT, Reach

_FIRST, _NEXT = 30, 300
"""How many tests a mutant meets first, and then; nearly all die of the first."""
_PASSED, _NO_TESTS, _NOT_MADE = 0, 5, 77
Codes = dict[CodeType, CodeType]


class Mutant(NamedTuple):
    """A module's path from the root, and the number of its change."""

    path: str
    number: int

    @property
    def file(self) -> Path:
        """The file of the module."""
        return ROOT / self.path

    def change(self) -> tuple[ast.Module, Change]:
        """The module's tree, unchanged, and the change to make in it."""
        tree = ast.parse(self.file.read_text())
        return tree, changes_of(tree)[self.number]

    def compiled(self) -> CodeType:
        """The changed module. Raises ``SyntaxError`` where that is none."""
        tree, change = self.change()
        change.make()
        return compile(ast.fix_missing_locations(tree), str(self.file), "exec")

    def functions(self) -> Codes | None:
        """What changed functions do, by what they did; ``None`` where more than functions changes."""
        return _functions(compile(self.file.read_text(), str(self.file), "exec"), self.compiled())


def _functions(old: CodeType, new: CodeType) -> Codes | None:
    if old == new:
        return {}
    if old.co_flags & CO_NEWLOCALS:
        run_already = old.co_name.endswith("comp>") or old.co_name == "<genexpr>"  # where the module was imported
        return None if run_already or old.co_freevars != new.co_freevars else {old: new}
    if _apart(old) != _apart(new):
        return None
    changed: Codes = {}
    for before, after in zip(_inner(old), _inner(new), strict=True):
        inner = _functions(before, after)
        if inner is None:
            return None
        changed |= inner
    return changed


def _inner(code: CodeType) -> list[CodeType]:
    return [each for each in code.co_consts if isinstance(each, CodeType)]


def _apart(code: CodeType) -> CodeType:
    return code.replace(co_consts=tuple(None if isinstance(each, CodeType) else each for each in code.co_consts))


class Trial:
    """A mutant before its tests, a portion at a time, until one of them fails or the patience is out.

    Without a mutant, the tests are tried themselves.
    """

    def __init__(self, mutant: Mutant | None, tests: Sequence[str], reach: Reach, patience: float) -> None:
        self.mutant, self.killer, self.seconds = mutant, "", 0.0
        self._reach, self._rest = reach, [*tests]
        self._left, self._size = patience, _FIRST
        self._started = time.monotonic()

    def begin(self, run: Callable[[Mutant | None, Sequence[str]], int]) -> int:
        """Run the next portion in a process of its own, whose number is given; 0 where there is none."""
        portion = self._portion()
        if not portion:
            return 0
        process = os.fork()
        if process:
            return process
        limit = 30 + round(10 * self._reach.seconds(portion))
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))  # of its own time: the machine may be busy
        signal.alarm(20 * limit)
        code = 1
        try:
            code = run(self.mutant, portion)
        finally:
            os._exit(code)

    def _portion(self) -> list[str]:
        portion: list[str] = []
        while self._rest and len(portion) < self._size:
            seconds = self._reach.seconds(self._rest[:1])
            if portion and seconds > self._left:
                self._rest.clear()
                break
            self._left -= seconds
            portion.append(self._rest.pop(0))
        self._size = _NEXT
        return portion

    def ended(self, process: int, status: int) -> bool:
        """Whether the trial is over by what a process has shown."""
        self.seconds = time.monotonic() - self._started
        code, noted = os.waitstatus_to_exitcode(status), KEPT / f"failed.{process}"
        if noted.exists():
            self.killer = noted.read_text()
            noted.unlink()
        elif code == _NOT_MADE:
            self.killer = "not made"
        elif code not in (_PASSED, _NO_TESTS):
            self.killer = "time" if code < 0 else "import"  # it ran for too long, or could not be imported
        return bool(self.killer)


class _Tests:
    """The tests asked for, in their order; of what hypothesis finds, the first failure is enough."""

    def __init__(self, tests: Sequence[str] = ()) -> None:
        self._tests = tests

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self) -> None:
        """Let hypothesis look for no smaller example of what fails."""
        import hypothesis  # not before pytest has made its assertions speak

        phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
        hypothesis.settings.register_profile("mutations", phases=phases, report_multiple_bugs=False)
        hypothesis.settings.load_profile("mutations")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Keep what is asked for."""
        if self._tests:
            known = {item.nodeid: item for item in items}
            items[:] = [known[test] for test in self._tests if test in known]

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Note which test fails."""
        if report.failed:
            (KEPT / f"failed.{os.getpid()}").write_text(report.nodeid)


class _Session(_Tests):
    """Tests collected once, for what is tried in processes that begin there."""

    def __init__(self, body: Callable[[Callable[..., int]], None]) -> None:
        super().__init__()
        self._body = body

    def pytest_runtestloop(self, session: Any) -> bool:
        """Hand the body how tests are run on a mutant of functions."""
        known = {item.nodeid: item for item in session.items}
        reporter = session.config.pluginmanager.get_plugin("terminalreporter")

        def run(mutant: Mutant | None, tests: Sequence[str]) -> int:
            session.config.pluginmanager.unregister(reporter)
            if mutant is not None and not _replaced(mutant.functions() or {}):
                return _NOT_MADE
            items = [known[test] for test in tests if test in known]
            for item, following in zip(items, [*items[1:], None], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if (KEPT / f"failed.{os.getpid()}").exists():
                    return 1
            return _PASSED

        self._body(run)
        return True


def _replaced(codes: Codes) -> int:
    """How many functions do something else from here on."""
    files, replaced = {code.co_filename for code in codes}, 0
    for each in gc.get_objects():
        if type(each) is FunctionType and each.__code__.co_filename in files and each.__code__ in codes:
            each.__code__ = codes[each.__code__]
            replaced += 1
    return replaced


_OPTIONS = ("-x", "-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov")


def in_session(files: Sequence[str], body: Callable[[Callable[..., int]], None]) -> None:
    """Collect the tests of files, and let a body try mutants of functions on them."""
    _prepare()
    pytest.main([*_OPTIONS, *files], plugins=[_Session(body)])


def by_import(mutant: Mutant | None, tests: Sequence[str]) -> int:
    """Run tests where a module is compiled from its changed tree; how pytest ends."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    _prepare()
    if mutant is not None:
        code, file, as_written = mutant.compiled(), str(mutant.file), SourceFileLoader.get_code

        def get_code(self: SourceFileLoader, name: str) -> Any:
            return code if self.path == file else as_written(self, name)

        SourceFileLoader.get_code = get_code  # type: ignore[method-assign,assignment]
    files = dict.fromkeys(test.partition("::")[0] for test in tests)
    return pytest.main([*_OPTIONS, *files], plugins=[_Tests(tests)])


def _prepare() -> None:
    os.environ["CI"] = "true"  # the same examples each time
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    sys.dont_write_bytecode = True
