"""Text, amounts and days as people and systems write them: what is read, and that nothing is read in two ways."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sifund_ledger import open_book, presets, sek
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.exchange import parse_figures
from sifund_ledger.fields.kinds import DAY, KRONOR
from sifund_ledger.written import cleaned, order_of, settled_mark, without_artefact, written_amount, written_day

NFD = "So\u0308der"


class TestText:
    @pytest.mark.parametrize(
        "text", ["Söder", NFD, " Söder\u00a0", "Sö\u00adder", "\ufeffSöder", "S\u200böder", "So\u200d\u0308der"]
    )
    def test_what_looks_alike_is_one_text(self, text):
        assert cleaned(text) == "Söder"

    def test_case_and_letters_of_other_scripts_are_kept(self):
        assert cleaned("söder") != cleaned("Söder")
        assert cleaned("Sоder") == "Sоder"

    @given(st.text())
    def test_what_is_clean_stays_so(self, text):
        assert cleaned(cleaned(text)) == cleaned(text)

    def test_a_fund_is_found_and_refused_by_what_its_name_looks_like(self):
        with open_book(create="Tomelilla kommun", actor="ekonomi") as book:
            book.create_fund(NFD, policy=presets.tomelilla_earmark, decision="KF 2012-04-23 § 45")
            assert book.fund("Söder").name == book.fund(f" {NFD}\u00ad").name == "Söder"
            with pytest.raises(Refused) as refusal:
                book.create_fund("Söder ", policy=presets.tomelilla_earmark, decision="KF 2012-04-23 § 45")
        assert [finding.code for finding in refusal.value.findings] == ["FUND_EXISTS"]

    def test_a_decision_is_read_with_decomposed_letters(self):
        text = "Kommunfullma\u0308ktige 2013-12-31 § 45"
        assert Decision.parse(text) == Decision.parse("Kommunfullmäktige 2013-12-31 § 45")
        council = Decision("Kommunfullma\u0308ktige", date(2013, 12, 31), "45")
        assert council.reference == Decision.parse("KF 2013-12-31 § 45").reference

    def test_a_figures_file_has_its_keys_and_texts_composed(self):
        file = parse_figures(
            '\ufeff\ufeff"organisation" = " Malmo\u0308\u00ad "\n[["a\u030ar"]]\n"a\u030ar" = 2014\n'
            '"årets_resultat" = "-149"\n"skatter_och_bidrag\u200b" = "5"'.encode()
        )
        assert (file.entity, file.years[0].year, file.years[0].taxes_and_grants) == ("Malmö", 2014, sek(5))


class TestAmounts:
    @given(st.integers(-(10**13), 10**13), st.sampled_from([" ", ".", ",", "\u00a0", ""]), st.sampled_from([".", ","]))
    def test_an_amount_with_ore_is_read_however_its_thousands_are_set_apart(self, ore, between, mark):
        if between == mark:
            return
        whole, part = divmod(abs(ore), 100)
        text = f"{'-' if ore < 0 else ''}{whole:,}".replace(",", between) + f"{mark}{part:02d}"
        read = written_amount(text)
        assert read is not None
        assert (read.number * 100, read.mark, read.unclear) == (ore, mark, False)

    @given(st.text(st.sampled_from("0123456789 .,-+()krSEK\u2013:"), max_size=12))
    def test_of_two_readings_none_is_taken(self, text):
        read = written_amount(text)
        assert read is None or read.by(".") == read.by(",") or read.unclear

    def test_the_marks_of_a_file_settle_it_where_they_agree(self):
        assert settled_mark(["", ",", ","]) == ","
        assert settled_mark([".", ","]) == settled_mark([]) == ""

    @given(st.integers(1, 10**7), st.integers(1, 10**7))
    def test_a_sum_in_floating_point_is_the_ore_that_it_means(self, a, b):
        number = Decimal(repr(a / 100 + b / 100))
        meant = without_artefact(number)
        assert (number if meant is None else meant) * 100 == a + b


class TestDays:
    @pytest.mark.parametrize("text", ["2013-12-31", "2013-12-31 00:00", "2013-12-31T00:00:00.000", "20131231"])
    def test_year_first(self, text):
        assert written_day(text) == (date(2013, 12, 31), False, False)

    def test_year_last_where_the_order_is_known(self):
        assert written_day("1/2/2013") is None
        assert written_day("1/2/2013", "dmy") == (date(2013, 2, 1), False, False)
        assert written_day("1-2-2013", "mdy") == (date(2013, 1, 2), False, False)
        assert [order_of(text) for text in ("31/12/2013", "12/31/2013", "1/2/2013", "31/31/2013")] == [
            "dmy", "mdy", "", "",
        ]  # fmt: skip

    @pytest.mark.parametrize("text", ["", "2013-13-01", "2013-12-31 25:00", "2013-12-31 x", "13-12-31", "2013-12/31"])
    def test_what_is_no_day(self, text):
        assert written_day(text) is None

    def test_midnight_is_a_day_in_a_field_and_any_other_time_is_not(self):
        assert DAY.read("2014-09-01 00:00:00", "on", KRONOR) == date(2014, 9, 1)
        for text in ("2014-09-01 14:30", "2014-09-01T00:00:00Z", "1/9/2014"):
            with pytest.raises(Refused):
                DAY.read(text, "on", KRONOR)
