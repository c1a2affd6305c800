"""Roles of accounts: every fault of the file at once, and which accounts a selector means."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sifund_ledger import UnreadableInput
from sifund_ledger.general import parse_roles


def test_every_fault_is_listed() -> None:
    with pytest.raises(UnreadableInput) as refused:
        parse_roles(
            'x = 1\n[accounts]\nequty = ["20"]\nequity = [20]\nearmark = 5\n[dimensions]\nproject = 6\nx = "1"\n'
        )

    assert [finding.code for finding in refused.value.findings] == [
        "ROLES_SELECTOR", "ROLES_KEY_UNKNOWN", "ROLES_KEY_UNKNOWN", "ROLES_KEY_UNKNOWN", "ROLES_SELECTOR",
        "ROLES_DIMENSION",
    ]  # fmt: skip


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
