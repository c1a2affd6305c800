"""A document read through declared fields (läsning): every fault at once, each at its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.structured import findings as codes
from sifund_ledger.exchange.structured.documents import Document
from sifund_ledger.exchange.structured.places import Places, places_in
from sifund_ledger.fields.declared import Field, read_fields
from sifund_ledger.fields.kinds import KRONOR, Setting, read_by_marks, unreadable
from sifund_ledger.files import MOST_FINDINGS
from sifund_ledger.findings import Bilingual, Finding

_FILE: Final = Bilingual("Filen", "The file")
Across = Callable[[Mapping[str, Any], Mapping[str, Any], list[Finding]], Iterable[Finding]]
"""Faults from the tree, from what could be read of it, and from the faults found so far: those that count."""


def read_document(
    document: Document, declared: Sequence[Field], *, setting: Setting = KRONOR, across: Across | None = None,
    inner: Iterable[Field] = (),
) -> tuple[dict[str, Any], Places]:  # fmt: skip
    """What a document says, by the names of its fields, and the places of its keys.

    ``across`` finds what only shows when keys are compared. ``inner`` are fields of tables within, whose Swedish names
    are known so that findings made later find their lines. Raises :class:`~sifund_ledger.errors.UnreadableInput` with
    every fault in the order of the file.
    """
    if not isinstance(document.tree, dict):
        raise UnreadableInput(
            unreadable(Bilingual("en tabell", "a table"), document.tree, document.name, "{ … }").findings
        )
    fields = [*declared, *inner][::-1]  # of two with one name, the outer one is what findings made later name
    swedish = {each.name: each.words.sv for each in fields}
    places = replace(places_in(document, {each.words.sv: each.name for each in fields}), swedish=swedish)
    tree = document.tree
    read, faults = read_by_marks(lambda by: read_fields(declared, tree, what=_FILE, setting=by), setting)
    if across is not None:
        faults = list(across(tree, read, faults))
    if faults or document.findings:
        refuse(places, faults, document.findings)
    return read, places


def refuse(places: Places, faults: Iterable[Finding], placed: Iterable[Finding] = ()) -> None:
    """Raise ``UnreadableInput`` with faults in the order of the file; ``placed`` have their places already.

    What is wrong with a cell is said once: what its value leads to is not listed beside it.
    """
    found = list(placed)
    cells = {each.place for each in found} if places.sheets else set()
    found += [each for each in map(places.placed, faults) if each.place.partition(": ")[0] not in cells]
    found.sort(key=lambda finding: places.order_of(finding.place))
    raise UnreadableInput(limited(found, places.name))


def limited(faults: Iterable[Finding], name: str) -> list[Finding]:
    """As many faults as are listed of a file, and how many more there are."""
    found = list(faults)
    if len(found) > MOST_FINDINGS:
        found[MOST_FINDINGS:] = [codes.FILE_MORE_FAULTS.at(name, count=len(found) - MOST_FINDINGS)]
    return found
