"""One of the events in a workbook has no number.

sv: En av händelserna i en arbetsbok saknar nummer.
"""

from pathlib import Path

from situations import EVENTS, filled_in, read_events_in


def reproduce(folder: Path):
    first = (1, "Öronmärk", "social", 5_000_000, 2023, "KF 2024-04-28 § 31")
    read_events_in(folder, filled_in(Fonder=[EVENTS, first, (None, *first[1:])]))
