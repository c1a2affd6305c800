"""Where the tests find the public data that lies beside the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of public data beside the project; without it the test is skipped, but in CI it fails."""
    folder = SHARED / "data"
    if not folder.is_dir():
        reason = f"the public data are not here: {folder}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder
