"""A year-end is drawn up from a figures file and from SIE at once.

sv: Ett bokslut upprättas ur en uppgiftsfil och ur SIE på en gång.
"""

from figures_year_missing import YEAR_END
from situations import refusing


def reproduce():
    refusing("year-end", **YEAR_END, book="ale.sifund", figures="figures.toml", files=("2013.se",))
