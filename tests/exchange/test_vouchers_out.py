"""Vouchers out (R29): what goes out and what stays, dated within the year, once, and tied to the funds' accounts."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from models.fund_machine import FundMachine
from models.running import UNTIMED

from sifund_ledger import Book, Decision, Record, Refused, UnreadableInput, open_book, presets, sek
from sifund_ledger.amounts import format_amount
from sifund_ledger.exchange import (
    VoucherMapping,
    budget_lines,
    export_vouchers,
    parse_mapping,
    read_general_ledger,
)
from sifund_ledger.exchange.csv_forms import NumberForm
from sifund_ledger.exchange.sie import parse_sie, sie_bytes
from sifund_ledger.exchange.vouchers.export_register import parse_register, register_text
from sifund_ledger.exchange.vouchers.ledger_treatment import note_only_funds
from sifund_ledger.exchange.vouchers.voucher_export import VoucherExport
from sifund_ledger.exchange.vouchers.voucher_mapping import DIMENSIONS
from sifund_ledger.findings import Severity
from sifund_ledger.funds.tables.account import FundAccount
from sifund_ledger.ledger.accounts import FUND_AVAILABLE, FUND_COMMITTED
from sifund_ledger.ledger.events import EntryCorrected

MAPPING = parse_mapping(
    """
series = "SIF"
[accounts]
free_equity = "20100"
equalisation_reserve = "20800"
result_reserve = "20810"
"fund_available.social" = "20710"
fund_available = "20700"
fund_committed = "20720"
[objects]
ansvar = "100"
motpart = "=1+1"
[projects]
Navigator = "P100"
"""
)
YEARS = range(2010, 2031)
ON_ACCOUNT = replace(presets.tomelilla_earmark, gl_treatment="sub_account")


def kf(day: str, paragraph: int = 45) -> Decision:
    return Decision.parse(f"KF {day} § {paragraph}")


KF = kf("2013-04-22")


@pytest.fixture
def book() -> Book:
    """Equity of 400 million at the close of 2010; 10 million of 2011's result earmarked, 4 of them granted in 2013."""
    book = open_book(create="Tomelilla kommun", actor="ekonomi", clock=lambda: datetime(2018, 6, 30, 12, 0, tzinfo=UTC))
    book.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=KF)
    for year in range(2011, 2014):
        book.record_result(year, sek("18 000 000"))
    book.create_fund("social", policy=ON_ACCOUNT, decision=KF)
    book.set_aside("social", sek("10 000 000"), result_year=2011, decision=KF)
    book.grant("social", "Navigator", sek("4 000 000"), board="BUN", financing="ur fonden", decision=KF)
    return book


def codes_refused(records: Sequence[Record], year: int, mapping: VoucherMapping) -> list[str]:
    with pytest.raises(Refused) as refused:
        export_vouchers(records, year, mapping)
    return [finding.code for finding in refused.value.findings]


def on(export: VoucherExport, *accounts: str) -> int:
    """The sum of a few accounts of what goes out, in öre."""
    return sum(row.ore for voucher in export.vouchers for row in voucher.rows if row.account in accounts)


def codes(export: VoucherExport) -> list[str]:
    return [finding.code for finding in export.findings]


def test_a_set_aside_goes_out_as_a_voucher_of_its_year(book: Book) -> None:
    export = export_vouchers(book.records(), 2011, MAPPING, entity=book.entity)
    data, findings = sie_bytes(export.document(generated=date(2014, 1, 15)))
    document = parse_sie(data)
    [voucher] = document.vouchers

    assert (document.type, document.company, voucher.series, voucher.date) == ("4I", book.entity, "SIF", "20111231")
    assert [(row.account, row.ore) for row in voucher.rows] == [("20100", 1_000_000_000), ("20710", -1_000_000_000)]
    assert voucher.text == "Öronmärkning till social ur 2011 års resultat, KF 2013-04-22 par. 45 (A 6)"
    assert not findings
    assert "§ 45 (A 6)" in export.csv()


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("2120001967", "212000-1967"),
        ("212000-1967", "212000-1967"),
        ("162120001967", "212000-1967"),
        ("okänt", "okänt"),
    ],
)
def test_a_file_names_the_organisation_number_of_its_book_as_sie_writes_it(given: str, written: str) -> None:
    book = open_book(create="Örebro kommun", actor="ekonomi", organisation_number=given)
    book.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=KF)

    document = export_vouchers(book.records(), 2011, MAPPING, entity=book.entity).document(generated=date(2014, 1, 15))

    assert parse_sie(sie_bytes(document)[0]).organisation_number == written


