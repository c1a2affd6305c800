"""The template typed in by hand in LibreOffice, in Sweden, and saved as xlsx; the same by way of ods."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from exchange.template.filling import EVENTS, named_cell

from sifund_ledger.book.commands.files import commands_of
from sifund_ledger.exchange import FiguresFile, read_events, read_figures, write_template

pytestmark = pytest.mark.slow
_SOFFICE = shutil.which("soffice")
_LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>sv-SE</value></prop>
</item>
</oor:items>
"""
_TYPING = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Fill(source As String, typed As String, target As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden"
  how(0).Value = True
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, how())
  lines = Split(typed, "|")
  For i = LBound(lines) To UBound(lines)
    parts = Split(lines(i), "~")
    book.Sheets.getByName(parts(0)).getCellRangeByName(parts(1)).FormulaLocal = parts(2)
  Next
  Dim kept(0) As New com.sun.star.beans.PropertyValue
  kept(0).Name = "FilterName"
  kept(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(target &amp; ".xlsx", kept())
  kept(0).Value = "calc8"
  book.storeToURL(target &amp; ".ods", kept())
  book.close(True)
End Sub
</script:module>
"""
"""Types what a person types: what stands in a cell is what LibreOffice makes of it in the locale."""


class Office:
    """LibreOffice with a profile of its own, in Swedish."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.profile = folder / "profile"
        (self.profile / "user").mkdir(parents=True)
        (self.profile / "user" / "registrymodifications.xcu").write_text(_LOCALE, encoding="utf-8")
        self.run("--terminate_after_init")
        module = self.profile / "user" / "basic" / "Standard" / "Module1.xba"
        assert module.exists()
        module.write_text(_TYPING, encoding="utf-8")

    def run(self, *arguments: str) -> None:
        home = f"-env:UserInstallation={self.profile.as_uri()}"
        command = [str(_SOFFICE), home, "--headless", "--norestore", *arguments]
        subprocess.run(command, check=True, timeout=300, capture_output=True, cwd=self.folder)

    def type(self, source: Path, cells: dict[str, str], target: str) -> None:
        """Type into cells, and save as ``target.xlsx`` and ``target.ods``."""
        data = source.read_bytes()
        named = {cell if cell.startswith("Om filen") else named_cell(data, cell): text for cell, text in cells.items()}
        typed = "|".join("~".join((*cell.split("!"), text)) for cell, text in named.items())
        made = (self.folder / target).as_uri()
        self.run(f'macro:///Standard.Module1.Fill("{source.as_uri()}","{typed}","{made}")')
        assert (self.folder / f"{target}.xlsx").exists()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    if _SOFFICE is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is not installed: soffice is not on the path")
        pytest.skip("LibreOffice is not installed")
    return Office(tmp_path_factory.mktemp("office"))


_FIGURES = {
    "Om filen!B4": "Örebro kommun", "Om filen!B8": "inga", "Uppgifter!B8": "2024-12-31", "Uppgifter!B11": "1234567,50",
    "Uppgifter!B12": "=1000,25+2000", "Uppgifter!C7": "prognos", "Uppgifter!C11": "-1 500 000",
}  # fmt: skip
_EVENTS = {
    "Nämnder!Nr5": "1",
    "Nämnder!Händelse5": "Registrera nämnd",
    "Nämnder!Nämnd5": "BUN",
    "Nämnder!Gäller_från5": "2014-01-01",
    "Nämnder!Beslut5": "KF 2013-11-25 § 9",
    "Fonder!Nr5": "2",
    "Fonder!Händelse5": "Inrätta fond",
    "Fonder!Fond5": "social",
    "Fonder!Riktlinje5": "tomelilla_earmark",
    "Fonder!Beslut5": "KF 2014-04-28 § 30",
    "Fonder!Nr6": "3",
    "Fonder!Händelse6": "Öronmärk",
    "Fonder!Fond6": "social",
    "Fonder!Belopp6": "10 000 000",
    "Fonder!Resultatår6": "2013",
    "Fonder!Beslut6": "KF 2014-04-28 § 31",
    "Projekt!Nr5": "4",
    "Projekt!Händelse5": "Bevilja",
    "Projekt!Fond5": "social",
    "Projekt!Projekt5": "Navigator",
    "Projekt!Belopp5": "6000000,00",
    "Projekt!Nämnd5": "BUN",
    "Projekt!Finansiering5": "ur fonden",
    "Projekt!Start5": "2014-09-01",
    "Projekt!Slut5": "2016-12-31",
    "Projekt!Beslut5": "KF 2014-04-28 § 33",
    "Planer!A5": "4",
    "Planer!B5": "plan",
    "Planer!C5": "BUN",
    "Planer!D5": "2017",
    "Planer!E5": "2400000",
    "Planer!A6": "4",
    "Planer!B6": "plan",
    "Planer!C6": "SN",
    "Planer!D6": "2017",
    "Planer!E6": "3600000,00",
}


def test_what_is_typed_in_sweden_is_read_as_it_is_meant(office: Office) -> None:
    source = office.folder / "mall.xlsx"
    source.write_bytes(write_template(years=(2024, 2025)))
    office.type(source, {**_FIGURES, **_EVENTS}, "ifylld")
    _as_meant(read_figures(office.folder / "ifylld.xlsx"))
    wanted = commands_of({"event": EVENTS})
    assert read_events(office.folder / "ifylld.xlsx").commands == wanted

    (office.folder / "ods").mkdir()
    office.run("--convert-to", "xlsx", "--outdir", "ods", "ifylld.ods")
    _as_meant(read_figures(office.folder / "ods" / "ifylld.xlsx"))
    assert read_events(office.folder / "ods" / "ifylld.xlsx").commands == wanted


def _as_meant(file: FiguresFile) -> None:
    first, second = file.years
    assert file.entity == "Örebro kommun"
    assert file.opening_deficits == ()
    assert (first.year, first.as_of, first.ore("net_result")) == (2024, date(2024, 12, 31), 123_456_750)
    assert first.ore("realised_gains") == 300_025
    assert (second.year, second.kind, second.ore("net_result")) == (2025, "forecast", -150_000_000)
