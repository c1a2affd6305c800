"""The floor for pure Python: a SIE 4 file read by one regular expression for each kind of line, and nothing kept.

``python floor.py FILE [rows]``: rows are summed by account in öre, and each voucher is checked to be zero. Unless
``rows`` is said, the chart and the objects are read as well, and balances and months are compared with the rows.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

row = re.compile(r"#TRANS (\d+) \{[^}]*\} (-?\d+)\.(\d\d)").match
balance = re.compile(r"#(IB|UB|RES|OIB|OUB|PSALDO) 0 (?:(\d{6}) )?(\d+) (?:\{([^}]*)\} )?(-?\d+)\.(\d\d)").match
chart = re.compile(r'#(KONTO|KTYP|SRU|DIM|OBJEKT) (\d+) "?([^" ]+)"?(?: "([^"]*)")?').match


def main(path: str, *, rows_alone: bool) -> None:
    moved: dict[str, int] = {}
    stated: dict[tuple[str, str, str, str], int] = {}
    names: dict[tuple[str, str, str], str] = {}
    total = rows = vouchers = unbalanced = 0
    for line in Path(path).read_text(encoding="cp437").splitlines():
        if found := row(line):
            account, kronor, ore = found.groups()
            amount = int(kronor + ore)
            total += amount
            moved[account] = moved.get(account, 0) + amount
            rows += 1
        elif line == "}":
            vouchers += 1
            if total:
                unbalanced += 1
            total = 0
        elif rows_alone:
            pass
        elif found := balance(line):
            label, month, account, objects, kronor, ore = found.groups()
            stated[label, account, month or "", objects or ""] = int(kronor + ore)
        elif found := chart(line):
            label, key, value, name = found.groups()
            names[label, key, value] = name or ""
    months: dict[str, int] = {}
    for (label, account, _, objects), amount in stated.items():
        if label == "PSALDO" and not objects:
            months[account] = months.get(account, 0) + amount
    for account in {account for _, account, *_ in stated}:
        opening, closing, result = (stated.get((label, account, "", ""), 0) for label in ("IB", "UB", "RES"))
        change = closing - opening + result
        if change != moved.get(account, 0) or months.get(account, 0) != change:
            unbalanced += 1
    print(vouchers, rows, unbalanced, sum(moved.values()), len(names), len(stated))


if __name__ == "__main__":
    main(sys.argv[1], rows_alone=sys.argv[2:] == ["rows"])
