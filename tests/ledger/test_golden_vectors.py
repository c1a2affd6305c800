"""The canonical form is frozen: these are its bytes and hashes, and the page for auditors has the same.

A change that breaks this test breaks every book there is. A new form needs a new name (``sifund-record-2``), and
a reader for both.
"""

import re
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_cases import Told as AnyTold
from ledger_cases import movements, record, values

from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.ledger.accounts import FREE_EQUITY, FUND_AVAILABLE, earmark
from sifund_ledger.ledger.canonical.reading import decode_record
from sifund_ledger.ledger.canonical.writing import note_digest
from sifund_ledger.ledger.entries import EntryDraft, transfer
from sifund_ledger.ledger.events import EntryCorrected, JournalOpened, NoteBlotted
from sifund_ledger.ledger.journal.journal import Journal, event_types
from sifund_ledger.ledger.journal.store import stored
from sifund_ledger.ledger.records import GENESIS, Draft, Event
from sifund_ledger.store import SQLiteStore

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "chain.md").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class SetAside(Event):
    """The shape of the commonest event, as it was when the form was frozen."""

    kind: ClassVar[str] = "set_aside"
    fund: str
    subfund: str
    ore: int
    source: str
    result_year: int
    year: int
    event_date: date

    def draft(self):
        lines = transfer(earmark(FREE_EQUITY), earmark(FUND_AVAILABLE, fund=self.fund, subfund=self.subfund), self.ore)
        return EntryDraft(
            self.year, self.event_date, f"Öronmärkning till {self.fund}", lines, self.fund, ("KF § 45", "a\tb")
        )


TYPES = event_types((SetAside,))
KF = Decision.parse("KF 2012-04-23 § 45, dnr KS 2012/7", kept_at="stadsarkivet")
SALT = bytes(range(16))


def the_records():
    journal = Journal()

    def make(at, event, decision=None, note=""):
        draft = Draft(event, decision, note)
        return journal.record(draft, recorded_at=at, actor="ekonomi", salt=SALT if note else b"")

    opened = JournalOpened("Tomelilla kommun", "municipality", "212000-0886")
    first = make(datetime(2012, 5, 2, 8, 0, 0, tzinfo=UTC), opened)
    second = make(
        datetime(2012, 5, 2, 8, 15, 30, tzinfo=UTC),
        SetAside("social", "", 1_000_000_000, "surplus", 2011, 2011, date(2012, 4, 23)),
        KF,
    )
    lines = tuple((*line.account, -line.ore) for line in second.record.entry.postings)
    third = make(
        datetime(2013, 1, 9, 13, 0, 0, tzinfo=UTC),
        EntryCorrected(2, "set_aside", "A 1", 2012, date(2013, 1, 9), lines),
        note="Fel belopp,\nse mejl från Åsa.",
    )
    fourth = make(datetime(2020, 2, 29, 23, 59, 59, tzinfo=UTC), NoteBlotted(3), KF)
    return [first, second, third, fourth]


TEXTS = [
    (
        "sifund-record-1\t1\t0000000000000000000000000000000000000000000000000000000000000000\t\t2012-0"
        "5-02T08:00:00Z\tekonomi\n"
        "\n"
        "journal_opened\t1\tsTomelilla kommun\tsmunicipality\ts212000-0886\n",
        "9b617c70aad1884ae25a2b4296ed1def38fdea81ae29a460f7fad0fee979260b",
    ),
    (
        "sifund-record-1\t2\t9b617c70aad1884ae25a2b4296ed1def38fdea81ae29a460f7fad0fee979260b\t\t2012-0"
        "5-02T08:15:30Z\tekonomi\n"
        "KF\t2012-04-23\t45\tdecided\tKS 2012/7\tstadsarkivet\n"
        "set_aside\t1\tssocial\ts\ti1000000000\tssurplus\ti2011\ti2011\td2012-04-23\n"
        "A\t1\t2011\t2012-04-23\tÖronmärkning till social\tsocial\tKF § 45\ta\\tb\n"
        "EARMARK\tfree_equity\t\t\t\t\t\t1000000000\n"
        "EARMARK\tfund_available\tsocial\t\t\t\t\t-1000000000\n",
        "4e201ab926a4f5d84d957271bf6786313750c90b7a988eb5f0136860ec632bcd",
    ),
    (
        "sifund-record-1\t3\t4e201ab926a4f5d84d957271bf6786313750c90b7a988eb5f0136860ec632bcd\t686eba1"
        "52c0657053469311ef7b1bf0f5683d0d8aa567bfd2c474d321bad2c85\t2013-01-09T13:00:00Z\tekonomi\n"
        "\n"
        "entry_corrected\t1\ti2\tsset_aside\tsA 1\ti2012\td2013-01-09\tttsEARMARK\\\\tsfree_equity\\\\ts\\\\ts\\\\"
        "ts\\\\ts\\\\ti0\\\\ti-1000000000\\ttsEARMARK\\\\tsfund_available\\\\tssocial\\\\ts\\\\ts\\\\ts\\\\ti0\\\\ti1000"
        "000000\n"
        "A\t2\t2012\t2013-01-09\tRättelse av verifikation A 1\t\tpost 2\n"
        "EARMARK\tfree_equity\t\t\t\t\t\t-1000000000\n"
        "EARMARK\tfund_available\tsocial\t\t\t\t\t1000000000\n",
        "78988ecd7831d1c5a8f0ad3ac9e69a095e196da86cdcdf0ba77cd63636552393",
    ),
    (
        "sifund-record-1\t4\t78988ecd7831d1c5a8f0ad3ac9e69a095e196da86cdcdf0ba77cd63636552393\t\t2020-0"
        "2-29T23:59:59Z\tekonomi\n"
        "KF\t2012-04-23\t45\tdecided\tKS 2012/7\tstadsarkivet\n"
        "note_blotted\t1\ti3\n",
        "66272002069afa2ba6393ff86453b9fd9b308ec46e86bb58f06f9ca34a129ec9",
    ),
]
VECTORS = [(text.encode(), digest) for text, digest in TEXTS]


