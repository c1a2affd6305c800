"""An interim report is asked for with a figures file that has the year's outcome alone.

sv: En delårsrapport begärs med en uppgiftsfil som bara har årets utfall.
"""

from situations import filed_book, refusing


def reproduce(folder):
    figures = folder / "figures.toml"
    figures.write_text('[[year]]\nyear = 2013\nnet_result = "4 000 000"\n', encoding="utf-8")
    refusing("interim", book=str(filed_book(folder)), year=2013, figures=str(figures))
