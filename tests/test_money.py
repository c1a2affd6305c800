"""Amounts: what is taken, what is refused and why; rounding by a named rule alone; splitting that loses nothing
(invariant 14)."""

import time
from contextlib import suppress
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import EUR, SEK, Money

from sifund_ledger.amounts import (
    MAX_ORE,
    ORE_PER_UNIT,
    Rounding,
    canonical_amount,
    decimals_needed,
    format_amount,
    format_share,
    round_ore,
    split,
)
from sifund_ledger.errors import AmountRefused, Refused
from sifund_ledger.fields.kinds import KRONOR, POSITIVE
from sifund_ledger.money import from_ore, sek, to_ore

ores = st.integers(-MAX_ORE, MAX_ORE)
units = st.sampled_from(["kr", "tkr", "mkr"])
fractions = st.fractions(-(10**12), 10**12, max_denominator=10**6)


def refused(value, **how):
    with pytest.raises(AmountRefused) as refusal:
        to_ore(value, **how)
    (finding,) = refusal.value.findings
    assert finding.remedy
    assert finding.remedy_sv
    assert finding.place == how.get("place", "amount")
    return finding.code


class TestWhatIsTaken:
    @pytest.mark.parametrize(
        ("value", "ore"),
        [
            (10, 1000),
            (0, 0),
            ("0", 0),
            ("-0", 0),
            (Decimal("10.50"), 1050),
            (Decimal("1E+3"), 100_000),
            (Decimal("10.500000"), 1050),
            (Decimal("0E+999999"), 0),
            (Decimal("0E-999999"), 0),
            (Money("10.50", SEK), 1050),
            ("1 234 567,50", 123_456_750),
            ("1234567.50", 123_456_750),
            ("1\u00a0234\u202f567,5", 123_456_750),
            ("+5", 500),
            ("-5", -500),
            ("\u22125", -500),
            ("− 1 500", -150_000),
            ("  5 ", 500),
            ("0,500", 50),
            ("12,0000", 1200),
            (Decimal("12.000"), 1200),
            (".20", 20),
            ("-.50", -50),
            (",5", 50),
            ("\u20133 674", -367_400),
            ("\u2013 3 674", -367_400),
            ("\u20125", -500),
            ("100,00-", -10_000),
            ("100,00 \u2212", -10_000),
            ("(1 234,50)", -123_450),
            ("5 kr", 500),
            ("-5 kronor", -500),
            ("(5 kr)", -500),
            ("SEK 5,50", 550),
            ("100:-", 10_000),
            ("1.234,50", 123_450),
            ("1,234.50", 123_450),
            ("1.234.567", 123_456_700),
            ("1,234,567", 123_456_700),
            ("\ufeff5\u200b", 500),
        ],
    )
    def test_kronor(self, value, ore):
        assert to_ore(value) == ore

    @pytest.mark.parametrize(
        ("value", "unit", "ore"),
        [
            ("15,5", "mkr", 1_550_000_000),
            ("0.00000001", "mkr", 1),
            ("-0.3", "mkr", -30_000_000),
            ("1.00001", "tkr", 100_001),
            ("1,2500", "mkr", 125_000_000),
            ("0,250", "tkr", 25_000),
            ("1.234,567", "tkr", 123_456_700),
            ("5 tkr", "tkr", 500_000),
            ("5 mnkr", "mkr", 500_000_000),
        ],
    )
    def test_thousands_and_millions(self, value, unit, ore):
        assert to_ore(value, unit=unit) == ore

    @given(ores)
    def test_what_is_written_reads_back(self, ore):
        assert to_ore(from_ore(ore)) == ore
        assert to_ore(format_amount(ore)) == ore
        assert sek(from_ore(ore)) == from_ore(ore)

    @given(ores, units)
    def test_in_every_unit(self, ore, unit):
        assert to_ore(format_amount(ore, unit), unit=unit, decimal=",") == ore
        assert to_ore(canonical_amount(ore, unit), unit=unit, decimal=".") == ore

    @pytest.mark.parametrize("unit", ["kr", "tkr", "mkr"])
    def test_a_lone_mark_with_three_digits_is_read_by_the_decimal_mark_alone(self, unit):
        assert to_ore("-2.300", unit=unit, decimal=",") == -2300 * ORE_PER_UNIT[unit]
        assert to_ore("-2.300", unit=unit, decimal=".") == -23 * ORE_PER_UNIT[unit] // 10
        assert refused("-2.300", unit=unit) == refused("1 234,500", unit=unit) == "AMOUNT_AMBIGUOUS"

    def test_up_to_the_limit(self):
        assert to_ore(MAX_ORE // 100) == MAX_ORE
        assert to_ore(-(MAX_ORE // 100)) == -MAX_ORE


NO_AMOUNTS = [
    *[
        "",
        " ",
        "-",
        "--5",
        "5,",
        "1 2345",
        "1.234.56",
        "1.234 567",
        "-5-",
        "(-5)",
        "5 EUR",
        "5 kr kr",
        "kr",
        "\u201d5",
        "1e5",
        "nan",
        "inf",
        "0x10",
        "1_000",
        "١٢",
        "9" * 65,
    ]
]


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("value", "code"),
        [
            (1.5, "AMOUNT_IS_FLOAT"),
            (1.0, "AMOUNT_IS_FLOAT"),
            (float("nan"), "AMOUNT_IS_FLOAT"),
            (float("inf"), "AMOUNT_IS_FLOAT"),
            (Decimal("NaN"), "AMOUNT_NOT_FINITE"),
            (Decimal("sNaN"), "AMOUNT_NOT_FINITE"),
            (Decimal("Infinity"), "AMOUNT_NOT_FINITE"),
            (Decimal("-Infinity"), "AMOUNT_NOT_FINITE"),
            (Money("NaN", SEK), "AMOUNT_NOT_FINITE"),
            (Money("1", EUR), "AMOUNT_FOREIGN"),
            (Decimal("0.001"), "AMOUNT_BELOW_ORE"),
            ("0,001", "AMOUNT_BELOW_ORE"),
            (Money("0.001", SEK), "AMOUNT_BELOW_ORE"),
            (Money(0.1 + 0.2, SEK), "AMOUNT_BELOW_ORE"),
            (Decimal("1e-999999"), "AMOUNT_BELOW_ORE"),
            (Decimal("1." + "0" * 5000 + "1"), "AMOUNT_BELOW_ORE"),
            (Decimal("1e999999"), "AMOUNT_TOO_LARGE"),
            (Decimal("-1e999999"), "AMOUNT_TOO_LARGE"),
            (10**13 + 1, "AMOUNT_TOO_LARGE"),
            (10**40, "AMOUNT_TOO_LARGE"),
            ("9" * 64, "AMOUNT_TOO_LARGE"),
            (True, "AMOUNT_UNREADABLE"),
            (False, "AMOUNT_UNREADABLE"),
            (None, "AMOUNT_UNREADABLE"),
            (b"5", "AMOUNT_UNREADABLE"),
            (Fraction(1, 2), "AMOUNT_UNREADABLE"),
            (object(), "AMOUNT_UNREADABLE"),
            *[(text, "AMOUNT_UNREADABLE") for text in NO_AMOUNTS],
        ],
    )
    def test_with_its_reason(self, value, code):
        started = time.process_time()
        assert refused(value, place="set_aside") == code
        assert time.process_time() - started < 1

    @pytest.mark.parametrize(
        "text",
        [
            "1.000",
            "12.000",
            "-1.500",
            "\u2212 250,000",
            "+100,500",
            "1 000.000",
            "1 234 567.000",
            "1\u00a0234,560",
            " 7.123 ",
        ],
    )
    def test_kronor_with_three_digits_after_the_mark_are_thousands_or_decimals_and_nobody_can_tell(self, text):
        assert refused(text) == "AMOUNT_AMBIGUOUS"

    @pytest.mark.parametrize(("text", "ore"), [("0,500", 50), ("1250.500", 125_050), ("-12345,600", -1_234_560)])
    def test_kronor_with_three_digits_that_can_be_no_thousands_are_decimals(self, text, ore):
        assert to_ore(text) == ore

    @pytest.mark.parametrize(("value", "unit"), [("0.000001", "tkr"), ("0.000000001", "mkr"), (Decimal("1e-9"), "mkr")])
    def test_below_an_ore_in_other_units(self, value, unit):
        assert refused(value, unit=unit) == "AMOUNT_BELOW_ORE"

    @pytest.mark.parametrize(("value", "unit"), [("10000000.00001", "mkr"), (10**13, "tkr")])
    def test_above_the_limit_in_other_units(self, value, unit):
        assert refused(value, unit=unit) == "AMOUNT_TOO_LARGE"

    def test_is_both_a_refusal_and_a_value_error(self):
        for kind in (Refused, ValueError):
            with pytest.raises(kind):
                sek("tio")

    @given(st.text(max_size=80))
    def test_any_text_is_an_amount_or_refused(self, text):
        with suppress(AmountRefused):
            assert -MAX_ORE <= to_ore(text) <= MAX_ORE

    @pytest.mark.parametrize(("value", "code"), [("0", "NOT_POSITIVE"), (-5, "NOT_POSITIVE"), (1.5, "IS_FLOAT")])
    def test_where_it_must_be_above_zero(self, value, code):
        assert POSITIVE.read("5", "use", KRONOR) == 500
        with pytest.raises(Refused, match=f"AMOUNT_{code}"):
            POSITIVE.read(value, "use", KRONOR)


BY_DECIMAL = {
    Rounding.HALF_AWAY_FROM_ZERO: ROUND_HALF_UP,
    Rounding.HALF_EVEN: ROUND_HALF_EVEN,
    Rounding.TOWARDS_ZERO: ROUND_DOWN,
    Rounding.DOWN: ROUND_FLOOR,
    Rounding.UP: ROUND_CEILING,
}


class TestRounding:
    """Against the rules of decimal, which knows them by other names."""

    @given(st.integers(-(10**9), 10**9), st.sampled_from(Rounding), st.sampled_from([1, 10, 100]))
    def test_by_name(self, thousandths, rounding, step):
        exact = Fraction(thousandths, 1000)
        expected = (Decimal(thousandths) / 1000 / step).quantize(Decimal(1), rounding=BY_DECIMAL[rounding]) * step
        assert round_ore(exact, rounding, step=step) == int(expected)

    @given(fractions, st.sampled_from(Rounding))
    def test_never_by_a_whole_step(self, exact, rounding):
        assert abs(round_ore(exact, rounding) - exact) < 1

    @given(st.integers(), st.sampled_from(Rounding))
    def test_whole_ore_stay_as_they_are(self, ore, rounding):
        assert round_ore(ore, rounding) == ore

    @pytest.mark.parametrize(
        ("rounding", "rounded"),
        [
            (Rounding.HALF_AWAY_FROM_ZERO, [-3, -2, 2, 3]),
            (Rounding.HALF_EVEN, [-2, -2, 2, 2]),
            (Rounding.TOWARDS_ZERO, [-2, -1, 1, 2]),
            (Rounding.DOWN, [-3, -2, 1, 2]),
            (Rounding.UP, [-2, -1, 2, 3]),
        ],
    )
    def test_of_halves(self, rounding, rounded):
        halves = [Fraction(-5, 2), Fraction(-3, 2), Fraction(3, 2), Fraction(5, 2)]
        assert [round_ore(half, rounding) for half in halves] == rounded


class TestSplitting:
    @given(st.integers(-(10**15), 10**15), st.lists(st.integers(0, 10**6), min_size=1, max_size=8).filter(any))
    def test_sums_exactly_and_stays_within_an_ore_of_the_exact_share(self, ore, weights):
        parts = split(ore, weights)
        assert sum(parts) == ore
        for part, weight in zip(parts, weights, strict=True):
            assert abs(part - Fraction(ore) * weight / sum(weights)) < 1
            assert weight or part == 0

    @given(st.integers(0, 10**12), st.lists(fractions.map(abs), min_size=1, max_size=5).filter(any))
    def test_with_fractions_as_weights(self, ore, weights):
        assert sum(split(ore, weights)) == ore
        assert split(-ore, weights) == tuple(-part for part in split(ore, weights))

    def test_the_first_of_equals_gets_the_odd_ore(self):
        assert split(100, [1, 1, 1]) == (34, 33, 33)
        assert split(2, [1, 1, 1]) == (1, 1, 0)
        assert split(5, [1, 2]) == (2, 3)

    @pytest.mark.parametrize("weights", [[], [0], [0, 0], [1, -1], [2, -1], [-1]])
    def test_weights_that_divide_nothing(self, weights):
        with pytest.raises(ValueError, match="weights"):
            split(100, weights)


class TestWriting:
    @pytest.mark.parametrize(
        ("ore", "unit", "decimals", "text"),
        [
            (0, "kr", None, "0"),
            (-50, "kr", None, "−0,50"),
            (-49, "kr", 0, "0"),
            (-50, "kr", 0, "−1"),
            (100_000_000_000, "kr", None, "1 000 000 000"),
            (1_550_000_000, "mkr", None, "15,5"),
            (1_550_000_000, "mkr", 2, "15,50"),
            (1_550_000_000, "mkr", 0, "16"),
            (1, "mkr", 99, "0,00000001"),
            (-1_500_000, "tkr", None, "−15"),
        ],
    )
    def test_as_swedish_reports_print_it(self, ore, unit, decimals, text):
        assert format_amount(ore, unit, decimals) == text

    @pytest.mark.parametrize(
        ("amounts", "unit", "decimals"),
        [
            ([], "kr", 0),
            ([100, 200], "kr", 0),
            ([100, 110], "kr", 2),
            ([100_000_000], "mkr", 0),
            ([1], "mkr", 8),
            ([1], "tkr", 5),
        ],
    )
    def test_with_as_many_decimals_as_all_of_them_need(self, amounts, unit, decimals):
        assert decimals_needed(amounts, unit) == decimals

    @given(ores, units)
    def test_as_files_have_it(self, ore, unit):
        text = canonical_amount(ore, unit)
        assert Decimal(text) * ORE_PER_UNIT[unit] == ore
        assert not set(text) & {"e", "E", "+", " ", ","}
        assert text != "-0"
        assert not text.endswith(".")
        assert "." not in text or not text.endswith("0")


@given(st.fractions(min_value=-3, max_value=3, max_denominator=2_000_000))
def test_a_share_is_printed_in_full_or_as_rounded(share):
    """Read back, it is the same share; where it is not, ≈ says that, and it is within what the decimals tell apart."""
    for language in ("sv", "en"):
        printed = format_share(share, language=language)
        text = printed.removeprefix("≈ ").replace("\u2212", "-").replace(",", ".").rstrip("% ")
        read = Fraction(text) / 100
        assert (read == share) != printed.startswith("≈")
        assert abs(read - share) <= (Fraction(5, 10_000) if abs(share) >= Fraction(1, 10) else Fraction(5, 1_000_000))
        assert len(text.partition(".")[2]) <= (1 if printed.startswith("≈") and abs(share) >= Fraction(1, 10) else 4)
        assert "." not in text or not text.endswith("0") or printed.startswith("≈")
