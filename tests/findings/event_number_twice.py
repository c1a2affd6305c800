"""Two events in a workbook have the same number.

sv: Två händelser i en arbetsbok har samma nummer.
"""

from pathlib import Path

from situations import EVENTS, filled_in, read_events_in


def reproduce(folder: Path):
    event = (1, "Öronmärk", "social", 5_000_000, 2023, "KF 2024-04-28 § 31")
    read_events_in(folder, filled_in(Fonder=[EVENTS, event, event]))