def on_the_page():
    return re.findall(r"^```text\n(sifund-record-1\t.*?)```\n\n`([0-9a-f]{64})`$", PAGE, re.DOTALL | re.MULTILINE)


def test_the_bytes_and_hashes_are_those_of_old():
    assert [(one.data, one.record.hash.hex()) for one in the_records()] == VECTORS


def test_they_read_back_as_what_was_recorded():
    made = [one.record for one in the_records()]
    for (data, digest), expected in zip(VECTORS, made, strict=True):
        assert decode_record(data, bytes.fromhex(digest), TYPES, expected.note) == expected
        assert sha256(data).hexdigest() == digest
    assert [one.previous for one in made] == [GENESIS.hash, *[one.hash for one in made[:-1]]]
    assert made[2].note_digest == note_digest(made[2].note) != b""


def test_the_page_has_the_same():
    assert [(text.encode(), digest) for text, digest in on_the_page()] == VECTORS


class TestTheReaderOnThePage:
    """The page's own reader, which knows nothing of the library, agrees with it."""

    @pytest.fixture(scope="class")
    @staticmethod
    def page():
        (source,) = re.findall(r"^```python\n(import hashlib.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
        assert len([line for line in source.splitlines() if line.strip()]) <= 30
        names = {}
        exec(source, names)
        return names

    def test_on_the_vectors(self, page):
        read = list(page["check"](VECTORS))
        assert [one["seq"] for one in read] == [1, 2, 3, 4]
        assert read[1]["postings"][0] == ["EARMARK", "free_equity", "", "", "", "", "", 1_000_000_000]
        assert read[2]["event"][:2] == ["entry_corrected", "1"]
        assert read[2]["event"][-1][1][7] == 1_000_000_000
        assert read[2]["note_digest"] == sha256(SALT + "Fel belopp,\nse mejl från Åsa.".encode()).digest()

    @pytest.mark.parametrize("at", range(4))
    def test_finds_a_changed_byte_a_missing_record_and_another_order(self, page, at):
        data, digest = VECTORS[at]
        changed = data[:-2] + bytes([data[-2] ^ 1]) + data[-1:]
        for chain in (
            [*VECTORS[:at], (changed, digest), *VECTORS[at + 1 :]],
            [*VECTORS[:at], *VECTORS[at + 1 :], VECTORS[at]] if at < 3 else [*VECTORS[1:]],
        ):
            with pytest.raises(AssertionError):
                list(page["check"](chain))

    @given(st.lists(st.one_of(movements, st.builds(AnyTold, values, st.text(max_size=9))), max_size=6))
    def test_on_any_records_the_library_makes(self, page, drawn):
        journal = Journal()
        sealed = []
        for event in drawn:
            with suppress(Refused):
                sealed += record(journal, event)
        read = list(page["check"]([(one.data, one.record.hash.hex()) for one in sealed]))
        for ours, theirs in zip([one.record for one in sealed], read, strict=True):
            assert theirs["recorded_at"] == ours.recorded_at.strftime("%Y-%m-%dT%H:%M:%SZ")
            assert theirs["actor"] == ours.actor
            assert theirs["decision"] == ["KF", "2012-04-23", "45", "decided", "", ""]
            assert theirs["event"][0] == ours.event.kind
            assert theirs["note_digest"] == ours.note_digest
            entry = ours.entry
            if entry is None:
                assert theirs["entry"] == theirs["postings"] == []
                continue
            series, number, year, day, text, _, *documents = theirs["entry"]
            assert (series, int(number), int(year), day) == (
                entry.series,
                entry.number,
                entry.year,
                str(entry.event_date),
            )
            assert (text, tuple(documents)) == (entry.text, entry.documents)
            assert [line[:6] for line in theirs["postings"]] == [list(line.account[:6]) for line in entry.postings]
            assert [line[-1] for line in theirs["postings"]] == [line.ore for line in entry.postings]

    def test_on_a_book_in_sqlite_as_the_page_says(self, page, tmp_path):
        store = SQLiteStore.create(tmp_path / "bok.sifund")
        with store.writing():
            store.append([stored(one) for one in the_records()])
        store.close()
        (query,) = re.findall(r"`(SELECT [^`]+)`", PAGE)
        connection = sqlite3.connect(tmp_path / "bok.sifund")
        rows = connection.execute(query).fetchall()
        connection.close()
        assert len(list(page["check"]((data, digest.hex()) for data, digest in rows))) == len(VECTORS)