def test_a_book_without_an_organisation_number_writes_none(book: Book) -> None:
    document = export_vouchers(book.records(), 2011, MAPPING, entity=book.entity).document(generated=date(2014, 1, 15))

    assert "ORGNR" not in {record.label for record in document.records}


@pytest.mark.parametrize("most", [30, 40, 50, 70])
def test_a_text_is_shortened_to_what_the_receiving_system_takes_and_kept_whole_in_the_register(
    most: int, book: Book
) -> None:
    whole = export_vouchers(book.records(), 2011, MAPPING)
    cut = export_vouchers(book.records(), 2011, replace(MAPPING, text_length=most))
    [voucher] = parse_sie(sie_bytes(cut.document(generated=date(2014, 1, 15)))[0]).vouchers
    [line] = parse_register(register_text(cut.marks).encode())

    assert len(voucher.text) <= most
    assert voucher.text.startswith("Öronmärkning till")
    assert voucher.text.endswith(" (A 6)")
    assert line.split("\t") == [
        whole.marks[0],
        "Öronmärkning till social ur 2011 års resultat, KF 2013-04-22 § 45 (A 6)",
    ]
    assert codes(export_vouchers(book.records(), 2011, MAPPING, exported=[line], only_new=True)) == ["EXPORT_EMPTY"]


def test_a_text_that_is_short_enough_goes_out_whole(book: Book) -> None:
    as_sie_has_it = len("Öronmärkning till social ur 2011 års resultat, KF 2013-04-22 par. 45 (A 6)")
    whole = export_vouchers(book.records(), 2011, MAPPING)

    assert export_vouchers(book.records(), 2011, replace(MAPPING, text_length=as_sie_has_it)).vouchers == whole.vouchers


def test_rows_as_csv_in_both_number_forms(book: Book) -> None:
    export = export_vouchers(book.records(), 2013, MAPPING)
    swedish = list(csv.reader(io.StringIO(export.csv("sv"), newline=""), delimiter=";"))
    international = list(csv.reader(io.StringIO(export.csv("international"), newline="")))
    text = "Beviljat ur social till Navigator, KF 2013-04-22 § 45 (A 7)"

    assert swedish == [
        ["konto", "ansvar", "verksamhet", "projekt", "motpart", "belopp", "text", "datum", "verifikation"],
        ["20710", "100", "", "", "'=1+1", "4000000,00", text, "2013-04-22", "A 7"],
        ["20720", "100", "", "P100", "'=1+1", "-4000000,00", text, "2013-04-22", "A 7"],
    ]
    assert [row[5] for row in international[1:]] == ["4000000.00", "-4000000.00"]


@pytest.mark.parametrize("form", ["sv", "international"])
def test_our_own_import_reads_the_csv_that_goes_out(form: NumberForm, book: Book, tmp_path: Path) -> None:
    """Each entry is a voucher there too, though several have one day."""
    book.set_aside("social", sek("1 500 000,50"), result_year=2013, decision=KF)
    export = export_vouchers(book.records(), 2013, MAPPING)
    (tmp_path / "v.csv").write_text(export.csv(form), encoding="utf-8", newline="")
    ledger = read_general_ledger(tmp_path / "v.csv")

    assert not ledger.findings
    assert [(each.series, each.number) for each in ledger.each_voucher()] == [("A", "7"), ("A", "8")]
    assert ledger.balances() == {account: on(export, account) for account in ("20100", "20710", "20720")}
    assert set(ledger.object_balances("6")) == {"", "P100"}


def test_nothing_goes_out_twice(book: Book) -> None:
    records = list(book.records())
    first = export_vouchers(records, 2011, MAPPING)

    with pytest.raises(Refused, match=f"VOUCHER_EXPORTED.*{first.marks[0]}"):
        export_vouchers(records, 2011, MAPPING, exported=first.marks)
    again = export_vouchers(records, 2011, MAPPING, exported=first.marks, only_new=True)
    assert (again.vouchers, again.marks, codes(again)) == ((), (), ["EXPORT_EMPTY"])
    assert "1 of its entries were exported before" in again.findings[0].message

    book.set_aside("social", sek("1 000 000"), result_year=2011, decision=KF)
    more = export_vouchers(book.records(), 2011, MAPPING, exported=first.marks, only_new=True)
    assert on(more, "20710") == -100_000_000


