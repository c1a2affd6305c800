"""Public names that are loaded when they are first asked for (laddas vid behov), so that importing is quick."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import FunctionType
from typing import Any


def loaded_when_asked(
    package: str, homes: Mapping[str, Sequence[str]], bare: Sequence[str] = ()
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """``__getattr__`` and ``__dir__`` of a package whose public names stand in these modules below it.

    Functions are :func:`~sifund_ledger.boundary.checked`, but for ``bare`` ones, which read any value themselves.

    >>> get, names = loaded_when_asked("sifund_ledger", {"money": ("sek",)}, bare=("sek",))
    >>> get("sek")("1"), "sek" in names()
    (Money('1.00', 'SEK'), True)
    """
    home_of = {name: home for home, names in homes.items() for name in names}

    def get(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home = f"{package}.{home_of[name]}"
        module = import_module(home)
        value = getattr(module, name) if hasattr(module, name) else import_module(f"{home}.{name}")
        if isinstance(value, FunctionType) and name not in bare:
            from sifund_ledger.boundary import checked

            value = checked(value)
        setattr(sys.modules[package], name, value)
        return value

    return get, lambda: sorted({*vars(sys.modules[package]), *home_of})
