"""The result of 2012 was not booked to equity when the balances of 2013 were taken over.

sv: Resultatet för 2012 var inte bokfört mot eget kapital när 2013 års saldon togs över.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    texts = {2012: "#UB 0 1930 500\n#UB 0 2070 -400\n#RES 0 3010 -100\n", 2013: "#IB 0 1930 500\n#IB 0 2070 -400\n"}
    for year, stated in texts.items():
        (folder / f"{year}.se").write_text(f"#SIETYP 1\n#RAR 0 {year}0101 {year}1231\n{stated}", "cp437")
    return read_general_ledger(folder / "2012.se", folder / "2013.se")
