"""How the state machines are run as tests (körning); each test says beside it how many examples and how many steps."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

UNTIMED = settings(deadline=None, suppress_health_check=list(HealthCheck))
"""How long an example takes, and how much of it is thrown away, says nothing of the code."""
NOT_SHORTENED = settings(UNTIMED, phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""For a machine that does much with the whole book at its end: to make a failing book smaller would take minutes."""
