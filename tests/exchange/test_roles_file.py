"""Roles of accounts: every fault of the file at once, and which accounts a selector means."""

from __future__ import annotations

import csv
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sifund_ledger import UnreadableInput
from sifund_ledger.exchange import parse_roles
from sifund_ledger.exchange.examples import KOMMUN_BAS_ROLES


def test_every_fault_is_listed() -> None:
    with pytest.raises(UnreadableInput) as refused:
        parse_roles(
            'x = 1\n[accounts]\nequty = ["20"]\nequity = [20]\nearmark = 5\n[dimensions]\nproject = 6\nx = "1"\n'
        )

    assert [(finding.place, finding.code) for finding in refused.value.findings] == [
        ("roles.toml:1: x", "FIELD_UNKNOWN"),
        ("roles.toml:3: accounts.equty", "FIELD_UNKNOWN"),
        ("roles.toml:4: accounts.equity", "ROLES_SELECTOR"),
        ("roles.toml:5: accounts.earmark", "FIELD_UNREADABLE"),
        ("roles.toml:7: dimensions.project", "FIELD_UNREADABLE"),
        ("roles.toml:8: dimensions.x", "FIELD_UNKNOWN"),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            '[accounts]\nequity = "a\\ b"\n',
            "roles.toml:2:14: FILE_SYNTAX: Filen är inte giltig TOML: ett omvänt snedstreck i en text skrivs dubbelt.",
        ),
        (
            '[accounts]\nequity = ["20*]\n',
            "roles.toml:2:16: FILE_SYNTAX: Filen är inte giltig TOML: texten är inte avslutad på raden.",
        ),
        (
            "[accounts]\nequity = 20*\n",
            "roles.toml:2:12: FILE_SYNTAX: Filen är inte giltig TOML: efter värdet väntas ny rad.",
        ),
        (
            "accounts = " + "1" * 5000,
            "roles.toml: FILE_SYNTAX: Filen är inte giltig TOML: ett tal har för många siffror.",
        ),
        ("a." * 2000 + "b = 1", "roles.toml:1: FILE_TOO_DEEP: Listor och tabeller är nästlade djupare än 16 nivåer."),
        ("", "roles.toml: FILE_EMPTY: Filen är tom."),
    ],
)
def test_what_is_no_toml_is_told_with_its_place_in_either_language(text: str, why: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        parse_roles(text)
    [finding] = refused.value.findings

    assert f"{finding.place}: {finding.code}: {finding.in_language('sv')[0]}" == why


@pytest.mark.parametrize("selector", ["9-1", "100-20", "20-100", "20**", "", "a", "-", "1-", "1-2-3"])
def test_a_selector_that_can_never_choose_is_refused(selector: str) -> None:
    with pytest.raises(UnreadableInput, match="ROLES_SELECTOR"):
        parse_roles(f'[accounts]\nequity = ["2070", "{selector}"]')


@pytest.mark.parametrize("key", ["net_assets", "free_equity"])
def test_a_role_without_a_figure_is_refused_with_what_to_do_instead(key: str) -> None:
    with pytest.raises(UnreadableInput, match="ROLES_KEY_WITHOUT_FIGURE: No figure") as refused:
        parse_roles(f'[accounts]\n{key} = ["2070"]')

    assert [finding.code for finding in refused.value.findings] == ["ROLES_KEY_WITHOUT_FIGURE"]


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(UnreadableInput):
        assert parse_roles(text)


def test_the_roles_for_kommun_bas_have_the_equalisation_fees_and_no_account_of_equity() -> None:
    roles = parse_roles(KOMMUN_BAS_ROLES.read_text("utf-8"))
    assert all(number in roles.accounts["taxes_and_grants"] for number in ("8011", "8211", "831", "8351"))
    assert set(roles.accounts) == {"taxes_and_grants"}


def test_each_account_for_kommun_bas_is_where_it_is_said_to_be_observed(shared_data: Path) -> None:
    observed = {}
    for name in ("observed_accounts_2022.csv", "accounts_860s_observed.csv"):
        with (shared_data / "kommunbas" / name).open(encoding="utf-8") as file:
            observed |= {row["account"]: (row["name"], row["source"]) for row in csv.DictReader(file)}
    lines = re.findall(r'"(\d+)\*?", # (.+) \((\w)\)', KOMMUN_BAS_ROLES.read_text("utf-8"))
    assert len(lines) == 8
    for number, name, source in lines:
        assert observed[number] == (name, source)
