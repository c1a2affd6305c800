"""A grant changes the frame of a year that was closed.

sv: Ett beviljande ändrar ramen för ett år som var stängt.
"""

from situations import found_in


def reproduce():
    return found_in("closed_frame_changed")
