"""Year-ends under a state machine: nothing counted twice, printed is posted, closed years print the same for ever."""

from __future__ import annotations

import io
import json
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import settings
from models.running import UNTIMED
from models.said import assert_says_what_it_has
from models.year_end_machine import MKR, Line, YearEndMachine

from sifund_ledger import Book, Decision, YearEnd, YearFigures
from sifund_ledger.amounts import canonical_amount as canonical
from sifund_ledger.cli.program import run as sifund
from sifund_ledger.store import SQLiteStore

ROLES = (
    '[accounts]\nequity = ["20*"]\ntaxes_and_grants = ["80*"]\nrealised_gains = ["39*"]\nequalisation_reserve = []\n'
)
SIE = """\
#FLAGGA 0
#PROGRAM "Ekonomi" 1
#FORMAT PC8
#GEN {after}0115
#SIETYP 1
#FNAMN "Modellkommunen"
#RAR 0 {year}0101 {year}1231
#KONTO 1930 "Bank"
#KONTO 2010 "Eget kapital"
#KONTO 3950 "Reavinster"
#KONTO 5010 "Personal"
#KONTO 8010 "Kommunalskatt"
#KTYP 1930 T
#KTYP 2010 S
#KTYP 3950 I
#KTYP 5010 K
#KTYP 8010 I
#IB 0 1930 {opening}
#IB 0 2010 -{opening}
#UB 0 1930 {closing}
#UB 0 2010 -{opening}
#RES 0 3950 -{gains}
#RES 0 5010 {costs}
#RES 0 8010 -{taxes}
"""


class CommandLineMachine(YearEndMachine):
    """Posted with ``sifund year-end``, on a book in a file: from a figures file, from the general ledger, or both."""

    excused = ("COMPARISON_NOT_OF_LEDGER",)
    """Its files are another ledger than the one that the book fits, and it was held against them."""

    def open_book(self) -> Book:
        """A book in a folder of its own."""
        self.folder = tempfile.TemporaryDirectory(prefix="sifund-")
        self.path = Path(self.folder.name)
        self.sources = cycle(["file", "both", "sie"])
        (self.path / "roles.toml").write_text(ROLES, encoding="utf-8")
        store = SQLiteStore.create(self.path / "a.sifund")
        return Book(
            store, actor="ekonomi", clock=lambda: datetime.now(UTC).replace(microsecond=0), salt=lambda: bytes(16)
        )

    def teardown(self) -> None:
        super().teardown()
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def post(self, run: YearEnd, figures: YearFigures, grounds: Decision | None) -> list[Line]:
        """Printed as JSON first, and then posted with the same words and ``--post``."""
        self.words = self._written(run.year, figures, next(self.sources))
        self.words += ["--grounds-decision", str(grounds)] if grounds else []
        tables = {table["code"]: table for table in json.loads(self._done())["tables"]}
        note = {row["row"]: row for row in tables["equity"]["rows"]}
        assert note["closing"][str(run.year)] == canonical(self.model.equity(run.year))
        printed = tables.get("proposed_postings", {"rows": []})["rows"]
        self._done("--post")
        return [(row["account"], row["debit"], row["credit"]) for row in printed if row["account"]]

    def again(self, year: int, figures: YearFigures, grounds: Decision | None) -> YearEnd:
        """The same words once more record nothing."""
        head = self.book.head
        assert "proposed_postings" not in self._done("--post")
        assert self.book.head == head
        return self.book.year_end(year, figures, grounds_decision=grounds)

    def _done(self, *more: str) -> str:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = sifund([*self.words, *more])
        assert status == 0, err.getvalue()
        return out.getvalue()

    def _written(self, year: int, figures: YearFigures, source: str) -> list[str]:
        """The files of a year and the command that reads them; what the ledger cannot know is stated."""
        result, gains, reserved = (
            figures.ore(key) or 0 for key in ("net_result", "realised_gains", "reserve_allocated")
        )
        opening, taxes = self.model.equity(year - 1), 100 * MKR
        ledger = {
            "opening": opening, "closing": opening + result, "gains": gains, "taxes": taxes,
            "costs": taxes + gains - result,
        }  # fmt: skip
        text = SIE.format(year=year, after=year + 1, **{key: canonical(ore) for key, ore in ledger.items()})
        (self.path / "a.se").write_text(text, encoding="ascii")
        stated = {
            "net_result": result,
            "realised_gains": gains,
            "pension_contingency": 0,
            "reserve_allocated": reserved,
        }
        if source == "file":
            stated |= {"taxes_and_grants": taxes, "equity": opening + result}
        lines = [f'{key} = "{canonical(ore)}"' for key, ore in stated.items()]
        lines.append(f'reserve_decision = "{figures.reserve_decision}"')
        (self.path / "f.toml").write_text("\n".join(["[[year]]", f"year = {year}", *lines]) + "\n", encoding="utf-8")
        before = self.last[year][0].ore("reserve_allocated") if year in self.last else 0
        known = source == "sie" and not reserved and not before  # the ledger knows no decision, nor one to take back
        files = [] if known else [str(self.path / "f.toml")]
        if source != "file":
            files += ["--sie", str(self.path / "a.se"), "--roles", str(self.path / "roles.toml")]
        return ["year-end", str(self.path / "a.sifund"), str(year), *files, "--actor", "ekonomi", "-O", "json"]


_QUICK = settings(UNTIMED, max_examples=8, stateful_step_count=20)


class TestYearEnds(YearEndMachine.TestCase):
    settings = _QUICK


class TestYearEndsOnTheCommandLine(CommandLineMachine.TestCase):
    settings = settings(_QUICK, max_examples=3, stateful_step_count=12)


@pytest.mark.slow
class TestYearEndsLong(YearEndMachine.TestCase):
    settings = settings(_QUICK, max_examples=80, stateful_step_count=40)


@pytest.mark.slow
class TestYearEndsOnTheCommandLineLong(CommandLineMachine.TestCase):
    settings = settings(_QUICK, max_examples=15, stateful_step_count=30)


def test_the_machine_says_which_commands_it_has():
    assert_says_what_it_has(YearEndMachine)
