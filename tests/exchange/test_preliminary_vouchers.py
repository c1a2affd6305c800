"""R25: what is proposed goes out before it is decided, is recognised once it is, and is reversed where it is not."""

from __future__ import annotations

import json
import shlex
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger import ArgumentRefused, Book, Decision, Policy, Refused, UnreadableInput, YearFigures, open_book, sek
from sifund_ledger.cli.program import run as sifund
from sifund_ledger.exchange import export_preliminary, export_vouchers, parse_mapping, parse_register, register_text
from sifund_ledger.exchange.vouchers.voucher_export import VoucherExport

MAPPING = parse_mapping(
    '[accounts]\nfree_equity = "2010"\nequalisation_reserve = "2080"\n'
    '"fund_available.social" = "2071"\nfund_committed = "2072"\n'
)
KF = "KF 2013-04-29 § 45"
PROPOSED = Decision.parse("KF 2014-04-28 § 30", state="proposed")
DECIDED = Decision.parse("KF 2014-04-28 § 30")


def a_book(path: Path | None = None, entity: str = "Ale") -> Book:
    """A fund on an account of its own, whose project has cost 2 500 kronor that are not used yet."""
    book = open_book(path, create=entity, actor="ekonomi", clock=lambda: datetime(2014, 6, 30, tzinfo=UTC))
    book.open_equity(2012, sek("60 000"), opening_deficits=[], decision=KF)
    policy = Policy(name="Riktlinje", source=KF, gl_treatment="sub_account")
    book.create_fund("social", policy=policy, decision=KF)
    book.open_fund("social", sek("10 000"), year=2013, decision=KF)
    book.grant(
        "social", "Navigator", sek("4 000"), board="BUN", financing="ur fonden", start=date(2013, 5, 1),
        end=date(2014, 12, 31), decision=KF,
    )  # fmt: skip
    book.report_cost("social", "Navigator", sek("2 500"), year=2013, decision="BUN 2014-01-22 § 4")
    return book


def figures(allocated: int, decision: Decision) -> YearFigures:
    return YearFigures(
        net_result=sek("8 000"), taxes_and_grants=sek("100 000"), equity=sek("68 000"),
        reserve_allocated=sek(allocated), reserve_decision=decision,
    )  # fmt: skip


class Ledger:
    """A general ledger that books every voucher it is given, and the register of what has gone out."""

    def __init__(self) -> None:
        self.moved: Counter[str] = Counter()
        self.register: tuple[str, ...] = ()

    def books(self, export: VoucherExport) -> list[str]:
        for voucher in export.vouchers:
            assert voucher.difference_ore == 0
            for row in voucher.rows:
                self.moved[row.account] += row.ore
        self.register = parse_register(register_text((*self.register, *export.marks)).encode())
        return [voucher.text for voucher in export.vouchers]

    def preliminary(self, book: Book, of: YearFigures) -> VoucherExport:
        proposals = book.proposed_records(2013, book.year_end(2013, of))
        return export_preliminary(list(book.records()), proposals, 2013, MAPPING, exported=self.register)

    def final(self, book: Book) -> VoucherExport:
        return export_vouchers(list(book.records()), 2013, MAPPING, exported=self.register, only_new=True)

    @property
    def balances(self) -> dict[str, int]:
        return {account: ore for account, ore in self.moved.items() if ore}


def of_book(book: Book) -> dict[str, int]:
    """What a ledger has that books every voucher of the book, once."""
    ledger = Ledger()
    ledger.books(export_vouchers(list(book.records()), 2013, MAPPING))
    return ledger.balances


def codes(export: VoucherExport) -> set[str]:
    return {finding.code for finding in export.findings}


def test_what_is_proposed_goes_out_and_never_comes_into_the_book():
    book, ledger = a_book(), Ledger()
    head = book.head
    out = ledger.preliminary(book, figures(500, PROPOSED))
    assert ledger.books(out) == [
        "Preliminär: Reservering till resultatutjämningsreserven 2013",
        "Preliminär: Ianspråktaget ur social för Navigator 2013",
    ]
    assert book.head == head
    assert ledger.balances == {"2010": 50_000 - 250_000, "2080": -50_000, "2072": 250_000}
    again = ledger.preliminary(book, figures(500, PROPOSED))
    assert (again.vouchers, again.marks) == ((), ())


