"""The template is posted before anything is filled in.

sv: Mallen registreras innan något är ifyllt.
"""

from pathlib import Path

from situations import EVENTS, filled_in, read_events_in


def reproduce(folder: Path):
    read_events_in(folder, filled_in(Fonder=[EVENTS]))
