"""Makes the pictures of the manual anew, from what the library prints today.

    python docs/pictures.py             makes all of them
    python docs/pictures.py NAME …      annual, narrow, print, source, word, excel, template

They are of the demonstration's book, and of the figures file in ``docs/figures-file.md``. Chromium takes the pictures
of pages, LibreOffice and poppler (``pdftoppm``) those of documents and workbooks, ImageMagick (``convert``) makes them
small. Look at each before it is kept: a program may set what it shows in another way than the one before.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import openpyxl

from sifund_ledger.cli.program import run
from sifund_ledger.exchange import events_to_xlsx, figures_to_xlsx, parse_figures

DOCS: Final = Path(__file__).resolve().parent
PICTURES: Final = DOCS / "pictures"
_DESK: Final = "#f1f1ec"
_BROWSER: Final = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run")
_EVENTS: Final = (
    {
        "do": "grant",
        "fund": "social",
        "project": "Navigator",
        "amount": "6000000",
        "board": "BUN",
        "financing": "ur fonden",
    },
    {"do": "use", "fund": "social", "project": "Navigator"},
)
"""A project, and a row that lacks what its event needs."""


def _done(*command: str | Path) -> None:
    subprocess.run([str(each) for each in command], check=True, capture_output=True, timeout=300)


def _small(file: Path, name: str) -> None:
    _done("convert", file, "-strip", "+dither", "-colors", "128", f"PNG8:{PICTURES / name}.png")


class Studio:
    """A folder with the demonstration's book, where pages are set and pictured."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.demo = folder, folder / "demo"
        assert run(["demo", "--keep", str(self.demo)]) == 0

    def screen(self, page: Path, name: str, width: int, height: int) -> None:
        """A page as it stands on a screen."""
        file = self.folder / f"{name}.png"
        profile = f"--user-data-dir={self.folder / 'profile'}"
        _done(*_BROWSER, profile, f"--window-size={width},{height}", f"--screenshot={file}", page.as_uri())
        _small(file, name)

    def beside(self, name: str, body: str, width: int, height: int) -> None:
        """Several pictures on one sheet."""
        page = self.folder / f"{name}.html"
        style = f"body{{margin:0;background:{_DESK}}}img,iframe{{position:absolute;border:1px solid #ccc}}"
        page.write_text(f'<!doctype html><meta charset="utf-8"><style>{style}</style>{body}', encoding="utf-8")
        self.screen(page, name, width, height)

    def pdf(self, file: Path) -> Path:
        """A page, a document or a workbook in print."""
        if file.suffix == ".html":
            made = self.folder / f"{file.stem}.pdf"
            profile = f"--user-data-dir={self.folder / 'profile'}"
            _done(*_BROWSER, profile, f"--print-to-pdf={made}", "--no-pdf-header-footer", file.as_uri())
            return made
        home = f"-env:UserInstallation=file://{self.folder / 'office'}"
        _done("soffice", home, "--headless", "--convert-to", "pdf", "--outdir", self.folder, file)
        return self.folder / f"{file.stem}.pdf"

    def sheet(self, pdf: Path, number: int, dpi: int = 150) -> Path:
        """A page of what is printed."""
        made = self.folder / f"{pdf.stem}-{number}"
        _done("pdftoppm", "-png", "-singlefile", "-r", str(dpi), "-f", str(number), "-l", str(number), pdf, made)
        return made.with_suffix(".png")

    def numbered(self, pdf: Path, *words: str) -> list[int]:
        """The page that begins with each of some words below its head."""
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, encoding="utf-8")
        tops = [page.split()[:12] for page in text.stdout.split("\f")]
        return [next(n for n, top in enumerate(tops, 1) if word in " ".join(top)) for word in words]

    def cut(self, sheet: Path, name: str) -> None:
        """What stands on a page, without the paper around it."""
        _done("convert", sheet, "-trim", "+repage", "-bordercolor", "white", "-border", "10", sheet)
        _small(sheet, name)


def annual(studio: Studio) -> None:
    """The report of a year on a screen, down to the result."""
    studio.screen(studio.demo / "rapport-2024.html", "annual", 1100, 1606)


