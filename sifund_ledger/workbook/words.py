"""Every word that a workbook adds to the tables (arbetsbokens ord), in Swedish and English."""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import Bilingual

CONTENTS: Final = Bilingual("Innehåll", "Contents")
SHEET: Final = Bilingual("Blad", "Sheet")
SHOWS: Final = Bilingual("Visar", "Shows")
BACK: Final = Bilingual("Till innehållet", "To the contents")
IN_UNIT: Final = Bilingual("Belopp i {unit}", "Amounts in {unit}")
RECOMPUTED: Final = Bilingual("Omräknat: {head}", "Recomputed: {head}")
RECOMPUTED_ALONE: Final = Bilingual("Omräknat", "Recomputed")
CHECK: Final = Bilingual("Kontroll", "Check")
AGREES: Final = Bilingual("stämmer", "agrees")
RECOMPUTED_IS: Final = Bilingual(
    "Till höger om tabellerna räknar bladet om varje summa av dess delar. Kontroll är skillnaden mot bokens belopp.",
    "To the right of the tables the sheet computes each total anew from its parts. Check is the difference from the "
    "book's amount.",
)
TOO_LARGE: Final = Bilingual(
    "Beloppet har fler siffror än de femton som ett kalkylprogram räknar med; det står här som text, exakt.",
    "The amount has more digits than the fifteen that a spreadsheet program counts with; here it is text, exactly.",
)
PAGE: Final = Bilingual("Sida &P av &N", "Page &P of &N")
