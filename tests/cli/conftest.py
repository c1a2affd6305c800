"""``sifund`` in a folder of its own, with a book of Ale in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from console import Console

EVENTS = """\
enhet = "mkr"
beslut = "KF 2014-04-28 § 31"

[[händelse]]
gör = "öppna_eget_kapital"
år = 2012
belopp = "100"
underskott = []

[[händelse]]
gör = "registrera_resultat"
år = 2013
belopp = "10"

[[händelse]]
gör = "inrätta_fond"
fond = "social"
riktlinje = { namn = "Riktlinje", källa = "KF 2014-04-28 § 31", återföring = true }

[[händelse]]
gör = "öronmärk"
fond = "social"
belopp = "10"
resultatår = 2013

[[händelse]]
gör = "bevilja"
fond = "social"
projekt = "Navigator"
belopp = "4"
nämnd = "BUN"
finansiering = "ur fonden"
start = 2014-08-01
slut = 2015-12-31
plan = { BUN = { 2017 = "4" } }
"""


@pytest.fixture
def console(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Console:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIFUND_ACTOR", "ekonomi")
    (tmp_path / "2014.toml").write_text(EVENTS, encoding="utf-8")
    return Console(tmp_path, capsysbinary)


@pytest.fixture
def ale(console: Console) -> Console:
    console.done("init ale.sifund --entity Ale")
    console.done("post ale.sifund 2014.toml")
    return console
