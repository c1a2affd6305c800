"""A settled project has been repaid less by a board than the policy's floor.

sv: Ett slutavräknat projekt har fått mindre återfört av en nämnd än riktlinjens lägsta belopp.
"""

from situations import found_in


def reproduce():
    return found_in("floor_not_met")
