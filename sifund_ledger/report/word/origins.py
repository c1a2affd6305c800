"""Where the figures of a Word document come from (härledningar), as an appendix that its amounts lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.report import words
from sifund_ledger.report.document import Origin
from sifund_ledger.report.word.markup import Markup

_STEP: Final = 340
_MOST_DECISIONS: Final = 3
"""How many decisions are named beside a figure; those of more stand with the records."""
_SIGNS: Final = {1: "+ ", -1: "− ", 0: ""}


class _Entry(NamedTuple):
    name: str
    title: str
    origin: Origin


class Origins:
    """The origins of a document's figures, each once, in the order of the tables that have them; ``decisions`` are
    those of the records by their numbers."""

    def __init__(self, markup: Markup, language: Language, decisions: Mapping[int, str]) -> None:
        self._markup, self._language, self._decisions = markup, language, decisions
        self._tables: list[tuple[str, str, list[_Entry]]] = []
        self._names: dict[tuple[Origin, str], str] = {}
        self._of: dict[Origin, str] = {}

    def begin(self, bookmark: str, heading: str) -> None:
        """What follows is of this table."""
        self._tables.append((bookmark, heading, []))

    def name(self, origin: Origin, *where: str) -> str:
        """The bookmark at which a figure's origin stands; ``where`` its row and its column are called."""
        key = origin, _title(*where)
        if key not in self._names:
            name = self._names[key] = f"h{len(self._names) + 1}"
            self._of.setdefault(origin, name)
            self._tables[-1][2].append(_Entry(name, key[1], origin))
        return self._names[key]

    def __bool__(self) -> bool:
        return bool(self._names)

    def markup(self) -> Iterator[str]:
        """The appendix: a heading for each table, which leads back to it, and its figures."""
        made = self._markup
        for bookmark, heading, entries in self._tables:
            if entries:
                yield made.paragraph("heading 2", made.link(bookmark, made.run(heading)))
                for entry in entries:
                    amount = made.run(entry.origin.text, "Strong")
                    title = made.bookmark(entry.name, made.run(f"{entry.title}: "), amount)
                    yield from self._entry(entry.origin, title, 0)

    def _entry(self, origin: Origin, title: str, depth: int) -> Iterator[str]:
        made = self._markup
        content = [title]
        content += [
            made.run(f" · {each.removesuffix(':')}", "Hänvisning") for each in (origin.rule, origin.note) if each
        ]
        if origin.records:
            content.append(made.run(f" · {words.ORIGIN['records'].words(self._language)} ", "Hänvisning"))
            for place, seq in enumerate(origin.records):
                content.append(made.run(", ") if place else "")
                content.append(made.link(f"p{seq}", made.run(str(seq), "Hyperlink")))
            decided = dict.fromkeys(each for seq in origin.records if (each := self._decisions.get(seq)))
            if 0 < len(decided) <= _MOST_DECISIONS:
                content.append(made.run(f" · {', '.join(decided)}", "Hänvisning"))
        indent, before = _STEP * depth, 80 if not depth else -1
        yield made.paragraph("Härledning", *content, indent=indent, before=before, keep=bool(origin.terms))
        for number, term in enumerate(origin.terms):
            yield from self._term(term, depth + 1, last=number == len(origin.terms) - 1)

    def _term(self, term: Origin, depth: int, *, last: bool) -> Iterator[str]:
        made = self._markup
        title = made.run(f"{_SIGNS[term.sign]}{term.label} ") + made.run(term.text, "Strong")
        if name := self._of.get(term):
            linked = made.run(f"{_SIGNS[term.sign]}{term.label} ") + made.link(name, made.run(term.text, "Hyperlink"))
            yield made.paragraph("Härledning", linked, indent=_STEP * depth, keep=not last)
        else:
            yield from self._entry(term, title, depth)


def _title(*names: str) -> str:
    """What names a figure, each once: a name that another contains is said by it.

    >>> _title("Skola", "Plan", "Plan för Lyckas"), _title("Årets resultat", "2014", "Årets resultat")
    ('Skola, Plan för Lyckas', 'Årets resultat, 2014')
    """
    known = [name for name in dict.fromkeys(names) if name]
    return ", ".join(name for name in known if not any(name in other for other in known if other != name))