def test_one_register_serves_vouchers_budget_lines_and_several_books(book: Book) -> None:
    records = list(book.records())
    marks = export_vouchers(records, 2013, MAPPING).marks + budget_lines(records, 2013).marks
    kept = parse_register(register_text(marks).encode(), "register.txt")

    assert kept == marks
    assert len(set(marks)) == 2
    with open_book(create="Ystads kommun", actor="ekonomi") as other:
        other.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=KF)
        other.record_result(2013, sek("18 000 000"))
        other.create_fund("social", policy=ON_ACCOUNT, decision=KF)
        other.set_aside("social", sek("10 000 000"), result_year=2013, decision=KF)
        assert export_vouchers(other.records(), 2013, MAPPING, exported=kept).vouchers


def test_a_year_with_nothing_says_so(book: Book) -> None:
    export = export_vouchers(book.records(), 2012, MAPPING)

    assert (export.vouchers, codes(export)) == ((), ["EXPORT_EMPTY"])
    assert export.csv().splitlines() == ["konto;ansvar;verksamhet;projekt;motpart;belopp;text;datum;verifikation"]


def test_vouchers_are_dated_within_their_year(book: Book) -> None:
    early = kf("2014-11-24")
    book.dissolve("social", sek("1 000 000"), reason="Avslutas", decision=early, year=2015)
    record = next(record for record in book.records() if record.event.kind == "granted")
    book.correct(record.seq, reason="Fel belopp", decision=kf("2018-02-26"), year=2017)

    assert [v.date for v in export_vouchers(book.records(), 2011, MAPPING).vouchers] == ["20111231"]
    assert [v.date for v in export_vouchers(book.records(), 2013, MAPPING).vouchers] == ["20130422"]
    assert [v.date for v in export_vouchers(book.records(), 2015, MAPPING).vouchers] == ["20150101"]
    assert [v.date for v in export_vouchers(book.records(), 2017, MAPPING).vouchers] == ["20171231"]


def test_what_a_fund_is_shown_in_notes_for_stays_with_its_corrections(book: Book) -> None:
    record = next(record for record in book.records() if record.event.kind == "set_aside")
    grant = next(record for record in book.records() if record.event.kind == "granted")
    book.correct(grant.seq, reason="Fel", decision=kf("2014-05-05"))
    book.correct(record.seq, reason="Fel", decision=kf("2014-05-05"))
    export = export_vouchers(book.records(), 2011, MAPPING, note_only=["social"])

    assert (export.vouchers, codes(export)) == ((), ["VOUCHER_NOTE_ONLY", "EXPORT_EMPTY"])
    assert "2 entries" in export.findings[0].message
    both = export_vouchers(book.records(), 2011, MAPPING)
    assert (len(both.vouchers), on(both, "20710")) == (2, 0)


@pytest.mark.parametrize(("first", "later"), [("note_only", "sub_account"), ("sub_account", "note_only")])
def test_the_policy_in_force_at_the_close_of_the_year_decides(first: str, later: str) -> None:
    policy = replace(presets.tomelilla_earmark, gl_treatment=first)
    with open_book(create="Tomelilla kommun", actor="ekonomi") as book:
        book.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=KF)
        book.create_fund("social", policy=policy, decision=KF)
        for valid_from, treatment in ((date(2014, 12, 31), later), (date(2030, 1, 1), first)):
            book.change_policy(
                "social", policy=replace(policy, gl_treatment=treatment), valid_from=valid_from, decision=KF
            )
        for year in (2013, 2014):
            book.record_result(year, sek("18 000 000"))
            book.set_aside("social", sek("1 000 000"), result_year=year, decision=KF)
        wrong = next(record.seq for record in book.records() if record.event.kind == "set_aside")
        book.correct(wrong, reason="Fel belopp", decision=kf("2015-04-27"), year=2014)
        records = list(book.records())

    silent = {year for year in range(2013, 2031) if note_only_funds(records, year)}
    assert silent == ({2013, 2030} if first == "note_only" else set(range(2014, 2030)))
    gone = {year: len(export_vouchers(records, year, MAPPING).vouchers) for year in (2013, 2014)}
    assert gone == ({2013: 0, 2014: 2} if first == "note_only" else {2013: 1, 2014: 0})