def narrow(studio: Studio) -> None:
    """The same on a screen of 320 pixels, in light and dark."""
    page = (studio.demo / "rapport-2024.html").as_uri()
    frames = "".join(
        f'<iframe src="{page}" scrolling="no" style="left:{left}px;top:20px;width:320px;height:1180px;'
        f'color-scheme:{scheme}"></iframe>'
        for left, scheme in ((20, "light"), (366, "dark"))
    )
    studio.beside("narrow", frames, 712, 1222)


def printed(studio: Studio) -> None:
    """The first two pages of the same in print."""
    _two_pages(studio, "print", studio.demo / "rapport-2024.html")


def word(studio: Studio) -> None:
    """The first two pages of the same in Word."""
    _two_pages(studio, "word", studio.demo / "rapport-2024.docx")


def _two_pages(studio: Studio, name: str, file: Path) -> None:
    pdf = studio.pdf(file)
    pages = (studio.sheet(pdf, number) for number in (1, 2))
    body = "".join(
        f'<img src="{each.as_uri()}" style="left:{20 + at * 644}px;top:20px;width:620px">'
        for at, each in enumerate(pages)
    )
    studio.beside(name, body, 1306, 918)


def source(studio: Studio) -> None:
    """The statement of the working form, with an amount opened to its records."""
    page = (studio.demo / "arbetsmaterial-2024.html").read_text(encoding="utf-8")
    statement = page.index('<section id="statement">')
    row = page.index(">Årets balanskravsresultat<", statement)
    end = page.index("</td>", row)
    opened = page[:row] + page[row:end].replace("<details", "<details open") + page[end:]
    alone = "<style>nav,section:not(#statement){display:none!important}</style></head>"
    file = studio.folder / "source.html"
    file.write_text(opened.replace("</head>", alone, 1), encoding="utf-8")
    studio.screen(file, "source", 1000, 1092)


def excel(studio: Studio) -> None:
    """Three sheets of the working form in print; and a statement with its totals computed anew."""
    pdf = studio.pdf(studio.demo / "arbetsmaterial-2024.xlsx")
    statement, charts = studio.numbered(pdf, "Balanskravsutredning, ", "Bilder")
    places = ((statement, 0, 0, 1028, 640), (1, 0, 642, 513, 450), (charts, 515, 642, 513, 450))
    body = "".join(
        f'<div style="position:absolute;overflow:hidden;left:{left}px;top:{top}px;width:{width}px;height:{height}px;'
        f'border:1px solid #ccc"><img src="{studio.sheet(pdf, number).as_uri()}" style="width:{width}px;border:0">'
        "</div>"
        for number, left, top, width, height in places
    )
    studio.beside("excel", body, 1030, 1094)
    screen = studio.pdf(_with_all(studio, studio.demo / "rapport-2024.xlsx", "Balanskravsutredning"))
    (number,) = studio.numbered(screen, "Balanskravsutredning, ")
    studio.cut(studio.sheet(screen, number, 100), "excel-check")


def template(studio: Studio) -> None:
    """The sheets of figures and of projects in the template, filled in."""
    text = re.search(r"```toml\n(entity = .*?)```", (DOCS / "figures-file.md").read_text("utf-8"), re.DOTALL)
    assert text
    figures, events = studio.folder / "figures.xlsx", studio.folder / "events.xlsx"
    figures.write_bytes(figures_to_xlsx(parse_figures(text[1])))
    events.write_bytes(events_to_xlsx(_EVENTS))
    for file, words in ((figures, "Ett år i varje kolumn"), (events, "Projekt En rad")):
        pdf = studio.pdf(file)
        (number,) = studio.numbered(pdf, words)
        studio.cut(studio.sheet(pdf, number, 100), f"template-{file.stem}")


def _with_all(studio: Studio, file: Path, sheet: str) -> Path:
    """A workbook in which one sheet is printed with what is else seen on a screen alone."""
    book = openpyxl.load_workbook(file)
    page = book[sheet]
    page.print_area = None
    for part in (page.oddHeader, page.oddFooter):
        part.left.text = part.center.text = part.right.text = None
    book.save(studio.folder / "screen.xlsx")
    return studio.folder / "screen.xlsx"


MADE: Final[dict[str, Callable[[Studio], None]]] = {
    "annual": annual, "narrow": narrow, "print": printed, "source": source, "word": word, "excel": excel,
    "template": template,
}  # fmt: skip


def main(names: Sequence[str]) -> None:
    """Make the pictures named, or all."""
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder))
        for name in names or MADE:
            MADE[name](studio)


if __name__ == "__main__":
    main(sys.argv[1:])
