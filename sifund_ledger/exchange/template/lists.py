"""The sheet of lists (listornas blad), which checks of input choose from: people add the names of their own to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sifund_ledger.exchange.template import layout, pages
from sifund_ledger.exchange.template.pages import HEADINGS, Pages, range_of
from sifund_ledger.findings import Bilingual

NAMES: Final = {
    "fund": Bilingual("fonder", "funds"),
    "board": Bilingual("nämnder", "boards"),
    "project": Bilingual("projekt", "projects"),
}
"""The lists that people add names to."""


class Lists:
    """Where the lists stand that checks of input choose from; they are written last."""

    def __init__(self, book: Pages) -> None:
        self.book = book
        self.columns: dict[str, int] = {}
        self.words: list[tuple[Bilingual, list[str], bool]] = []

    def source(self, key: str, title: Bilingual, words: Iterable[str], *, free: bool = False) -> str:
        """The cells of a list, as a check has them."""
        if key not in self.columns:
            self.columns[key] = len(self.words)
            self.words.append((title, list(words), free))
        at = self.columns[key]
        last = HEADINGS + (200 if self.words[at][2] else max(1, len(self.words[at][1])))
        return range_of(self.book.words(layout.LISTS), at, HEADINGS + 1, last)

    def write(self) -> None:
        """The sheet of lists."""
        book = self.book
        lead = Bilingual(
            "Skriv gärna kommunens fonder, nämnder och projekt här: då kan de väljas på de andra bladen.",
            "Write the municipality's funds, boards and projects here: then they can be chosen on the other sheets.",
        )
        page = book.sheet(layout.LISTS, layout.LISTS, lead, colour="#9DB9A6")
        for at, (title, words, free) in enumerate(self.words):
            page.set_column(at, at, 30, book.looks.of(num_format="@", locked=not free))
            page.write_string(HEADINGS, at, book.head(title), book.looks.of(pages.HEAD))
            for row, word in enumerate(words, HEADINGS + 1):
                page.write_string(row, at, word, book.looks.of(num_format="@", locked=not free))
        page.freeze_panes(HEADINGS + 1, 0)
        book.protect(page)