@pytest.mark.parametrize(("before", "now"), [("note_only", "sub_account"), ("sub_account", "note_only")])
def test_the_fund_s_account_follows_the_fund_over_a_change_of_treatment(before: str, now: str) -> None:
    """What goes out and what is booked by hand on the account are what the fund has, with its corrections."""
    with open_book(create="Tomelilla kommun", actor="ekonomi") as book:
        book.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=KF)
        book.create_fund("social", policy=replace(ON_ACCOUNT, gl_treatment=before), decision=KF)
        for year, amount in ((2011, "7 000 000"), (2012, "3 000 000")):
            book.record_result(year, sek("18 000 000"))
            book.set_aside("social", sek(amount), result_year=year, decision=KF)
        changed = {"policy": replace(ON_ACCOUNT, gl_treatment=now), "valid_from": date(2014, 1, 1)}
        book.change_policy("social", **changed, decision=kf("2013-11-25"))
        wrong = next(record.seq for record in book.records() if record.event.kind == "set_aside")
        book.correct(wrong, reason="Fel år", decision=kf("2014-04-28"), year=2014)
        exports = {year: export_vouchers(book.records(), year, MAPPING) for year in range(2011, 2016)}
        closing = book.fund("social").account().total.closing_ore

    told = [each for export in exports.values() for each in export.findings if each.code == "VOUCHER_TREATMENT_CHANGED"]
    assert [(each.place, format_amount(1_000_000_000) in each.message) for each in told] == [("2014", True)]
    by_hand = 1_000_000_000 if now == "sub_account" else -1_000_000_000
    booked = by_hand - sum(on(export, "20710") for export in exports.values())
    assert (booked, closing) == (300_000_000 if now == "sub_account" else 0, 300_000_000)


def test_a_fund_that_had_nothing_asks_for_nothing_by_hand_when_its_treatment_changes() -> None:
    with open_book(create="Tomelilla kommun", actor="ekonomi") as book:
        book.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=KF)
        book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
        book.change_policy("social", policy=ON_ACCOUNT, valid_from=date(2014, 1, 1), decision=KF)
        records = list(book.records())

    assert codes(export_vouchers(records, 2014, MAPPING)) == ["EXPORT_EMPTY"]


def test_a_fund_met_by_the_result_reserve_is_on_an_account_whatever_its_policy_says() -> None:
    with open_book(create="Tomelilla kommun", actor="ekonomi") as book:
        book.open_equity(2023, sek("400 000 000"), opening_deficits=[], decision=kf("2024-04-22"))
        book.record_result(2024, sek("18 000 000"))
        book.create_fund(
            "framtid",
            policy=presets.result_reserve_2024,  # its gl_treatment says nothing: the reserve has an account (R46)
            decision=kf("2024-04-22"),
        )
        book.set_aside("framtid", sek("5 000 000"), result_year=2024, decision=kf("2025-04-22"))
        records = list(book.records())

    assert on(export_vouchers(records, 2024, MAPPING), "20810") == -500_000_000
    silent = export_vouchers(records, 2024, MAPPING, note_only=["framtid"])
    assert (silent.vouchers, codes(silent)[0]) == ((), "VOUCHER_NOTE_ONLY")


def test_what_a_fund_in_notes_alone_moves_of_the_result_reserve_is_told_since_the_ledger_has_that_reserve() -> None:
    """The council's own dissolution goes out, and so the ledger's account lacks the fund's part alone."""
    with open_book(create="Tomelilla kommun", actor="ekonomi") as book:
        book.open_equity(
            2024, sek("400 000 000"), result_reserve=3_000_000, opening_deficits=[], decision=kf("2025-04-22")
        )
        book.record_result(2025, sek("18 000 000"))
        book.dissolve_reserve("result_reserve", sek("2 000 000"), year=2025, decision=kf("2025-04-22"))
        for fund in ("framtid", "grön"):
            book.create_fund(fund, policy=presets.result_reserve_2024, decision=kf("2025-04-22"))
        book.set_aside("framtid", sek("5 000 000"), result_year=2025, decision=kf("2026-04-22"))
        book.set_aside("grön", sek("1 000 000"), result_year=2025, decision=kf("2026-04-22"))
        last = [record.seq for record in book.records()][-1]
        book.correct(last, reason="Fel fond", decision=kf("2026-05-25"))
        export = export_vouchers(book.records(), 2025, MAPPING, note_only=["framtid", "grön"])
        reserve = book.equity_note(2025).result_reserve_ore

    [told] = [finding for finding in export.findings if finding.code == "VOUCHER_RESERVE_STAYS"]
    assert told.severity is Severity.WARNING
    assert "framtid" in told.message_sv
    assert "5 000 000 kr" in told.message_sv
    assert reserve == 300_000_000 - on(export, "20810") + 500_000_000


