"""Vouchers or budget lines are to go out, and no file is named with ``-o``.

sv: Verifikationer eller budgetrader ska exporteras, och ingen fil anges med ``-o``.
"""

from pathlib import Path

from situations import exporting, filed_book


def reproduce(folder: Path):
    exporting("budget", book=str(filed_book(folder)), year=2013, register=str(folder / "r.txt"), only_new=False)
