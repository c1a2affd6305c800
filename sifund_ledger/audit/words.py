"""What an audit's report says beside findings (granskningsrapportens ord), in Swedish and English."""

from __future__ import annotations

from typing import Final

from sifund_ledger.audit.check import Tier
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount, count, fiscal_year, text

TIERS: Final = {
    Tier.ALWAYS: Bilingual("alltid", "always"),
    Tier.STRICT: Bilingual("strikt", "strict"),
    Tier.FULL: Bilingual("full", "full"),
}
STATUSES: Final = {
    "passed": Bilingual("utan anmärkning", "nothing found"),
    "found": Bilingual("anmärkning", "found"),
    "empty": Bilingual("inget att granska", "nothing to examine"),
    "not_examined": Bilingual("ej granskat", "not examined"),
}
CHECK_NAMES: Final = {
    "chain": Bilingual("Kedjan", "Chain"),
    "checkpoints": Bilingual("Kontrollpunkter", "Checkpoints"),
    "tables": Bilingual("Lagrets tabeller", "Tables of the store"),
    "notes": Bilingual("Anteckningar", "Notes"),
    "retention": Bilingual("Bevarande", "Retention"),
    "fold": Bilingual("Saldon mot lagret", "Balances against the store"),
    "numbering": Bilingual("Verifikationsnummer", "Numbers of entries"),
    "entries": Bilingual("Verifikationer", "Entries"),
    "decisions": Bilingual("Beslut", "Decisions"),
    "periods": Bilingual("Perioder", "Periods"),
    "closed_frames": Bilingual("Ramar för stängda år", "Frames of closed years"),
    "corrections": Bilingual("Rättelser", "Corrections"),
    "balances": Bilingual("Saldon", "Balances"),
    "recorded": Bilingual("Registreringar", "Recording"),
    "authority": Bilingual("Beslutanderätt", "Authority"),
    "reasons": Bilingual("Motiveringar", "Reasons"),
    "earmark_limits": Bilingual("Gränsen för öronmärkning", "Limit of earmarks"),
    "result_spent_once": Bilingual("Resultat som disponeras", "Results spent once"),
    "ceilings": Bilingual("Reservernas tak", "Ceilings of the reserves"),
    "grounds": Bilingual("Synnerliga skäl", "Exceptional grounds"),
    "grants": Bilingual("Beviljade belopp", "Grants"),
    "net_cost": Bilingual("Nettokostnader", "Net costs"),
    "frames": Bilingual("Ramar", "Frames"),
    "repayments": Bilingual("Återföringar", "Repayments"),
    "closings": Bilingual("Bokslut", "Closings"),
    "repealed": Bilingual("Upphävda beslut", "Repealed decisions"),
    "decided_again": Bilingual("Kommandon prövade om", "Commands decided again"),
    "funds_roll_forward": Bilingual("Fonderna år för år", "Funds year by year"),
    "projects_roll_forward": Bilingual("Projekten år för år", "Projects year by year"),
    "registers": Bilingual("Händelser mot verifikationer", "Events against entries"),
    "floors": Bilingual("Lägsta återföring", "Floors of repayment"),
    "due_repayments": Bilingual("Förfallna återföringar", "Repayments due"),
    "accounts_roll_forward": Bilingual("Kontona år för år", "Accounts year by year"),
    "tables_agree": Bilingual("Noter mot utredning", "Notes against statement"),
    "deficits": Bilingual("Underskott", "Deficits"),
    "compared": Bilingual("Avstämningar", "Comparisons"),
    "duplicates": Bilingual("Dubbletter", "Duplicates"),
    "statements": Bilingual("Balanskravsutredningar", "Statements"),
    "ledger_files": Bilingual("Huvudbokens filer", "Files of the general ledger"),
    "ledger_rows": Bilingual("Huvudboken rad för rad", "General ledger row by row"),
    "ledger_comparisons": Bilingual("Avstämningar mot huvudboken", "Comparisons with the general ledger"),
    "ledger_earmarks": Bilingual("Öronmärkt i huvudboken", "Earmarks in the general ledger"),
    "ledger_equity": Bilingual("Eget kapital i huvudboken", "Equity in the general ledger"),
    "ledger_net_costs": Bilingual("Nettokostnader i huvudboken", "Net costs in the general ledger"),
    "ledger_reserves": Bilingual("Reserver i huvudboken", "Reserves in the general ledger"),
}
"""What each check is called, by its code."""
CHECKS: Final = Form(
    "checks",
    Bilingual("Granskning av {entity}, nivå {tier}", "Audit of {entity}, tier {tier}"),
    (
        text("name", "Moment", "Check"),
        count("examined", "Granskat", "Examined"),
        text("status", "Utfall", "Outcome"),
        text("proves", "Vad det visar", "What it proves"),
    ),
)
FACTS: Final = Bilingual(
    "Poster: {count}. Kontrollpunkt: {checkpoint}. Fel: {errors}. Varningar: {warnings}. Upplysningar: {notes}.",
    "Records: {count}. Checkpoint: {checkpoint}. Errors: {errors}. Warnings: {warnings}. Notes: {notes}.",
)
MATERIAL: Final = Bilingual(
    "Väsentlighetsgräns: {limit:kr} kr. Iakttagelser som når den, eller som inte har något belopp: {material}. "
    "Under den: {below}. De står sist.",
    "Materiality: {limit:kr} kr. Findings that reach it, or have no amount: {material}. Below it: {below}. "
    "Those stand last.",
)
NOT_EXAMINED: Final = Bilingual("Ej granskat", "Not examined")

SINCE: Final = Bilingual(
    "{entity}: registrerade poster från kontrollpunkten {since} till {head}: {count}.",
    "{entity}: records made from the checkpoint {since} to {head}: {count}.",
)
CHANGED: Final = Form(
    "changed_amounts",
    Bilingual("Tryckta belopp som har ändrats", "Printed amounts that have changed"),
    (
        fiscal_year(), text("table", "Tabell", "Table"), text("label", "Rad", "Row"), amount("before", "Var", "Was"),
        amount("after", "Är", "Is"), amount("difference", "Skillnad", "Difference"),
        text("records", "Genom post", "By record"),
    ),
)  # fmt: skip
NOTHING_CHANGED: Final = Bilingual(
    "Inget belopp från ett tidigare år har ändrats.", "No amount of an earlier year has changed."
)
