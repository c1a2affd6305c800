"""Every word that reports add to the tables (rapporternas ord), in Swedish and English: headings, sentences, charts."""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import Bilingual, Severity

TITLES: Final = {
    "year": Bilingual(
        "Balanskrav och öronmärkt eget kapital {year}", "Balance requirement and earmarked equity {year}"
    ),
    "fund": Bilingual("Fonden {name}", "The fund {name}"),
    "project": Bilingual("Projektet {name}", "The project {name}"),
    "audit": Bilingual("Granskning", "Audit"),
    "printed": Bilingual("Granskning av en tryckt tabell", "Audit of a printed table"),
    "changes": Bilingual("Två kopior av en bok", "Two copies of a book"),
    "vouchers": Bilingual("Verifikationslista", "List of vouchers"),
    "system": Bilingual("Systemdokumentation", "System documentation"),
    "history": Bilingual("Behandlingshistorik", "Processing history"),
}
FORMS: Final = {
    "annual": Bilingual("Till årsredovisningen", "For the annual report"),
    "member": Bilingual("För fullmäktiges ledamöter, på en sida", "For members of the council, on one page"),
    "working": Bilingual(
        "Arbetsmaterial: varje belopp öppnas till sin källa", "Working paper: every amount opens to its source"
    ),
    "audit": Bilingual(
        "Granskningsrapport: varje iakttagelse med sitt bevis", "Audit report: every finding with its evidence"
    ),
    "documentation": Bilingual("Räkenskapsinformation, skapad ur boken", "Accounting records, made from the book"),
}
FORMS_READ: Final = {
    **FORMS,
    "working": Bilingual(
        "Arbetsmaterial: beloppens poster står sist", "Working paper: the records behind the amounts stand last"
    ),
}
"""The same where nothing opens."""
HEADINGS: Final = {
    "findings": Bilingual("Iakttagelser", "Findings"),
    "brief": Bilingual("Kort sagt", "In brief"),
    "statement": Bilingual("Balanskravsutredning", "Balance requirement statement"),
    "reserves": Bilingual("Reserver", "Reserves"),
    "deficits": Bilingual("Underskott att återställa", "Deficits to restore"),
    "equity": Bilingual("Eget kapital", "Equity"),
    "funds": Bilingual("Öronmärkta fonder", "Earmarked funds"),
    "projects": Bilingual("Projekt", "Projects"),
    "repayments": Bilingual("Återföring", "Repayments"),
    "decisions": Bilingual("Beslut", "Decisions"),
    "texts": Bilingual("Texter, utkast", "Texts, drafts in Swedish"),
    "postings": Bilingual("Bokslutets konteringar", "Postings of the year-end"),
    "origins": Bilingual("Var beloppen kommer ifrån", "Where the amounts come from"),
    "records": Bilingual("Poster", "Records"),
    "account": Bilingual("Fondens konto", "The fund's account"),
    "terms": Bilingual("Villkor", "Terms"),
    "grant": Bilingual("Från beslut till slutavräkning", "From decision to settlement"),
    "pictures": Bilingual("Bilder", "Pictures"),
    "summary": Bilingual("Sammanfattning", "Summary"),
    "checks": Bilingual("Moment", "Checks"),
    "evidence": Bilingual("Bevis", "Evidence"),
    "printed": Bilingual("Tabellen som den är tryckt", "The table as it is printed"),
    "sums": Bilingual("Summor", "Sums"),
    "law": Bilingual("Enligt lagen", "By the law"),
    "overview": Bilingual("Översikt", "Overview"),
    "accounts": Bilingual("Konton", "Accounts"),
    "events": Bilingual("Händelser", "Events"),
    "commands": Bilingual("Kommandon", "Commands"),
    "chain": Bilingual("Kedjan", "The chain"),
    "formats": Bilingual("Format", "Formats"),
    "corrected": Bilingual("Rättelser", "Corrections"),
    "history": Bilingual("Poster", "Records"),
    "changes": Bilingual("Ändringar", "Changes"),
    "since": Bilingual("Sedan kontrollpunkten", "Since the checkpoint"),
    "general_ledger": Bilingual("Mot huvudboken", "Against the general ledger"),
    "not_examined": Bilingual("Ej granskat", "Not examined"),
    "signing": Bilingual("Underskrift", "Signature"),
}
CONTENTS: Final = Bilingual("Innehåll", "Contents")
PAGE: Final = Bilingual("Sida {page} av {pages}", "Page {page} of {pages}")
FOOT: Final = {
    "checkpoint": Bilingual("Kontrollpunkt", "Checkpoint"),
    "checkpoint_is": Bilingual(
        "Bokens sista post och början på dess kontrollsumma: med den kan varje post i boken prövas.",
        "The book's last record and the beginning of its hash: with it every record of the book can be proved.",
    ),
}
DRAFTS: Final = {
    "errors": Bilingual("Utkast: har fel att rätta", "Draft: has errors to mend"),
    "proposed": Bilingual(
        "Utkast: vilar på beslut som bara är föreslagna", "Draft: rests on decisions that are only proposed"
    ),
    "unrecorded": Bilingual("Förslag: inte registrerat i boken", "Proposal: not recorded in the book"),
    "open": Bilingual("Året är inte stängt", "The year is not closed"),
}
SEVERITIES: Final = {
    Severity.ERROR: Bilingual("Fel", "Error"),
    Severity.WARNING: Bilingual("Varning", "Warning"),
    Severity.NOTE: Bilingual("Upplysning", "Note"),
}
NO_FINDINGS: Final = Bilingual("Inget att anmärka.", "Nothing to report.")
BELOW_MATERIALITY: Final = Bilingual("Under väsentlighetsgränsen", "Below the materiality")
AT_CLOSE: Final = Bilingual("Läget vid utgången av {year}.", "As at the end of {year}.")
AT_LAST_RECORD: Final = Bilingual("Läget enligt bokens sista post.", "As of the book's last record.")

