"""SIE 5: every value that the schema allows is read, nothing is dropped untold, and no file is too much."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger import Severity
from sifund_ledger.exchange.sie import SieDocument, SiePeriodBalance, parse_sie

ROOT = Path(__file__).resolve().parents[3]
INFO = (
    '<SoftwareProduct name="Eget" version="1"/><FileCreation time="2015-01-15T08:00:00Z" by="EK"/>'
    '<Company organizationId="212000-0000" name="Exempelby kommun"/>'
)
YEARS = '<FiscalYear start="2013-01" end="2013-12"/><FiscalYear start="2014-01" end="2014-12" primary="true"/>'
ACCOUNTS = '<Account id="1930" name="Bank" type="asset"/><Account id="3010" name="Avgifter" type="income"/>'
ROWS = '<LedgerEntry accountId="1930" amount="5"/><LedgerEntry accountId="3010" amount="-5"/>'


def entry(rows: str = ROWS, head: str = 'id="1" journalDate="2014-12-31"') -> str:
    return f'<JournalEntry {head}><EntryInfo date="2015-01-02" by="EK"/>{rows}</JournalEntry>'


def full(accounts: str = ACCOUNTS, years: str = YEARS, journal: str = "", rest: str = "") -> bytes:
    head = f'<FileInfo>{INFO}<FiscalYears>{years}</FiscalYears><AccountingCurrency currency="SEK"/></FileInfo>'
    journal = f'<Journal id="A" name="Alla">{journal}</Journal>' if journal else ""
    signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'
    root = 'Sie xmlns="http://www.sie.se/sie5"'
    return f"<{root}>{head}\n<Accounts>{accounts}</Accounts>\n{journal}\n{rest}{signature}</Sie>".encode()


def told(document: SieDocument) -> dict[str, str]:
    """The findings by code, without the signature that is not read."""
    return {f.code: f.message for f in document.findings if "Signature is not read" not in f.message}


def balances(inside: str, years: str = YEARS) -> tuple[list[tuple[str, int, int]], dict[str, str]]:
    account = f'<Account id="1930" name="Bank" type="asset">{inside}</Account>'
    document = parse_sie(full(accounts=account, years=years))
    return [(each.label, each.year, each.ore) for each in document.balances], told(document)


OPENING = '<OpeningBalance month="2014-01" amount="100"/>'


@pytest.mark.parametrize("truth", ["true", "1", " true ", "\n1"])
def test_the_primary_year_is_marked_by_any_truth_that_the_schema_has(truth: str) -> None:
    read, findings = balances(OPENING, f'<FiscalYear start="2014-01" end="2014-12" primary="{truth}"/>')

    assert read == [("IB", 0, 10000)]
    assert not findings


def test_a_file_without_its_primary_year_is_told() -> None:
    one = balances(OPENING, '<FiscalYear start="2014-01" end="2014-12"/>')
    none = balances(OPENING, YEARS.replace("true", "false"))

    assert one[0] == [("IB", 0, 10000)]
    assert one[1] == {"SIE5_PRIMARY_YEAR": "0 of 1 fiscal years are marked as primary, instead of one; the one from "
                      "2014-01 is used."}  # fmt: skip
    assert none[0] == []
    assert set(none[1]) == {"SIE5_PRIMARY_YEAR", "SIE5_MONTHS_LEFT_OUT"}


@pytest.mark.parametrize(("day", "read"), [("2014-06-30", "20140630"), ("2014-06-30Z", "20140630"), ("midsommar", "")])
def test_the_day_to_which_the_primary_year_is_covered_is_kept(day: str, read: str) -> None:
    years = (
        '<FiscalYear start="2013-01" end="2013-12" lastCoveredDate="2013-03-31"/>'
        f'<FiscalYear start="2014-01" end="2014-12" primary="true" lastCoveredDate="{day}"/>'
    )
    document = parse_sie(full(years=years))

    assert document.first("OMFATTN") == read
    assert ("SIE_FIELD_UNREADABLE" in told(document)) is not bool(read)


def test_balances_of_earlier_years_are_kept_and_those_of_other_months_counted() -> None:
    read, findings = balances(
        '<OpeningBalance month="2013-01" amount="1"/><ClosingBalance month="2013-12" amount="2"/>'
        '<OpeningBalance month="2014-01Z" amount="2"/><OpeningBalance month="2014-02" amount="3"/>'
        '<ClosingBalance month="2014-01" amount="3"/><ClosingBalance month="2014-02" amount="4"/>'
        '<ClosingBalance month="2014-12" amount="5"/>'
    )

    assert read == [("IB", -1, 100), ("UB", -1, 200), ("IB", 0, 200), ("UB", 0, 500)]
    assert list(findings) == ["SIE5_MONTHS_LEFT_OUT"]
    counts = [f.message for f in parse_sie(full(accounts='<Account id="1" name="" type="asset">'
              '<ClosingBalance month="2014-01" amount="3"/><ClosingBalance month="2014-02" amount="4"/></Account>'))
              .findings if f.code == "SIE5_MONTHS_LEFT_OUT"]  # fmt: skip
    assert len(counts) == 1
    assert counts[0].startswith("2 × ClosingBalance")


def test_results_of_the_year_before_are_kept_as_results() -> None:
    account = '<Account id="3010" name="Avgifter" type="income"><ClosingBalance month="2013-12" amount="-7"/></Account>'

    assert [each[:4] for each in parse_sie(full(accounts=account)).balances] == [("RES", -1, "3010", -700)]


def test_balances_before_the_years_wait_for_them() -> None:
    data = full(accounts=f'<Account id="1930" name="Bank" type="asset">{OPENING}</Account>')
    begin, end = data.index(b"<FileInfo>"), data.index(b"</FileInfo>") + len(b"</FileInfo>")
    moved = data[:begin] + data[end:].replace(b"</Accounts>", b"</Accounts>" + data[begin:end])

    assert parse_sie(moved).balances == parse_sie(data).balances != []


def test_budgets_have_the_year_of_their_month() -> None:
    account = ('<Account id="3010" name="Avgifter" type="income"><Budget month="2013-05" amount="-1"/>'
               '<Budget month="2014-05" amount="-2"/><Budget amount="-3"/></Account>')  # fmt: skip
    document = parse_sie(full(accounts=account))

    assert document.period_balances == [
        SiePeriodBalance("PBUDGET", -1, "201305", "3010", -100),
        SiePeriodBalance("PBUDGET", 0, "201405", "3010", -200),
    ]
    assert told(document)["SIE5_MONTHS_LEFT_OUT"].startswith("1 × Budget")


@pytest.mark.parametrize(
    ("amount", "ore"),
    [(".5", 50), ("-.5", -50), ("+5", 500), (" 5.00 ", 500), ("5.", 500), ("-007.10", -710), ("1.5000", 150),
     ("\t-0", 0), ("0000000000000000000012", 1200)],
)  # fmt: skip
def test_every_decimal_of_the_schema_is_read(amount: str, ore: int) -> None:
    document = parse_sie(full(journal=entry(f'<LedgerEntry accountId="1930" amount="{amount}"/>')))

    assert [each.ore for _, each in document.rows()] == [ore]
    assert not set(told(document)) - {"SIE_VOUCHER_UNBALANCED"}


@pytest.mark.parametrize("amount", ["+-5", "--5", "1,5", "", ".", "-", "1e3", "0.005", "5 0", "INF", "٥", "9" * 20])
def test_what_is_no_decimal_is_told_with_its_voucher(amount: str) -> None:
    document = parse_sie(full(journal=entry(f'<LedgerEntry accountId="1930" amount="{amount}"/>')))

    assert not list(document.rows())
    (finding,) = [each for each in document.findings if each.code == "SIE_VALUE_UNREADABLE"]
    assert finding.message.startswith("LedgerEntry A 1: ")
    assert finding.place == "file.se:3"


@pytest.mark.parametrize("root", ["Sie", "SieEntry"])
def test_an_empty_file_is_told_what_it_lacks(root: str) -> None:
    findings = parse_sie(f'<{root} xmlns="http://www.sie.se/sie5"/>'.encode()).findings
    missing = [each.message for each in findings if each.code == "SIE5_ELEMENT_MISSING"]

    assert all(each.severity is Severity.WARNING for each in findings)
    assert [each.split(" must have ")[1].split(",")[0] for each in missing] == (
        ["FileInfo", "Accounts", "Signature"] if root == "Sie" else ["FileInfo"]
    )


def test_what_stands_in_file_info_is_asked_for_too() -> None:
    findings = parse_sie(b'<SieEntry xmlns="http://www.sie.se/sie5"><FileInfo/></SieEntry>').findings

    assert len(findings) == 3


def test_everything_that_is_left_out_is_counted_where_it_stands() -> None:
    extra = (
        '<LedgerEntry accountId="1930" amount="0"><ForeignCurrencyAmount amount="1" currency="EUR"/>'
        '<SubdividedAccountObjectReference objectId="1"/><EntryInfo date="2014-01-01" by="x"/></LedgerEntry>'
        '<LockingInfo date="2014-01-01" by="x"/><VoucherReference documentId="1"/><VoucherReference documentId="2"/>'
        '<CorrectedBy journalId="A" journalEntryId="2"/>'
    )
    unknown = '<Nytt xmlns="http://www.sie.se/sie5"><Inre/></Nytt><LedgerEntry accountId="1930" amount="5"/>'
    document = parse_sie(full(journal=entry(ROWS + extra), rest=unknown))
    left = sorted(each.message.split(" is not read")[0] for each in document.findings if each.code == "SIE5_LEFT_OUT")

    assert left == [
        "1 × JournalEntry/CorrectedBy", "1 × JournalEntry/LockingInfo",
        "1 × LedgerEntry/EntryInfo", "1 × LedgerEntry/ForeignCurrencyAmount",
        "1 × LedgerEntry/SubdividedAccountObjectReference", "1 × Nytt", "1 × Signature",
        "2 × JournalEntry/VoucherReference",
    ]  # fmt: skip
    assert sum(row.ore for _, row in document.rows()) == 0
    assert told(document)["SIE5_MISPLACED"] == "1 × LedgerEntry stands where the format has none, and was left out."


def test_what_is_declared_again_is_told_and_the_first_counts() -> None:
    again = '<Account id="1930" name="Plusgiro" type="asset"/>'
    objects = '<Object id="1" name="a"/><Object id="1" name="b"/>'
    dimensions = f'<Dimensions><Dimension id="1" name="Ansvar">{objects}</Dimension></Dimensions>'
    document = parse_sie(full(accounts=ACCOUNTS + again, journal=entry() + entry(), rest=dimensions))

    assert document.accounts["1930"].name == "Bank"
    assert document.objects["1", "1"].name == "a"
    assert [f.message.split(" is ")[0] for f in document.findings if f.code == "SIE_ACCOUNT_TWICE"] == [
        "Account 1930", "Object 1 1",
    ]  # fmt: skip
    assert "SIE_VOUCHER_TWICE" in told(document)


def test_a_balance_with_two_amounts_is_told() -> None:
    assert balances(OPENING + OPENING)[1] == {}
    assert list(balances(OPENING + OPENING.replace("100", "101"))[1]) == ["SIE_BALANCE_TWICE"]


def test_accounts_that_are_used_and_not_declared_are_told() -> None:
    document = parse_sie(full(accounts="", journal=entry()))

    assert [each.message for each in document.findings if each.code == "SIE_ACCOUNT_UNDECLARED"] == [
        f"The account {account} is used, but is not in the chart of accounts." for account in ("1930", "3010")
    ]


def test_a_bad_date_is_told_as_what_it_is_and_the_voucher_counts() -> None:
    document = parse_sie(full(journal=entry(head='id="7" journalDate="2014-13-01"')))
    (finding,) = [each for each in document.findings if each.code == "SIE_FIELD_UNREADABLE"]

    assert finding.message == (
        "JournalEntry A 7: 2014-13-01 is not a date (YYYYMMDD; in SIE 5 YYYY-MM-DD); the record counts, and the field "
        "was kept as it stands."
    )
    assert len(list(document.rows())) == 2
    assert document.vouchers[0].day is None


def test_vouchers_and_rows_have_their_lines() -> None:
    document = parse_sie(full(journal="\n" + entry(ROWS.replace("/>", "/>\n"))))

    assert (document.vouchers[0].line, document.vouchers[0].row_lines) == (4, (4, 5))
    assert (document.vouchers[0].registered, document.vouchers[0].sign) == ("20150102", "EK")


def test_a_struck_row_is_history() -> None:
    struck = '<LedgerEntry accountId="1930" amount="9"><Overstrike date="2014-12-31" by="KA"/></LedgerEntry>'
    document = parse_sie(full(journal=entry(struck + ROWS)))

    assert [(row.label, row.sign) for row in document.vouchers[0].rows] == [
        ("BTRANS", "KA"),
        ("TRANS", ""),
        ("TRANS", ""),
    ]
    assert not told(document)


def test_a_file_that_is_cut_off_is_read_up_to_there() -> None:
    data = full(journal=entry() + entry(head='id="2" journalDate="2014-12-31"'))
    document = parse_sie(data[: data.rindex(b"<LedgerEntry")])

    assert [len(each.rows) for each in document.vouchers] == [2, 1]
    assert {"SIE5_ENDED", "SIE_VOUCHER_UNBALANCED"} <= set(told(document))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-8-sig"])
def test_a_document_type_is_refused_in_any_encoding(encoding: str) -> None:
    bomb = '<!DOCTYPE Sie [<!ENTITY a "aaaaaaaaaa">]><Sie xmlns="http://www.sie.se/sie5"/>'
    findings = parse_sie(bomb.encode(encoding)).findings

    assert [each.code for each in findings] == ["SIE5_UNREADABLE"]


@pytest.mark.parametrize("encoding", ["utf-7", "rot13", "unicode_escape", "cp037", "finnsinte", "hex", "utf-32"])
def test_an_encoding_that_no_such_file_has_is_refused(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
    findings = parse_sie(head + b'+ADwAIQ-DOCTYPE Sie><Sie xmlns="http://www.sie.se/sie5"/>').findings

    assert [each.code for each in findings] == ["SIE5_UNREADABLE"]


def test_another_root_or_namespace_is_named() -> None:
    other = parse_sie(b'<Sie xmlns="http://www.sie.se/sie6"/>').findings[0].message
    html = parse_sie(b"<html/>").findings[0].message

    assert "Sie is not of the namespace http://www.sie.se/sie5" in other
    assert "the root is html" in html


def test_the_words_doctype_in_a_text_mean_nothing() -> None:
    text = entry(head='id="1" journalDate="2014-12-31" text="&lt;!DOCTYPE och &lt;!ENTITY"')

    assert parse_sie(full(journal=text, rest="<!-- <!DOCTYPE -->")).vouchers[0].text == "<!DOCTYPE och <!ENTITY"


_PIECES = [
    "<FileInfo>", "</FileInfo>", "<FiscalYears>", "</FiscalYears>", '<FiscalYear start="2014-01" end="2014-12"/>',
    "<Accounts>", "</Accounts>", '<Account id="1" type="asset">', "</Account>", "</OpeningBalance>", "</LedgerEntry>",
    '<OpeningBalance month="2014-01" amount="1">', '<ObjectReference dimId="1" objectId="2"/>', "<Journal>", "<Nytt/>",
    '<JournalEntry id="1">', "</Journal>", "</JournalEntry>", '<LedgerEntry accountId="1" amount="1">', "<Dimension/>",
    '<Overstrike by="x"/>', "<Object/>", "<EntryInfo/>", "<OriginalEntryInfo/>", "<Account/>", "<Budget/>", "x", "\n",
    "<FileCreation/>", "<LedgerEntry/>", "&", '<FiscalYear primary="1"/>', "<?x?>", "<!-- -->", "]]>", "</Sie>",
]  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(_PIECES), max_size=30))
def test_any_elements_give_findings_and_never_an_exception(pieces: list[str]) -> None:
    document = parse_sie(f'<Sie xmlns="http://www.sie.se/sie5">{"".join(pieces)}</Sie>'.encode())

    assert document.findings
    assert all(finding.message_sv for finding in document.findings)


SCRIPT = """
import io, resource, sys, time
from sifund_ledger.exchange.sie import parse_sie
head, body, tail = (part.encode() for part in eval(sys.argv[1]))
size, different = int(sys.argv[2]), len(sys.argv) > 3
buffer = io.BytesIO()
buffer.write(head)
for index in range(size // (len(body) + 4 if different else len(body))):
    buffer.write(body % index if different else body)
buffer.write(tail)
data = buffer.getvalue()
del buffer
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
begun = time.process_time()
document = parse_sie(data)
peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
print(time.process_time() - begun, peak / len(data), len(document.findings))
"""
_HEAD = '<Sie xmlns="http://www.sie.se/sie5">'
_ENTRY = f'{_HEAD}<Journal id="A"><JournalEntry id="1" journalDate="2014-12-31">'
LARGE = {
    "unknown elements": (_HEAD, "<x/>", ""),
    "deep elements": ("", "<x>", ""),
    "deep elements of the format": (_HEAD, "<Customers>", ""),
    "elements that are left out": (f"{_HEAD}<Customers>", "<Tag/>", ""),
    "empty vouchers": (f"{_HEAD}<Journal>", "<JournalEntry/>", ""),
    "dated vouchers": (f"{_HEAD}<Journal>", '<JournalEntry journalDate="2014-12-31"/>', ""),
    "empty rows": (_ENTRY, "<LedgerEntry/>", ""),
    "short rows": (_ENTRY, '<LedgerEntry amount="1"/>', ""),
    "rows on lines": (_ENTRY, '<LedgerEntry accountId="1" amount="1"/>\n', ""),
    "one long text": (f'{_HEAD}<Tag name="', "x", ""),
    "one long comment": (f"{_HEAD}<!--", "x", ""),
    "objects of one row": (f"{_ENTRY}<LedgerEntry>", '<ObjectReference dimId="1" objectId="1"/>', ""),
    "attributes": (f"{_HEAD}<Tag", ' x=""', ""),
    "the same balance": (f'{_HEAD}<Accounts><Account id="1">', '<OpeningBalance month="2014-01" amount="1"/>', ""),
    "the same fiscal year": (f"{_HEAD}<FileInfo><FiscalYears>", '<FiscalYear start="2014-01" end="2014-01"/>', ""),
}
DIFFERENT = {
    "different unknown elements": (_HEAD, "<x%d/>", ""),
    "different accounts": (f"{_HEAD}<Accounts>", '<Account id="%d" type="asset"/>', ""),
    "different objects": (f'{_HEAD}<Dimensions><Dimension id="1">', '<Object id="%d"/>', ""),
    "different rows": (_ENTRY, '<LedgerEntry accountId="%d" amount="1"/>', ""),
}


def measured(parts: tuple[str, str, str], size: int, *more: str) -> tuple[float, float, int]:
    command = [sys.executable, "-c", SCRIPT, repr(parts), str(size), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=600)
    seconds, ratio, findings = done.stdout.split()
    return float(seconds), float(ratio), int(findings)


@pytest.mark.parametrize("name", ["unknown elements", "deep elements", "empty rows", "attributes", "one long text"])
def test_time_grows_no_faster_than_the_file(name: str) -> None:
    seconds, _, findings = measured(LARGE[name], 3_000_000)

    assert seconds < 10
    assert 0 < findings < 5000


@pytest.mark.slow
@pytest.mark.parametrize("name", [*LARGE, *DIFFERENT])
def test_a_hundred_megabytes_of_xml_are_read_in_bounded_time_and_memory(name: str) -> None:
    if name in LARGE:
        seconds, ratio, findings = measured(LARGE[name], 100_000_000)
    else:
        seconds, ratio, findings = measured(DIFFERENT[name], 100_000_000, "different")

    assert seconds < 60
    assert ratio < 12
    assert 0 < findings < 8000
