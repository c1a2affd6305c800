"""What ``sifund demo --keep`` shows: the book of Exempelby, every report of it, and the guide to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from sifund_ledger.cli.demo import exempelby, words
from sifund_ledger.cli.demo.folder import Folder, require_free
from sifund_ledger.cli.demo.guide import Guide, Listed, Passage
from sifund_ledger.cli.output import on_command_line
from sifund_ledger.findings import Bilingual

if TYPE_CHECKING:
    from sifund_ledger.amounts import Language
    from sifund_ledger.book import Book
    from sifund_ledger.report import Report

BOOK: Final = "exempelby.sifund"


def exhibit(folder: Path, language: Language) -> tuple[str, Guide]:
    """Make the book and its reports in a folder: the statement of the last two years, and the guide to the folder.

    Raises :class:`~sifund_ledger.Refused` where a file there has the name of one of them; nothing is kept then.
    """
    require_free(folder, [BOOK, words.START.words(language)])  # before all of it is made
    with TemporaryDirectory(prefix="sifund-") as name:
        made = Folder(Path(name), language)
        exhibition = _Exhibition(made, language)
        guide = exhibition.guide()
        made.write(words.START.words(language), guide.html(language))
        made.move_to(folder)
    return exhibition.statement, guide


class _Exhibition:
    """The files of the folder as they are made, passage by passage of the guide."""

    def __init__(self, made: Folder, language: Language) -> None:
        self.made, self.language = made, language
        self.statement = ""

    def guide(self) -> Guide:
        """Make all of it."""
        from sifund_ledger import open_book

        path = self.made.path / BOOK
        checkpoint = exempelby.make_book(path)
        with open_book(path, checkpoints=[checkpoint]) as book:
            self.statement = _statement(book, self.language)
            passages = (
                *self._last_year(book), self._earlier(book), self._life(book), self._audit(book, checkpoint),
                self._ask(), self._again(),
            )  # fmt: skip
        shown = tuple(each for each in passages if each.files or each.commands)
        return Guide(words.TITLE, words.LEAD, (*self._missing(), *shown), words.START)

    def _named(self, *parts: Bilingual | str) -> str:
        return "-".join(each if isinstance(each, str) else each.words(self.language) for each in parts)

    def _report_of(self, book: Book, year: int, form: str) -> Report:
        from sifund_ledger.report import year_report

        return year_report(book, year, form=form, language=self.language, unit="tkr", calls=on_command_line(BOOK))

    def _last_year(self, book: Book) -> Iterator[Passage]:
        """The reports of the last closed year: what to open first, then its documents."""
        first, documents = [], []
        for form, said in words.OF_FORMS.items():
            name = self._named(words.FORMS[form], str(exempelby.LAST))
            for path in self.made.report(self._report_of(book, exempelby.LAST, form), name):
                kind = path.rpartition(".")[2]
                if kind == "html":
                    first.append(Listed(path, said))
                else:
                    documents.append(Listed(path, words.IN_FORMAT[form].filled(program=words.PROGRAMS[kind])))
        yield Passage(words.FIRST, files=tuple(first), ordered=True)
        if documents:
            yield Passage(words.DOCUMENTS, files=tuple(documents))

    def _earlier(self, book: Book) -> Passage:
        folder, files = words.EARLIER.words(self.language), []
        for year in sorted(exempelby.APPROVED, reverse=True)[1:]:
            for form in words.OF_FORMS:
                name = f"{folder}/{self._named(words.FORMS[form], str(year))}"
                paths = self.made.report(self._report_of(book, year, form), name, ("html",))
                if form == "annual":
                    files += [Listed(path, words.STORY[year]) for path in paths]
        return Passage(words.YEARS, (words.YEARS_SAID,), tuple(files))

    def _life(self, book: Book) -> Passage:
        from sifund_ledger.report import fund_report, project_report

        said: Any = {"language": self.language, "unit": "tkr"}
        files = [
            Listed(path, words.OF_FUND)
            for path in self.made.report(
                fund_report(book, exempelby.FUND, **said), words.FUND.words(self.language), ("html",)
            )
        ]
        for project, what in words.OF_PROJECTS.items():
            name = self._named(words.PROJECT, project.lower().replace(" ", "-"))
            paths = self.made.report(project_report(book, project, **said), name, ("html",))
            files += [Listed(path, what) for path in paths]
        return Passage(words.LIFE, files=tuple(files))

    def _audit(self, book: Book, checkpoint: str) -> Passage:
        """The audit of the book, beside the general ledger of every closed year."""
        from sifund_ledger.audit import audit
        from sifund_ledger.report import audit_report

        report = audit(book, checkpoints=[checkpoint], ledger=exempelby.ledger())
        made = audit_report(report, language=self.language, calls=on_command_line(BOOK))
        paths = self.made.report(made, words.AUDIT.words(self.language))
        folder = words.INPUT.words(self.language)
        ledgers = " ".join(f"--sie {folder}/{exempelby.ledger_of(year).name}" for year in exempelby.APPROVED)
        typed = f"sifund audit {BOOK} --checkpoint {checkpoint} {ledgers} --roles {folder}/{exempelby.ROLES.name}"
        return Passage(words.AUDITED, files=tuple(Listed(path, words.OF_AUDIT) for path in paths), commands=(typed,))

    def _missing(self) -> Iterator[Passage]:
        """What could not be made for want of a package."""
        if missing := self.made.missing.values():
            said = [Bilingual(" ".join(each.in_language("sv")), " ".join(each.in_language("en"))) for each in missing]
            yield Passage(words.MISSING, (*said, words.MADE_ANEW))

    def _ask(self) -> Passage:
        return Passage(
            words.ASK, (words.OPEN.filled(open=exempelby.OPEN),), commands=(
                "sifund", f"sifund show {BOOK} year {exempelby.LAST}",
                f'sifund show {BOOK} project "Vägen till arbete"', f"sifund log {BOOK}",
                f"sifund due {BOOK} {exempelby.OPEN + 1}",
            ),
        )  # fmt: skip

    def _again(self) -> Passage:
        """The files that the book was made from, and what to type for the same one."""
        folder = words.INPUT.words(self.language)
        for file in exempelby.files():
            self.made.write(f"{folder}/{file.name}", file.read_bytes())
        typed = exempelby.commands(words.AGAIN_BOOK, folder)
        return Passage(words.AGAIN, (words.AGAIN_SAID.filled(input=folder),), commands=typed, page_alone=True)


def _statement(book: Book, language: Language) -> str:
    """The statement of the last two closed years, as on a terminal."""
    from dataclasses import replace

    whole = book.statement(exempelby.LAST)
    return replace(whole, years=whole.years[-2:], unit="mkr").text(language, on_command_line(BOOK))