# The plain-language box. {…:unit} is an amount.
BRIEF: Final = {
    "result": Bilingual(
        "Årets resultat {year} är {net:unit}. Efter lagens justeringar är balanskravsresultatet {decisive:unit}.",
        "The net result of {year} is {net:unit}. After the adjustments of the law the balance requirement result is "
        "{decisive:unit}.",
    ),
    "met": Bilingual(
        "Öronmärkt eget kapital har mött kostnader om {used:unit}. Utan dem hade resultatet varit {without:unit}. "
        "Lagens resultat ändras inte av att kostnaderna har mötts.",
        "Earmarked equity has met costs of {used:unit}. Without them the result would have been {without:unit}. "
        "The result of the law is not changed by the costs having been met.",
    ),
    "unmet": Bilingual(
        "Ingen fond har mött kostnader under året: resultatet är detsamma med och utan fonderna.",
        "No fund has met costs during the year: the result is the same with and without the funds.",
    ),
    "restored": Bilingual("Inget underskott återstår att återställa.", "No deficit is left to restore."),
    "to_restore": Bilingual(
        "Att återställa är {to_restore:unit}, senast {due}.", "To be restored: {to_restore:unit}, by the end of {due}."
    ),
    "earmarked": Bilingual(
        "Av kommunens eget kapital om {equity:unit} är {earmarked:unit} öronmärkt.",
        "Of the equity of {equity:unit}, {earmarked:unit} is earmarked.",
    ),
    "empty": Bilingual(
        "Inget av kommunens eget kapital är öronmärkt vid årets slut: fonderna är tomma.",
        "None of the equity is earmarked at the year's close: the funds are empty.",
    ),
    "label": Bilingual(
        "En öronmärkning är inte pengar, inget bankkonto och ingen avsättning. Den är en märkning av eget kapital.",
        "An earmark is not money, not a bank account and not a provision. It is a label on equity.",
    ),
    "adjusted": Bilingual("{row}: {amount:unit} ({why}).", "{row}: {amount:unit} ({why})."),
}
THE_LAW: Final = Bilingual("enligt lag", "by law")
BELONGS: Final = Bilingual("kommunens egen rad", "the municipality's own row")

# The origins of figures.
ORIGIN: Final = {
    "records": Bilingual("Poster", "Records"),
    "rule": Bilingual("Regel", "Rule"),
    "stated": Bilingual("Beloppet i boken", "The amount in the book"),
}
TAKEN_BY_ROUNDING: Final = Bilingual(
    "Beloppen är avrundade vart och ett för sig. Detta är skillnaden; de exakta beloppen går ihop.",
    "The amounts are rounded each by itself. This is the difference; the exact amounts add up.",
)
AS_RECORDED: Final = Bilingual("som det är registrerat", "as it is recorded")
CLOSING_BEFORE: Final = Bilingual("utgående balans {year}", "closing balance of {year}")
CARRIED_BEFORE: Final = Bilingual("det som året före överfördes", "what the year before carried forward")
NEGATIVE_IS_LEFT: Final = Bilingual("minus är det som återstår", "minus is what is left")
SEE_DEFICITS: Final = Bilingual(
    "enligt tabellen över underskott efter ursprungsår", "by the table of deficits by year of origin"
)
PACE: Final = Bilingual(
    "beviljat i alla år, delat med åren sedan det första", "granted in all years, divided by the years since the first"
)
TO_BE_BOOKED: Final = Bilingual("bokförs när bokslutet registreras", "is booked when the year-end is recorded")
ROADS: Final = {
    "earmark_result": Bilingual(
        "resultatet efter balanskravsjusteringar", "the result after balance requirement adjustments"
    ),
    "grounds_needed": Bilingual(
        "det använda, högst årets underskott", "what was used, at most the deficit of the year"
    ),
    "earmarked": Bilingual(
        "det öronmärkta vid årets slut; årets poster:", "what is earmarked at the year's end; the records of the year:"
    ),
    "ceiling": Bilingual("det lägsta av lagens två tak", "the lower of the two ceilings of the law"),
    "allocated": Bilingual("det öronmärkta, högst taket", "what was set aside, at most the ceiling"),
    "reserve_used": Bilingual(
        "det använda, så långt att resultatet blir noll", "what was used, as far as brings the result to zero"
    ),
    "reserve": Bilingual(
        "reserven året före, med årets reservering och användning",
        "the reserve of the year before, with what the year allocated and used",
    ),
    "rur_left": Bilingual("resultatutjämningsreserven vid årets slut", "the equalisation reserve at the year's end"),
}
"""How the amounts of both roads are made."""
SEE_FUND: Final = Bilingual("utgående balans enligt fondens konto", "closing balance by the fund's account")
ALL_YEARS: Final = Bilingual("alla år tillsammans", "all years together")
RESTATED_LATER: Final = Bilingual("med det som senare år har rättat", "with what later years have corrected")
MOVED_THIS_YEAR: Final = Bilingual("utgående balans; årets poster:", "closing balance; the records of the year:")
RESTORED_IN: Final = Bilingual("Återställt {year}", "Restored in {year}")
DEBIT: Final = Bilingual("Debet", "Debit")
CREDIT: Final = Bilingual("Kredit", "Credit")
BY: Final = Bilingual("registrerad av", "recorded by")

