"""The texts of four year-ends word for word, beside what reports have printed, and each value of theirs in the book."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from published_tables import published_in
from text_books import GOLDEN, YEAR_ENDS, book_of, new_book, texts_of

from sifund_ledger import Decision, YearFigures, open_book, presets, sek
from sifund_ledger.amounts import format_amount
from sifund_ledger.year_end.texts.drafting import text_of
from sifund_ledger.year_end.texts.sentences import AMOUNTS, TEMPLATES, fields_of_sentence


@pytest.mark.parametrize("name", YEAR_ENDS)
def test_the_texts_are_the_ones_that_a_person_has_read(name):
    assert texts_of(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def printed(shared_data, file, case):
    tables = published_in(shared_data / file)
    return next(table for table in tables if table["id"] == case)["rows"]


def test_vansbro_printed_its_deficits_with_the_same_amounts_and_deadlines(shared_data):
    text = texts_of("vansbro-2019").replace("\xa0", " ")
    rows = {row["label"]: row for row in printed(shared_data, "published_tables_2.yaml", "vansbro-underskott-2019")}
    later = [row for row in rows.values() if row.get("restore_by")]
    for row in later:
        left = f"{format_amount(-row['amount'] * 100_000, 'tkr')} tkr".replace("\xa0", " ")
        told = f"Av underskottet {row['origin_year']} återstår {left}, som återställs senast {row['restore_by']}."
        assert told in text
        assert f"återställs senast {row['restore_by']}" in row["label"]
    assert len(later) == 3
    waived = rows["Synnerliga skäl att inte återställa"]["amount"]
    assert f"Synnerliga skäl att inte återställa: {format_amount(waived * 100_000, 'tkr')} tkr" in text
    rows = printed(shared_data, "published_tables_2.yaml", "vansbro-2019")
    same = [row for row in rows if row["amount"] and f"{row['label']}: " in text]
    assert [row["label"] for row in same] == [
        "Årets resultat enligt resultaträkningen", "Årets resultat efter balanskravsjusteringar", "Att återställa",
    ]  # fmt: skip
    for row in same[:2]:
        assert f"{row['label']}: {format_amount(row['amount'] * 100_000, 'tkr')} tkr" in text


def test_malmo_printed_the_same_sums(shared_data):
    text = texts_of("malmo-2015")
    ours = {
        "arets_resultat": "Årets resultat enligt resultaträkningen",
        "realisationsvinster": "Reducering av samtliga realisationsvinster",
        "subtotal_balanskravsjusteringar": "Årets resultat efter balanskravsjusteringar",
        "rur_reservering": "Reservering av medel till resultatutjämningsreserv",
        "balanskravsresultat": "Årets balanskravsresultat",
        "underskott_tidigare_ar": "Underskott från tidigare år",
    }
    amounts = {row["role"]: row["amount"] for row in printed(shared_data, "published_tables.yaml", "malmo-2015")}
    for role, label in ours.items():
        assert f"{label}: {format_amount(amounts[role] * 100_000_000, 'mkr')} mkr" in text


MARKED = {
    name: text
    if name.startswith("heading_")
    else "; ".join(f"⟦{field}={{{field}}}⟧" for field in fields_of_sentence(name))
    for name, text in TEMPLATES.items()
}
"""Every sentence as nothing but its fields, each between marks."""
FIELD = re.compile(r"⟦(\w+)=(.*?)⟧", re.DOTALL)
OF_THE_LAW = {"rule", "law"}
OF_THE_WORDS = {"board", "council", "reserve", "row", "what"}


@pytest.mark.parametrize("name", YEAR_ENDS)
def test_every_number_and_name_of_the_texts_stands_in_the_book(name):
    book, run = YEAR_ENDS[name]()
    sections = book.texts(run, templates=MARKED)
    values = {pair for each in sections for text in each.paragraphs for pair in FIELD.findall(text)}
    costs = "\n".join(book.project_costs(fund).text() for fund in book.funds)
    plain = f"{run.text()}\n{costs}\n{book.entity}".replace("\xa0", " ")
    cells = {cell.lstrip("−") for cell in re.split(r" {2,}|\n", plain)}
    stored = [*book.records(), *run.drafts]
    records = "\n".join(f"{each!r} {each.decision}" for each in stored)
    strange = set()
    for field, value in values:
        if field in AMOUNTS:
            there = value.replace("\xa0", " ").removesuffix(" kr").lstrip("−") in cells
        elif field in OF_THE_LAW | OF_THE_WORDS:
            there = True
        elif field in ("by", "ordinarily"):
            there = value in run.text()
        else:
            there = value in records or value in run.text() or value in book.entity
        if not there:
            strange.add((field, value))
    # What an action plan is laid out for lies between the deficit and its last day.
    due = max(
        (part.due_year for each in run.statement.year(run.year).deficits for part in each.parts), default=run.year
    )
    strange -= {("year", str(year)) for year in range(run.year, due + 1)}
    assert not strange
    assert len(values) > 20


def test_no_sentence_has_a_number_of_its_own():
    assert not [name for name, text in TEMPLATES.items() if re.search(r"\d", text)]


def test_what_a_rule_and_repayments_lead_to_is_proposed_before_the_result_is_posted():
    book = new_book("Exempelby", 2026)
    kf = Decision.parse("KF 2024-04-29 § 20")
    book.open_equity(2024, sek("500 000 000"), opening_deficits=[], decision=kf)
    rule = replace(presets.tomelilla_earmark, set_aside_rule="percent_of_result", set_aside_share="0.10")
    book.create_fund("social", policy=rule, decision=kf)
    run = book.year_end(2025, YearFigures(net_result=sek("12 000 000")))
    text = text_of(book.texts(run))
    assert "samt att öronmärka 1 200 000 kr av 2025 års resultat till fonden social." in text
    assert "Till fonden social föreslås 1 200 000 kr av 2025 års resultat öronmärkas." in text
    assert "1 200 000 kr att öronmärka i fonden social: beslutet saknas." in text
    assert not book.years  # nothing has been recorded


def test_a_book_that_is_only_read_has_texts(tmp_path):
    path = tmp_path / "a.sifund"
    with book_of() as book:
        assert text_of(book.texts(book.year_end(2013, YearFigures(net_result=sek(5)))))
    with open_book(path, create="A", actor="ekonomi") as book:
        book.open_equity(2012, sek(100), opening_deficits=[], decision=Decision.parse("KF 2013-04-22 § 45"))
    with open_book(path) as book:
        assert "att godkänna" in text_of(book.texts(book.year_end(2013, YearFigures(net_result=sek(5)))))