def test_opening_balances_are_the_ledger_s_own(book: Book) -> None:
    opened = kf("2014-01-27")
    book.create_fund("grön", policy=replace(presets.upplands_bro, gl_treatment="sub_account"), decision=opened)
    book.open_fund("grön", sek("3 000 000"), year=2014, decision=opened)
    record = next(record for record in book.records() if record.event.kind == "fund_opened")
    export = export_vouchers(book.records(), 2014, MAPPING)
    book.correct(record.seq, reason="Fel belopp", decision=kf("2015-01-26"), year=2015)

    assert (export.vouchers, codes(export)) == ((), ["VOUCHER_OPENING_STAYS", "EXPORT_EMPTY"])
    assert not export_vouchers(book.records(), 2015, MAPPING).vouchers


def test_every_account_that_is_missing_is_told_at_once(book: Book) -> None:
    records = list(book.records())

    assert codes_refused(records, 2011, VoucherMapping({})) == ["VOUCHER_ACCOUNT_UNMAPPED"] * 2
    misspelled = VoucherMapping({"free_equity": "20100", "fund_available": "20700", "fund_available.socail": "20710"})
    export = export_vouchers(records, 2011, misspelled)
    assert codes(export) == ["MAPPING_FUND_UNKNOWN"]
    assert on(export, "20700") == -1_000_000_000


def test_a_fund_on_the_account_of_free_equity_is_told(book: Book) -> None:
    """Its vouchers would move nothing. A fund's two sides may well be on one account."""
    mixed = VoucherMapping({"free_equity": "20100", "fund_available": "20100", "fund_available.social": "20710"})
    one = VoucherMapping({"free_equity": "20100", "fund_available": "20710", "fund_committed": "20710"})
    export = export_vouchers(book.records(), 2011, mixed)

    assert codes(export) == ["MAPPING_ACCOUNT_SHARED"]
    assert export.findings[0].place == "accounts.fund_available"
    assert "20100" in export.findings[0].message_sv
    assert not export_vouchers(book.records(), 2011, one).findings


def test_two_funds_on_one_account_are_told_with_the_line_that_parts_them(book: Book) -> None:
    decision = Decision.parse("KF 2013-04-22 § 46")
    book.create_fund("tidiga insatser", policy=book.fund("social").policy, decision=decision)
    book.set_aside("tidiga insatser", sek("1 000 000"), result_year=2011, decision=decision)
    both = {"free_equity": "20100", "fund_available": "20710"}
    [finding] = export_vouchers(book.records(), 2011, VoucherMapping(both)).findings

    assert (finding.code, finding.severity) == ("MAPPING_FUNDS_TOGETHER", "note")
    assert "social, tidiga insatser" in finding.message
    assert '"fund_available.tidiga insatser" = "…"' in finding.remedy
    apart = both | {"fund_available.tidiga insatser": "20720"}
    assert not export_vouchers(book.records(), 2011, VoucherMapping(apart)).findings


def test_a_project_without_a_code_is_told(book: Book) -> None:
    accounts, records = MAPPING.accounts, list(book.records())
    export = export_vouchers(records, 2013, VoucherMapping(accounts, dimensions={**DIMENSIONS, "projekt": "7"}))

    assert export.vouchers[0].rows[1].objects == (("7", "Navigator"),)
    [finding] = export.findings
    assert finding.code == "PROJECT_UNMAPPED"
    assert "project Navigator" in finding.message
    assert '"Navigator" = "…"' in finding.remedy
    assert not export_vouchers(records, 2013, VoucherMapping(accounts, {"projekt": "P1"})).findings
    assert not export_vouchers(records, 2013, VoucherMapping(accounts, projects={"Navigator": "P1"})).findings
    assert not export_vouchers(records, 2011, VoucherMapping(accounts)).findings


