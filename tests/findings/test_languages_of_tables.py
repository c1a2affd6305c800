"""The tables, notes and accounts of six books hold no word of the other language that was not given by a person.

They stand as they are printed under tests/data/books, where tests/store holds the program to them. The words of a
language are those of the catalogue and of every Bilingual text that a module of the package declares.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_languages import ENGLISH, SWEDISH, words

import sifund_ledger
from sifund_ledger.findings import Bilingual

BOOKS = Path(__file__).parents[1] / "data" / "books"
_ADDED = re.compile(r"^(no findings|refused|(error|warning|note) [A-Z_]+ at .*)$", re.MULTILINE)
"""Lines that the printing of these pages adds, and no table has."""


def _declared(value: object, seen: set[int]) -> Iterator[Bilingual]:
    """The bilingual texts in a value that a module holds."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Bilingual):
        yield value
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in _declared(each, seen))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (text for each in value for text in _declared(each, seen))
    elif type(value).__module__.startswith("sifund_ledger") and not isinstance(value, type):
        slots = (name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ()))
        for name in {*vars(value)} if hasattr(value, "__dict__") else slots:
            yield from _declared(getattr(value, name, None), seen)


def _foreign() -> dict[str, set[str]]:
    texts: list[Bilingual] = []
    seen: set[int] = set()
    for found in pkgutil.walk_packages(sifund_ledger.__path__, "sifund_ledger."):
        module = importlib.import_module(found.name)
        texts += (text for value in vars(module).values() for text in _declared(value, seen))
    swedish = SWEDISH.union(*(words(text.sv) for text in texts))
    english = ENGLISH.union(*(words(text.en) for text in texts))
    return {"sv": english - swedish, "en": swedish - english}


FOREIGN = _foreign()
GIVEN = {
    "sundsvall": "utan fond ett år",
    "tomelilla": "användning av öronmärkt eget kapital",
    "udda": "en rad som är ny ett",
}
"""What people gave and the records' texts lack: names of funds, texts of grounds. None of what they gave is English."""


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", sorted(path.stem.removesuffix(".tables") for path in BOOKS.glob("*.tables.txt")))
def test_no_word_is_of_the_other_language(name: str, language: str) -> None:
    text = (BOOKS / f"{name}.tables.txt").read_text(encoding="utf-8")
    pages = [page.partition(" ========\n") for page in re.split(r"^======== ", text, flags=re.MULTILINE)]
    shown = [body for heading, _, body in pages if language in heading.replace(":", " ").split()]
    records = (BOOKS / f"{name}.records.txt").read_text(encoding="utf-8")
    given = words(records + GIVEN.get(name, "")) if language == "en" else {"social"}  # a fund's name
    mixed = {word: page for page in shown for word in words(_ADDED.sub("", page)) & FOREIGN[language] - given}
    assert len(shown) > 20
    assert not mixed


def test_an_english_word_on_a_swedish_page_would_be_found() -> None:
    assert {"balance", "statement", "deficit"} <= FOREIGN["sv"]
    assert {"kapital", "balanskravsresultat", "underskott"} <= FOREIGN["en"]