def test_what_is_decided_is_recognised_and_goes_out_once():
    book, ledger = a_book(), Ledger()
    ledger.books(ledger.preliminary(book, figures(500, PROPOSED)))
    book.use("social", sek("2 500"), year=2013, project="Navigator", decision=DECIDED)
    book.year_end(2013, figures(500, DECIDED)).post()
    final = ledger.final(book)
    assert "VOUCHERS_RECOGNISED" in codes(final)
    # The grant was decided within the year, and had not gone out.
    assert ledger.books(final) == ["Beviljat ur social till Navigator, KF 2013-04-29 § 45 (A 1)"]
    assert ledger.balances == of_book(book)
    assert ledger.books(ledger.final(book)) == []


def test_a_proposal_that_is_changed_takes_the_place_of_the_earlier():
    book, ledger = a_book(), Ledger()
    ledger.books(ledger.preliminary(book, figures(500, PROPOSED)))
    changed = ledger.preliminary(book, figures(501, PROPOSED))
    assert "VOUCHERS_REVERSED" in codes(changed)
    assert ledger.books(changed) == [
        "Preliminär: Reservering till resultatutjämningsreserven 2013",
        "Återförd: Preliminär: Reservering till resultatutjämningsreserven 2013",
    ]
    assert ledger.balances["2080"] == -50_100


def test_what_is_decided_otherwise_is_reversed_when_the_year_is_closed_and_not_before():
    book, ledger = a_book(), Ledger()
    ledger.books(ledger.preliminary(book, figures(500, PROPOSED)))
    book.use("social", sek("2 000"), year=2013, project="Navigator", decision=DECIDED)
    book.year_end(2013, replace(figures(0, DECIDED), reserve_decision=None)).post()
    waiting = ledger.final(book)
    assert "VOUCHERS_AWAITING" in codes(waiting)
    ledger.books(waiting)
    book.close_year(2013, decision="KF 2014-04-28 § 32")
    reversed_ = ledger.final(book)
    (found,) = (each for each in reversed_.findings if each.code == "VOUCHERS_REVERSED")
    assert found.severity == "warning"
    assert len(ledger.books(reversed_)) == 2
    assert ledger.balances == of_book(book)
    assert ledger.books(ledger.final(book)) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 3), max_size=4), st.integers(0, 3), st.integers(0, 2_500), st.booleans())
def test_whatever_was_proposed_the_ledger_ends_with_what_the_book_has(proposed, decided, used, between):
    book, ledger = a_book(), Ledger()
    for allocated in proposed:
        ledger.books(ledger.preliminary(book, figures(100 * allocated, PROPOSED)))
        if between:
            ledger.books(ledger.final(book))
    if used:
        book.use("social", sek(used), year=2013, project="Navigator", decision=DECIDED)
    book.year_end(2013, figures(100 * decided, DECIDED)).post()
    if between:
        ledger.books(ledger.final(book))
    book.close_year(2013, decision="KF 2014-04-28 § 32")
    ledger.books(ledger.final(book))
    assert ledger.balances == of_book(book)
    assert ledger.final(book).vouchers == ()


@pytest.mark.parametrize("kept", ["", "{", '{"date":"20131231"}', '{"date":"x","text":"y","rows":[["1"]]}', "[" * 9999])
def test_a_register_that_was_changed_by_hand_is_refused(kept):
    line = f"preliminary1/2013:{'0' * 16}\t{kept}"
    with pytest.raises(UnreadableInput, match="REGISTER_UNREADABLE"):
        export_vouchers([], 2013, MAPPING, exported=(line,))