def test_the_accounts_that_a_mapping_may_have_are_explained_in_swedish():
    with pytest.raises(UnreadableInput) as refusal:
        parse_mapping(b"[accounts]\nboard_frame = '1'")
    (found,) = refusal.value.findings
    assert "fund_available[.fond[.delfond]] (öronmärkt, disponibelt); " in found.remedy_sv
    assert found.remedy.endswith("fund_committed[.fund[.subfund]], result_reserve, equalisation_reserve.")


@pytest.mark.parametrize(
    ("line", "place", "code", "told"),
    [
        ("[accounts]\nboard_frame = '1'", ":2: accounts.board_frame", "MAPPING_ACCOUNT_UNKNOWN", "No voucher has such"),
        ("[accounts]\nnet_assets = '1'", ":2: accounts.net_assets", "MAPPING_ACCOUNT_UNKNOWN", "No voucher has such"),
        ("[accounts]\nfree_equity = 20100", ":2: accounts.free_equity", "FIELD_UNREADABLE", '"2071"'),
        ("[accounts]\nfree_equity = ''", ":2: accounts.free_equity", "FIELD_UNREADABLE", "account number"),
        ("[accounts]\nfree_equity = '=1+1'", ":2: accounts.free_equity", "FIELD_UNREADABLE", "account number"),
        ("[accounts]\nfund_available.social = '2071'", ":2: accounts.fund_available", "FIELD_UNREADABLE", "quotation"),
        ("[accounts]\nfree_equity = ['2070']", ":2: accounts.free_equity", "FIELD_UNREADABLE", "one text"),
        ("[accounts]\nboard_frame = ['1']", ":2: accounts.board_frame", "MAPPING_ACCOUNT_UNKNOWN", "[.fund[.subfund]]"),
        ("[accounts]\nequity = ['20*']\nrealised_gains = ['38100']", "", "MAPPING_IS_ROLES", "account roles"),
        (
            "[accounts.earmark]\nsocial = ['20710']\n[dimensions]\nresponsibility = '1'",
            "", "MAPPING_IS_ROLES", "account roles",
        ),
        ("[dimensions]\nansvar = ['1']", ":2: dimensions.ansvar", "FIELD_UNREADABLE", "one text"),
        ("accounts = 5", ":1: accounts", "FIELD_UNREADABLE", "account number"),
        ("seri = 'A'", ":1: seri", "FIELD_UNKNOWN", "series"),
        ("series = 5", ":1: series", "FIELD_UNREADABLE", "text"),
        ("[objects]\nansvarig = '1'", ":2: objects.ansvarig", "FIELD_UNKNOWN", "ansvar"),
        ("[dimensions]\nansvar = 'x'", ":2: dimensions.ansvar", "FIELD_UNREADABLE", "a dimension"),
        ("[dimensions]\nansvar = '6'", ":2: dimensions.ansvar", "MAPPING_DIMENSION_SHARED", "projekt has the same"),
    ],
)  # fmt: skip
def test_a_faulty_mapping_is_told_with_its_place(line: str, place: str, code: str, told: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        parse_mapping(line, "m.toml")
    [finding] = caught.value.findings
    assert (finding.code, finding.place) == (code, f"m.toml{place}")
    assert told in finding.text()


def test_all_faults_of_a_mapping_are_told_together_and_it_is_utf8() -> None:
    with pytest.raises(UnreadableInput) as caught:
        parse_mapping('colour = "A"\n[accounts]\nboard_frame = "1"\nfree_equity = 5\n')
    assert len(caught.value.findings) == 3
    with pytest.raises(UnreadableInput, match="FILE_NOT_UTF8"):
        parse_mapping('series = "Ö"'.encode("latin-1"), "m.toml")
    with pytest.raises(UnreadableInput, match="FILE_SYNTAX"):
        parse_mapping("[accounts", "m.toml")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"SQLite format 3\n", b"A3/2013:00112233aabbccdd\nanteckning\n"])
def test_what_is_no_register_is_not_taken_for_one(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="REGISTER_UNREADABLE"):
        parse_register(data)