CHARTS: Final = {
    "balance": Bilingual("Fonden {fund}: disponibelt och beviljat", "The fund {fund}: available and committed"),
    "movements": Bilingual(
        "Fonden {fund}: öronmärkt, ianspråktaget, förnyat", "The fund {fund}: set aside, used, renewed"
    ),
    "repayments": Bilingual("Återföring från {board}: plan och utfall", "Repayments of {board}: plan and outcome"),
    "with_and_without": Bilingual("Resultatet med och utan fonden", "The result with and without the fund"),
    "results": Bilingual(
        "Balanskravsresultat och kvar att återställa", "Balance requirement result and left to restore"
    ),
    "reserves": Bilingual("{reserve} och dess tak", "{reserve} and its ceiling"),
    "reserve": Bilingual("{reserve} vid årets slut", "{reserve} at the close of the year"),
    "roads": Bilingual("Öronmärkning eller resultatreserv: {fund}", "Earmark or result reserve: {fund}"),
    "flow": Bilingual(
        "Vad resultatet {year} kom från och gick till", "What the result of {year} came from and went to"
    ),
}
SERIES: Final = {
    "of_which_available": Bilingual("Disponibelt", "Available"),
    "of_which_left": Bilingual("Beviljat, ej förbrukat", "Granted, not used"),
    "result": Bilingual("Balanskravsresultat", "Balance requirement result"),
    "without": Bilingual("Utan det som fonder har mött", "Without what funds have met"),
}
DUE: Final = Bilingual("senast {due}", "by {due}")
YEAR: Final = Bilingual("År", "Year")
OVER_THE_YEARS: Final = Bilingual(
    "År för år: {fund}; minus minskar fonden", "Year by year: {fund}; minus lowers the fund"
)
PLANS: Final = Bilingual("Återföringsplaner och utfall", "Repayment plans and outcomes")
DECISIONS_OF: Final = Bilingual("Beslut som {year} vilar på", "Decisions that {year} rests on")
POLICY: Final = Bilingual("Riktlinje: {policy} ({source})", "Policy: {policy} ({source})")
PURPOSE: Final = Bilingual("Ändamål: {purpose}", "Purpose: {purpose}")

# The sheets of a workbook.
FIGURES_OF_PICTURES: Final = Bilingual("Bildernas belopp", "Amounts of the pictures")
RULES: Final = Bilingual("Regel, paragraf och hur den är känd", "Rule, paragraph and how it is known")
FINDING_COLUMNS: Final = {
    "severity": Bilingual("Grad", "Severity"),
    "finding": Bilingual("Iakttagelse", "Finding"),
    "cited": Bilingual("Paragraf", "Paragraph"),
    "remedy": Bilingual("Åtgärd", "Remedy"),
    "place": Bilingual("Plats", "Place"),
    "code": Bilingual("Kod", "Code"),
}
ORIGIN_COLUMNS: Final = {
    "step": Bilingual("Belopp, led och poster", "Amounts, terms and records"),
    "sign": Bilingual("Tecken", "Sign"),
    "amount": Bilingual("Belopp", "Amount"),
    "rule": Bilingual("Regel och paragraf", "Rule and paragraph"),
    "note": Bilingual("Anmärkning eller beslut", "Remark or decision"),
    "record": Bilingual("Post", "Record"),
    "table": Bilingual("Tabell", "Table"),
    "row": Bilingual("Rad", "Row"),
    "column": Bilingual("Kolumn", "Column"),
}
