"""Year-ends under a state machine: nothing counted twice, printed is posted, closed years print the same for ever."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from models.year_end_machine import YearEndMachine

_QUICK = settings(max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))


class TestYearEnds(YearEndMachine.TestCase):
    settings = _QUICK


@pytest.mark.slow
class TestYearEndsLong(YearEndMachine.TestCase):
    settings = settings(_QUICK, max_examples=300, stateful_step_count=50)