def test_the_command_line_sends_them_out_and_recognises_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIFUND_ACTOR", "ekonomi")
    a_book(tmp_path / "ale.sifund").close()
    Path("mapping.toml").write_text(
        '[accounts]\nfree_equity = "2010"\nfund_available = "2071"\nfund_committed = "2072"\n'
    )
    Path("figures.toml").write_text('[[year]]\nyear = 2013\nnet_result = "8 000"\n')
    export = "export sie ale.sifund 2013 --mapping mapping.toml --register out.txt"

    def done(line: str) -> Any:
        status = sifund(shlex.split(line))
        return status, capsys.readouterr().err

    assert done(f"{export} --preliminary figures.toml -o early.si")[0] == 0
    assert "Preliminär: Ianspråktaget" in Path("early.si").read_bytes().decode("cp437")
    assert done('project use ale.sifund Navigator --amount 2500 --year 2013 --decision "KF 2014-04-28 § 31"')[0] == 0
    status, err = done(f"{export} -o final.si")
    assert (status, "VOUCHERS_RECOGNISED" in err) == (0, True)
    assert "Ianspråktaget" not in Path("final.si").read_bytes().decode("cp437")


SIE = """\
#FLAGGA 0
#SIETYP 1
#FNAMN "Ale"
#RAR 0 20130101 20131231
#KONTO 1930 "Bank"
#KONTO 2010 "Eget kapital"
#KONTO 2071 "Fond"
#KONTO 8010 "Skatt"
#KTYP 1930 T
#KTYP 2010 S
#KTYP 2071 S
#KTYP 8010 I
#IB 0 1930 60000.00
#IB 0 2010 -50000.00
#IB 0 2071 -10000.00
#UB 0 1930 68000.00
#UB 0 2010 -52500.00
#UB 0 2071 -7500.00
#RES 0 8010 -8000.00
"""
ROLES = '[accounts]\nequity = ["20*"]\ntaxes_and_grants = ["80*"]\nrealised_gains = []\nequalisation_reserve = []\n'


def test_a_ledger_that_has_booked_the_proposals_ties_to_the_book_with_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with a_book(tmp_path / "ale.sifund") as book:
        head = book.head
    Path("2013.se").write_text(SIE, "ascii")
    Path("roles.toml").write_text(ROLES + '[accounts.earmark]\nsocial = ["2071"]\n')
    asked = ["year-end", "ale.sifund", "2013", "--sie", "2013.se", "--roles", "roles.toml", "-O", "json"]

    def tied(option: str) -> list[str]:
        assert sifund([*asked, option]) == 0, capsys.readouterr().err
        (table, _) = json.loads(capsys.readouterr().out)["tables"]
        (row,) = (row for row in table["rows"] if row["row"] == "earmark.social")
        return [row["book"], row["ledger"], row["difference"]]

    assert tied("--tie-out") == ["10000", "7500", "-2500"]
    assert tied("--proposals") == ["7500", "7500", "0"]
    with open_book(tmp_path / "ale.sifund") as book:
        assert book.head == head


@pytest.mark.parametrize("year", [0, 10**30, "i fjol"])
def test_nothing_is_proposed_for_what_is_no_fiscal_year(year: Any):
    book = a_book()
    for ask in (book.proposed_records, book.year_events, lambda of: book.with_proposals(of).__enter__()):
        with pytest.raises((Refused, ArgumentRefused)):
            ask(year)


def test_books_that_share_a_register_do_not_take_each_others_vouchers():
    """Two books propose the same amounts: each sends its own, and neither reverses the other's."""
    first, second = a_book(), a_book(entity="Kungälv")
    sent = export_preliminary(list(first.records()), first.proposed_records(2013), 2013, MAPPING)
    other = export_preliminary(
        list(second.records()), second.proposed_records(2013), 2013, MAPPING, exported=sent.marks
    )
    assert len(sent.vouchers) == len(other.vouchers) == 1
    assert not any(voucher.text.startswith("Återförd") for voucher in other.vouchers)
    again = export_preliminary(list(first.records()), first.proposed_records(2013), 2013, MAPPING, exported=sent.marks)
    assert (again.vouchers, "EXPORT_EMPTY" in {found.code for found in again.findings}) == ((), True)