def test_an_empty_register_is_one() -> None:
    assert parse_register(b"") == ()
    assert parse_register(b"\xef\xbb\xbfA3/2013:00112233aabbccdd\r\n\r\n") == ("A3/2013:00112233aabbccdd",)


def openings_corrected(records: list[Record], subfund: str) -> Counter[int]:
    """What corrections of a fund's or a project's opening change of an earmark, by year: openings are the ledger's own,
    and so are their corrections; one of the opening's own year leaves another opening. Öre, more is positive."""
    year_of = {record.seq: record.entry.year for record in records if record.entry}
    found = Counter[int]()
    for record in records:
        of_opening = getattr(record.event, "corrected_kind", "") in ("fund_opened", "project_opened")
        if of_opening and record.entry and record.entry.year != year_of[record.event.corrects]:
            for line in record.entry.postings:
                if line.account.code in (FUND_AVAILABLE, FUND_COMMITTED) and line.account.subfund == subfund:
                    found[record.entry.year] -= line.ore
    return found


class OutwardMachine(FundMachine):
    """Whatever happens to a fund, what goes out ties to it, and each book goes its own way."""

    def teardown(self) -> None:
        """Export every year of the book."""
        if hasattr(self, "book"):
            records = list(self.book.records())
            self._vouchers_tie(records)
            self._budget_ties(records)
        super().teardown()

    def _vouchers_tie(self, records: list[Record]) -> None:
        accounts = {"free_equity": "1", "result_reserve": "2", "equalisation_reserve": "3"}
        subfunds = [f"social.{name}" for name in self.subfunds if name] or ["social"]
        for index, name in enumerate(subfunds):
            accounts |= {f"{FUND_AVAILABLE}.{name}": f"7{index}", f"{FUND_COMMITTED}.{name}": f"8{index}"}
        exports = [export_vouchers(records, year, VoucherMapping(accounts), note_only=()) for year in range(2000, 2061)]

        assert all(voucher.difference_ore == 0 for export in exports for voucher in export.vouchers)
        account = self.book.fund("social").account()
        parts = dict(account.subfunds) if len(subfunds) > 1 else {"": account}
        if account.of_reserve:  # it has no accounts of its own: the reserve's is the ledger's
            parts = {"": FundAccount("social")}
        for index, (name, part) in enumerate(parts.items()):
            stays = openings_corrected(records, name)
            change = part.total.closing_ore - part.total.opening_ore if part.total else 0
            assert sum(on(export, f"7{index}", f"8{index}") for export in exports) == sum(stays.values()) - change
            for year in part.years:
                [export] = [export for export in exports if export.year == year.first_year]
                expected = year.opening_ore - year.closing_ore + stays[year.first_year]
                assert on(export, f"7{index}", f"8{index}") == expected

    def _budget_ties(self, records: list[Record]) -> None:
        exported: dict[tuple[str, str, int], int] = {}
        for year in range(2000, 2061):
            for line in budget_lines(records, year).lines:
                key = (line.code, line.board or line.fund, line.year)
                exported[key] = exported.get(key, 0) + line.ore
        frames = {
            (account.code, account.board or account.fund, account.year): ore
            for account, ore in self.book._state.balances.as_dict().items()
            if account.book == "FRAME"
        }

        # What a later year takes back of a past frame is a line of that year's budget (R41), under the frame's account.
        late = any(
            line.account.book == "FRAME" and record.entry.year > line.account.year > 0
            for record in records
            if isinstance(record.event, EntryCorrected) and record.entry
            for line in record.entry.postings
        )
        assert _held(exported, by_year=not late) == _held(frames, by_year=not late)


def _held(amounts: dict[tuple[str, str, int], int], *, by_year: bool) -> dict[tuple[str, str, int], int]:
    """The amounts that are not zero, by account and name, and by year."""
    sums: dict[tuple[str, str, int], int] = {}
    for (code, name, year), ore in amounts.items():
        key = (code, name, year if by_year else 0)
        sums[key] = sums.get(key, 0) + ore
    return {key: ore for key, ore in sums.items() if ore}


class TestOutward(OutwardMachine.TestCase):
    settings = settings(UNTIMED, max_examples=5, stateful_step_count=25)


@pytest.mark.slow
class TestOutwardLong(OutwardMachine.TestCase):
    settings = settings(TestOutward.settings, max_examples=100)
