"""Where values come in from outside (gräns): they are held against the annotations before anything is done with them.

:func:`checked` does it for a function, :func:`checked_methods` for what a class offers, :func:`checked_names` for the
functions that a package exports, :func:`check_fields` for a value that is made. What does not fit is refused with its
place, all of it at once, and never fails inside. What the library calls itself, many times over, stays bare. To let
another annotation be checked, add it to ``_check_of``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache, wraps
from inspect import Parameter, signature
from itertools import chain, cycle, islice
from operator import is_
from types import FunctionType, NoneType, UnionType
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from sifund_ledger.errors import ArgumentRefused, NotFound
from sifund_ledger.findings import Bilingual, Finding, declared, error, shown

ARGUMENT_UNFIT = error(
    "{value} är inte {wanted}.",
    "{value} is not {wanted}.",
    "Ge {wanted} i stället.",
    "Give {wanted} instead.",
)
NAME_UNKNOWN = error(
    "{name} är okänt.",
    "{name} is unknown.",
    "Använd ett av: {known}.",
    "Use one of: {known}.",
)
CODES = declared(globals())

_Called = TypeVar("_Called", bound=Callable[..., Any])
_Class = TypeVar("_Class", bound=type)
_Check = Callable[[Any, str], Any]
"""Gives the value as the function is to have it, or raises :class:`~sifund_ledger.errors.ArgumentRefused`."""

_WORDS: Final[dict[Any, Bilingual]] = {
    str: Bilingual("en text", "a text"),
    bytes: Bilingual("en följd av byte", "bytes"),
    bool: Bilingual("sant eller falskt", "true or false"),
    int: Bilingual("ett heltal", "a whole number"),
    float: Bilingual("ett tal", "a number"),
    date: Bilingual("en dag", "a day"),
    datetime: Bilingual("en tidpunkt", "a point in time"),
    Iterable: Bilingual("en lista", "a list"),
    Mapping: Bilingual("en tabell", "a table"),
    Callable: Bilingual("en funktion", "a function"),
}
_NARROWER: Final[dict[type, type]] = {int: bool, float: bool, date: datetime}
"""What Python takes for a whole number or a day, and no reader does."""
_MOST_FAULTS: Final = 50
"""How many faults of one list are reported."""
_NONE: Final = Bilingual("(inget finns)", "(none)")
_MOST_NAMES: Final = 20
"""How many of the known names are listed."""
_Found = TypeVar("_Found")


def looked_up(known: Mapping[Any, _Found], name: Any, place: str) -> _Found:
    """The value under a name. Raises :class:`~sifund_ledger.errors.NotFound` for an unknown name.

    >>> looked_up({"BUN": 5}, "SN", "claim.board")
    Traceback (most recent call last):
        ...
    sifund_ledger.errors.NotFound: claim.board: NAME_UNKNOWN: 'SN' is unknown.
      remedy: Use one of: BUN.
    """
    if isinstance(name, str) and name in known:
        return known[name]
    names = [*map(str, islice(known, _MOST_NAMES)), *["…"][: len(known) > _MOST_NAMES]]
    raise NotFound([NAME_UNKNOWN.at(place, name=shown(name), known=", ".join(names) or _NONE)])


def _unfit(value: object, wanted: Bilingual, place: str) -> ArgumentRefused:
    return ArgumentRefused([ARGUMENT_UNFIT.at(place, value=shown(value), wanted=wanted)])


def _anything(value: Any, place: str) -> Any:
    return value


def _of_class(wanted: type) -> _Check:
    words = _WORDS.get(wanted) or Bilingual(f"ett värde av typen {wanted.__name__}", f"a value of {wanted.__name__}")
    narrower = _NARROWER.get(wanted)
    taken = (int, float) if wanted is float else wanted

    def check(value: Any, place: str) -> Any:
        if not isinstance(value, taken) or (narrower and isinstance(value, narrower)):
            raise _unfit(value, words, place)
        return value

    return check


def _one_of(words: Sequence[Any], made: Callable[[Any], Any]) -> _Check:
    listed = ", ".join(map(str, words))
    wanted = Bilingual(f"något av {listed}", f"one of {listed}")

    def check(value: Any, place: str) -> Any:
        if not isinstance(value, str | int) or value not in words:
            raise _unfit(value, wanted, place)
        return made(value)

    return check


def _any_of(parts: Sequence[Any]) -> _Check:
    checks, plain = [_check_of(part) for part in parts], {part for part in parts if isinstance(part, type)}

    def check(value: Any, place: str) -> Any:
        if type(value) in plain:  # the first to be asked would make a refusal for the second's sake
            return value
        refusals = []
        for each in checks:
            try:
                return each(value, place)
            except ArgumentRefused as refusal:
                refusals.append(refusal)
        raise refusals[0]

    return check


def _or_none(check: _Check) -> _Check:
    return lambda value, place: None if value is None else check(value, place)


def _are_of(values: Iterable[object], hint: object) -> bool:
    """Whether values are of the very class that is asked for, so that none of them needs a check of its own."""
    return set(map(type, values)) <= {hint}


def _each(hint: Any) -> _Check:
    part = _check_of(hint)

    def check(value: Any, place: str) -> Any:
        if isinstance(value, str | bytes | type) or not isinstance(value, Iterable):
            raise _unfit(value, _WORDS[Iterable], place)
        # What can be gone through once is kept, as the function goes through it too; the rest stays what it is.
        kept = value if isinstance(value, Collection) else tuple(value)
        if _are_of(kept, hint):
            return kept
        read = _gathered((each, f"{place}[{number}]", part) for number, each in enumerate(kept, 1))
        return kept if all(map(is_, kept, read)) else tuple(read)

    return check


def _mapped(of_keys: Any, of_parts: Any) -> _Check:
    key, part = _check_of(of_keys), _check_of(of_parts)

    def check(value: Any, place: str) -> Any:
        if not isinstance(value, Mapping):
            raise _unfit(value, _WORDS[Mapping], place)
        if _are_of(value, of_keys) and _are_of(value.values(), of_parts):
            return value
        keys = _gathered((name, place, key) for name in value)
        parts = _gathered((each, f"{place}.{name}", part) for name, each in value.items())
        return value if all(map(is_, value.values(), parts)) else dict(zip(keys, parts, strict=True))

    return check


def _in_order(parts: Sequence[_Check]) -> _Check:
    def check(value: Any, place: str) -> Any:
        if not isinstance(value, tuple | list) or len(value) != len(parts):
            raise _unfit(value, _WORDS[Iterable], place)
        return tuple(part(each, place) for part, each in zip(parts, value, strict=True))

    return check


def _gathered(values: Iterable[tuple[Any, str, _Check]]) -> list[Any]:
    """Values as their checks give them. Raises :class:`~sifund_ledger.errors.ArgumentRefused` with every fault."""
    read: list[Any] = []
    faults: list[Finding] = []
    for value, place, check in values:
        try:
            read.append(check(value, place))
        except ArgumentRefused as refusal:
            faults += refusal.findings
            if len(faults) >= _MOST_FAULTS:
                break
    if faults:
        raise ArgumentRefused(faults)
    return read


def _function(value: Any, place: str) -> Any:
    if not callable(value):
        raise _unfit(value, _WORDS[Callable], place)
    return value


def _with_methods(protocol: type) -> _Check:
    """What has the methods of a protocol: a store of one's own, what has words in each language."""
    methods = [name for name in vars(protocol) if not name.startswith("_")]
    words = Bilingual(
        f"ett värde som gör vad {protocol.__name__} ska", f"a value that does what {protocol.__name__} is to"
    )

    def check(value: Any, place: str) -> Any:
        if isinstance(value, type) or not all(hasattr(value, name) for name in methods):
            raise _unfit(value, words, place)
        return value

    return check


