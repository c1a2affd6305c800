"""The words of the guide to Exempelby's book, and the names of its files (vägvisarens ord)."""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import Bilingual

START: Final = Bilingual("START-HÄR.html", "START-HERE.html")
INPUT: Final = Bilingual("underlag", "input")
EARLIER: Final = Bilingual("tidigare-år", "earlier-years")
FUND: Final = Bilingual("fonden", "the-fund")
PROJECT: Final = Bilingual("projekt", "project")
AUDIT: Final = Bilingual("granskning", "audit")
FORMS: Final = {
    "annual": Bilingual("rapport", "report"),
    "working": Bilingual("arbetsmaterial", "working-paper"),
    "member": Bilingual("ledamot", "council-member"),
}
OF_FORMS: Final = {
    "annual": Bilingual("Året, som det kan stå i årsredovisningen.", "The year, as it can stand in the annual report."),
    "working": Bilingual(
        "Samma belopp: klicka på ett, och följ det ända till posten i boken.",
        "The same amounts: click on one, and follow it to the record in the book.",
    ),
    "member": Bilingual("En sida för en ledamot i fullmäktige.", "One page for a member of the council."),
}
TITLE: Final = Bilingual("Exempelby: en fond och sju bokslut", "Exempelby: a fund and seven year-ends")
LEAD: Final = Bilingual(
    "Exempelby finns inte. Riktlinjen, de 87 miljoner som fonden öppnas med och de sammanlagt 100 miljonerna är från "
    "Örebro. Årens resultat, projekten, besluten och dagarna är exempel.",
    "Exempelby does not exist. The policy, the 87 million that the fund is opened with and the 100 million in all are "
    "from Örebro. Results, projects, decisions and days are examples.",
)
FIRST: Final = Bilingual("Öppna först", "Open first")
DOCUMENTS: Final = Bilingual("Till kommunens egen årsredovisning", "For the municipality's own annual report")
YEARS: Final = Bilingual("År för år", "Year by year")
STORY: Final = {
    2018: Bilingual(
        "Fonden öppnas, två projekt beviljas, och 13 miljoner öronmärks av resultatet.",
        "The fund is opened, two projects are granted, and 13 million of the result is set aside.",
    ),
    2019: Bilingual("Ett tredje projekt.", "A third project."),
    2020: Bilingual(
        "60 miljoner går till resultatutjämningsreserven. Två projekt avslutas.",
        "60 million goes to the equalisation reserve. Two projects are closed.",
    ),
    2021: Bilingual(
        "Nämnderna börjar återföra, och fonden förnyas.", "Boards begin to repay, and the fund is renewed."
    ),
    2022: Bilingual("Två nya projekt.", "Two new projects."),
    2023: Bilingual(
        "Underskott: reserven används, 4 miljoner efterges av synnerliga skäl, 52 miljoner ska återställas.",
        "A deficit: the reserve is used, 4 million is waived on exceptional grounds, 52 million is to be restored.",
    ),
}
LIFE: Final = Bilingual("Fonden och projekten från början", "The fund and the projects from their beginning")
OF_FUND: Final = Bilingual("Fonden år för år.", "The fund year by year.")
OF_PROJECTS: Final = {
    "Skolnärvaro": Bilingual("Gav allt tillbaka, som planerat.", "Repaid all of it, as planned."),
    "Vägen till arbete": Bilingual(
        "Lyckades till hälften: en nämnd återför det lägsta, 30 procent, och fonden bär resten.",
        "Half a success: one board repays the least, 30 per cent, and the fund bears the rest.",
    ),
    "Familjehemsstöd": Bilingual(
        "Fullmäktige efterskänkte en nämnds återföring.", "The council waived what one board was to repay."
    ),
    "Trygg uppväxt": Bilingual("Pågår i det öppna året.", "Goes on in the open year."),
    "Digital mottagning": Bilingual(
        "Avbröts; resten återlämnades och planen sänktes.",
        "Was broken off; the rest was released and the plan lowered.",
    ),
}
AUDITED: Final = Bilingual("Granskningen", "The audit")
OF_AUDIT: Final = Bilingual(
    "Vad som har granskats, vad som hittades, och vad som inte har granskats.",
    "What was examined, what was found, and what was not examined.",
)
ASK: Final = Bilingual("Fråga boken själv", "Ask the book yourself")
OPEN: Final = Bilingual(
    "{open} är öppet: där kan mer registreras. Tiderna i boken är exemplets egna, och därför blir den likadan varje "
    "gång som den görs.",
    "{open} is open: more can be recorded there. The times in the book are the example's own, and so the book is the "
    "same each time it is made.",
)
AGAIN: Final = Bilingual("Gör om den", "Make it again")
AGAIN_SAID: Final = Bilingual(
    "I {input} ligger för varje år det som beslutades, årets uppgifter och kommunens huvudbok (SIE). Det här gör samma "
    "bok av dem, under ett annat namn:",
    "For each year {input} has what was decided, the year's figures, and the municipality's general ledger (SIE). This "
    "makes the same book of them, under another name:",
)
IN_FORMAT: Final = {
    "annual": Bilingual("Rapporten i {program}.", "The report in {program}."),
    "working": Bilingual("Arbetsmaterialet i {program}.", "The working paper in {program}."),
    "member": Bilingual("Ledamotens sida i {program}.", "The council member's page in {program}."),
}
PROGRAMS: Final = {"docx": "Word", "xlsx": "Excel"}
YEARS_SAID: Final = Bilingual(
    "Arbetsmaterialet och ledamotens sida för varje år ligger i samma mapp.",
    "The working paper and the council member's page of each year are in the same folder.",
)
AGAIN_BOOK: Final = "exempelby-2.sifund"
MISSING: Final = Bilingual("Gjordes inte", "Not made")
MADE_ANEW: Final = Bilingual(
    "Gör sedan om demonstrationen i en ny mapp.", "Then make the demonstration anew in another folder."
)
