"""What lies in a folder of files that were made, and what to open first (vägvisare): as a page and on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from importlib import resources
from typing import Final, NamedTuple
from urllib.parse import quote

from sifund_ledger.amounts import Language
from sifund_ledger.cli.output import heading
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, text
from sifund_ledger.table import Table

_ON_A_PAGE: Final = Bilingual(
    "Öppna först {page} i en webbläsare: där står allt det här.\nKommandona ovan skrivs i mappen: cd {folder}",
    "Open {page} in a browser first: all of this stands there.\nType the commands above in the folder: cd {folder}",
)


_FILES: Final = Form(
    "files",
    Bilingual("{title}", "{title}"),
    (text("path", "Fil", "File"), text("what", "Vad den är", "What it is")),
)


class Listed(NamedTuple):
    """A file of the folder, by its path within it, and what it is."""

    path: str
    what: Bilingual


class Passage(NamedTuple):
    """A heading, what is said below it, the files to open, and commands to type."""

    heading: Bilingual
    said: tuple[Bilingual, ...] = ()
    files: tuple[Listed, ...] = ()
    commands: tuple[str, ...] = ()
    ordered: bool = False
    page_alone: bool = False
    """Whether it is too long for a terminal."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A title, what the folder is, its passages, and the name of the page that has them."""

    title: Bilingual
    lead: Bilingual
    passages: tuple[Passage, ...]
    page: Bilingual

    def text(self, language: Language, folder: str) -> str:
        """The guide for a terminal; paths begin with the folder."""
        page = _ON_A_PAGE.filled(page=f"{folder}/{self.page.words(language)}", folder=folder).words(language)
        parts = [heading(self.title.words(language)), self.lead.words(language)]
        parts += ["\n".join(_lines(passage, language, folder)) for passage in self.passages if not passage.page_alone]
        return "\n\n".join([*parts, page])

    def table(self, language: Language, folder: str) -> Table:
        """The files of the folder as a table, in the order of the guide; paths begin with the folder."""
        files = [each for passage in self.passages for each in passage.files]
        rows = [(f"{folder}/{each.path}", each.what) for each in files]
        return _FILES.listing(rows, language, title=self.title)

    def html(self, language: Language) -> str:
        """The guide as a page that needs nothing else, in the style of the reports."""
        style = _read("sifund_ledger.report.html", "page.css") + _read(__package__, "guide.css")
        title = escape(self.title.words(language))
        body = "\n".join(_passage(each, language) for each in self.passages)
        return (
            f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
            f"<style>\n{style}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n"
            f"<p>{escape(self.lead.words(language))}</p>\n</header>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
        )


def _lines(passage: Passage, language: Language, folder: str) -> Iterator[str]:
    yield passage.heading.words(language)
    yield from (f"  {each.words(language)}" for each in passage.said)
    paths = [f"{folder}/{each.path}" for each in passage.files]
    wide = max(map(len, paths), default=0)
    for number, (path, each) in enumerate(zip(paths, passage.files, strict=True), 1):
        mark = f"{number}. " if passage.ordered else ""
        yield f"  {mark}{path:<{wide}}  {each.what.words(language)}"
    yield from (f"  {command}" for command in passage.commands)


def _passage(passage: Passage, language: Language) -> str:
    def listed(files: Iterable[Listed]) -> Iterator[str]:
        for each in files:
            what = escape(each.what.words(language))
            yield f'<li><a href="{quote(each.path)}">{escape(each.path)}</a><span>{what}</span></li>'

    tag = "ol" if passage.ordered else "ul"
    parts = [f"<section>\n<h2>{escape(passage.heading.words(language))}</h2>"]
    parts += [f"<p>{escape(each.words(language))}</p>" for each in passage.said]
    if passage.files:
        parts.append(f'<{tag} class="files">\n' + "\n".join(listed(passage.files)) + f"\n</{tag}>")
    if passage.commands:
        parts.append('<pre class="commands">' + escape("\n".join(passage.commands)) + "</pre>")
    return "\n".join([*parts, "</section>"])


def _read(package: str, name: str) -> str:
    return resources.files(package).joinpath(name).read_text("utf-8")