@cache
def _check_of(hint: Any) -> _Check:
    """How values of an annotation are checked."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _check_of(parts[0])
    if origin in (Union, UnionType):
        some = [part for part in parts if part is not NoneType]
        check = _check_of(some[0]) if len(some) == 1 else _any_of(some)
        return _or_none(check) if NoneType in parts else check
    if origin is Literal:
        return _one_of(parts, lambda word: word)
    if isinstance(hint, TypeVar):
        return _check_of(hint.__bound__) if hint.__bound__ else _anything
    if origin is tuple and parts[-1:] != (...,):
        return _in_order([_check_of(part) for part in parts])
    if origin is Callable:
        return _function
    wanted = origin or hint
    if not isinstance(wanted, type) or wanted in (object, Any):
        return _anything
    if getattr(wanted, "_is_protocol", False):
        return _function if "__call__" in vars(wanted) else _with_methods(wanted)
    if issubclass(wanted, Mapping) and parts:
        return _mapped(*parts)
    if issubclass(wanted, Iterable) and parts:
        return _each(parts[0])
    return _one_of([*wanted], wanted) if issubclass(wanted, StrEnum) else _of_class(wanted)


class _Parameters:
    """How each argument of a function is checked."""

    def __init__(self, function: Callable[..., Any]) -> None:
        hints = get_type_hints(function, include_extras=True)
        parameters = signature(function).parameters.values()
        self.place = function.__name__
        self.checks = {
            each.name: (f"{self.place}.{each.name}", _check_of(hints[each.name]))
            for each in parameters
            if each.name in hints
        }
        self.in_order = [self._of(each.name) for each in parameters if each.kind in _IN_ORDER]
        self.further = [self._of(each.name) for each in parameters if each.kind is Parameter.VAR_POSITIONAL]

    def _of(self, name: str) -> tuple[str, _Check]:
        return self.checks.get(name) or (f"{self.place}.{name}", _anything)

    def check(self, args: Sequence[Any], values: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
        """The arguments as the function is to have them. Raises :class:`~sifund_ledger.errors.ArgumentRefused`."""
        in_order = self.in_order
        if len(args) > len(in_order):
            in_order = [*islice(chain(in_order, cycle(self.further or [self._of("")])), len(args))]
        given = [(value, *each) for value, each in zip(args, in_order, strict=False)]
        if values:
            given += [(value, *self._of(name)) for name, value in values.items()]
        read = _gathered(given)
        return read[: len(args)], dict(zip(values, read[len(args) :], strict=True))


_IN_ORDER: Final = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)


def checked(function: _Called) -> _Called:
    """Let a function have only arguments of the types it asks for; what is too much Python says itself.

    >>> from sifund_ledger.boundary import checked
    >>> @checked
    ... def twice(number: int) -> int:
    ...     return 2 * number
    >>> twice("5")
    Traceback (most recent call last):
        ...
    sifund_ledger.errors.ArgumentRefused: twice.number: ARGUMENT_UNFIT: '5' is not a whole number.
      remedy: Give a whole number instead.
    """
    parameters: list[_Parameters] = []  # found when it is first called, as it takes time

    @wraps(function)
    def done(*args: Any, **values: Any) -> Any:
        if not parameters:
            parameters.append(_Parameters(function))
        args_read, values_read = parameters[0].check(args, values)
        return function(*args_read, **values_read)

    done.checks_arguments = True  # type: ignore[attr-defined]
    return done  # type: ignore[return-value]


def checked_methods(declaration: _Class) -> _Class:
    """Let every public method of a class be :func:`checked`, but for those that read their arguments themselves."""
    for name, member in list(vars(declaration).items()):
        inner = member.__func__ if isinstance(member, classmethod | staticmethod) else member
        if isinstance(inner, FunctionType) and not name.startswith("_") and not hasattr(inner, "checks_arguments"):
            setattr(declaration, name, checked(inner) if inner is member else type(member)(checked(inner)))
    return declaration


def checked_names(names: dict[str, Any]) -> None:
    """Let the functions that a package exports be :func:`checked`: for its ``globals()``, after its imports."""
    for name in names["__all__"]:
        if isinstance(names[name], FunctionType):
            names[name] = checked(names[name])


def check_fields(made: Any, place: str) -> None:
    """Hold the fields of a frozen value that is being made against their annotations (``__post_init__``).

    Raises :class:`~sifund_ledger.errors.ArgumentRefused` with every fault.
    """
    checks = _checks_of_fields(type(made))  # type: ignore[arg-type]  # a class is hashed as itself
    given = [getattr(made, name) for name, _ in checks]
    read = _gathered((value, f"{place}.{name}", check) for value, (name, check) in zip(given, checks, strict=True))
    for (name, _), value, was in zip(checks, read, given, strict=True):
        if value is not was:
            object.__setattr__(made, name, value)


@cache
def _checks_of_fields(declaration: type) -> tuple[tuple[str, _Check], ...]:
    hints = get_type_hints(declaration, include_extras=True)
    return tuple((each.name, _check_of(hints[each.name])) for each in fields(declaration))
