"""What the help of every command says, in Swedish and English (hjälptexter)."""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import Bilingual

OF_COMMANDS: Final = {
    "open_entity": Bilingual("Öppna en ny bok åt en organisation.", "Open a new book for an entity."),
    "open_equity": Bilingual(
        "Öppna eget kapital vid utgången av ett år, med underskott kvar att återställa.",
        "Open equity at the close of a year, with the deficits still to be restored.",
    ),
    "record_result": Bilingual("Registrera ett års resultat.", "Record a year's result."),
    "adjust_equity": Bilingual(
        "Justera eget kapital direkt: ändrad princip eller rättat fel.",
        "Adjust equity directly: a change of principle, or an error corrected.",
    ),
    "dissolve_reserve": Bilingual(
        "Upplös en reserv i övrigt eget kapital; inget resultat ändras.",
        "Dissolve a reserve into other equity; no result changes.",
    ),
    "correct_balance_result": Bilingual(
        "Rätta ett stängt års balanskravsresultat, i det år då felet upptäcks.",
        "Correct the balance requirement result of a closed year, in the year it was found wrong.",
    ),
    "correct_reserve": Bilingual(
        "Registrera vad ett stängt år reserverade eller använde ur en reserv, i det år då felet upptäcks.",
        "Record what a closed year allocated to a reserve, or used of it, in the year it was found wrong.",
    ),
    "compare_equity": Bilingual(
        "Stäm av ett års eget kapital, resultat och reserver mot årsredovisningen eller huvudboken.",
        "Hold a year's equity, result and reserves against the annual report or the general ledger.",
    ),
    "adopt_plan": Bilingual(
        "Registrera fullmäktiges åtgärdsplan för ett års underskott: hur det återställs och när.",
        "Record the council's action plan for a year's deficit: how it is restored, and when.",
    ),
    "year_end": Bilingual(
        "Registrera ett bokslut: årets resultat, reserver, uppgifter och skäl.",
        "Post a year-end: the result, reserves, figures and grounds of a year.",
    ),
    "start_closing": Bilingual(
        "Påbörja bokslutet: därefter registreras i året bara det som hör till bokslutet.",
        "Begin the closing: from then on only what belongs to it is recorded in the year.",
    ),
    "reopen_year": Bilingual(
        "Öppna igen ett år som har överlämnats men inte godkänts.",
        "Open a year again that was handed over and is not approved.",
    ),
    "decide_discharge": Bilingual(
        "Registrera att fullmäktige har beslutat om ansvarsfrihet för ett år.",
        "Record that the council has decided on discharge for a year.",
    ),
    "close_year": Bilingual(
        "Stäng ett år när fullmäktige har beslutat om årsredovisningen.",
        "Close a year when the council has decided on the annual report.",
    ),
    "correct": Bilingual("Rätta en post med en ny verifikation.", "Correct a record by a new entry."),
    "blot_note": Bilingual("Gallra den fria texten vid en post.", "Blot out the free text beside a record."),
    "move_decision": Bilingual(
        "Registrera att ett beslut har överklagats, fått laga kraft eller upphävts.",
        "Record that a decision was appealed, has become final, or was repealed.",
    ),
    "create_fund": Bilingual("Inrätta en fond med dess riktlinje.", "Make a fund with its policy."),
    "change_policy": Bilingual(
        "Anta en ny version av fondens riktlinje, för det som börjar från en viss dag.",
        "Adopt a later version of a fund's policy, for what starts from a day on.",
    ),
    "change_purpose": Bilingual("Ändra ändamålet för en fond eller delfond.", "Change what a fund or sub-fund is for."),
    "delegate": Bilingual("Delegera en av fullmäktiges uppgifter.", "Delegate a task of the council's."),
    "state_intention": Bilingual(
        "Ange vad som är avsett att öronmärkas de kommande åren.", "State what is meant to be set aside over the years."
    ),
    "set_aside": Bilingual("Öronmärk ett belopp i en fond.", "Set an amount aside in a fund."),
    "set_aside_by_rule": Bilingual(
        "Öronmärk det som riktlinjens regel ger för ett år.", "Set aside what the policy's rule gives for a year."
    ),
    "open_fund": Bilingual(
        "Öppna en fond med det som var disponibelt vid årets ingång.",
        "Open a fund with what it had available on a year's first day.",
    ),
    "renew": Bilingual("Förnya öronmärkningen med det som återförts.", "Renew the earmark by what has been repaid."),
    "transfer": Bilingual("För om disponibla medel mellan delfonder.", "Move what is available between sub-funds."),
    "dissolve": Bilingual("Upplös det som är disponibelt i en fond.", "Dissolve what is available in a fund."),
    "grant": Bilingual("Bevilja ett belopp till ett projekt.", "Grant an amount to a project."),
    "amend_grant": Bilingual("Höj eller sänk det som är beviljat.", "Raise or lower a grant."),
    "use": Bilingual("Ianspråkta en öronmärkning.", "Use an earmark."),
    "report_cost": Bilingual(
        "Rapportera vad ett projekt har kostat hela året; den senaste rapporten gäller.",
        "Report what a project cost in the whole of a year; the latest report counts.",
    ),
    "carry_over": Bilingual(
        "För över det som projektet inte använt av årets ram.", "Carry over what a project has not used of its frame."
    ),
    "release": Bilingual("Återlämna en outnyttjad del av beviljandet.", "Release an unused part of a grant."),
    "close_project": Bilingual("Avsluta ett projekt; resten återlämnas.", "Close a project; the rest is released."),
    "reopen_project": Bilingual("Återöppna ett projekt, ett steg tillbaka.", "Take a project one step back."),
    "open_project": Bilingual(
        "Ta över ett pågående projekt vid årets ingång.", "Take over a project half-way on a year's first day."
    ),
    "measure": Bilingual("Ange vad ett projekt har sparat åt en nämnd.", "State what a project has saved a board."),
    "repay": Bilingual("Återför: sänk nämndens ram för ett år.", "Repay: lower the board's frame of a year."),
    "return_repayment": Bilingual(
        "Lämna tillbaka det som återförts utöver golv och effekt.",
        "Give back what was repaid beyond the floor and the effect.",
    ),
    "waive": Bilingual("Efterskänk ett krav på en nämnd.", "Give up a claim on a board."),
    "reassign": Bilingual("Flytta ett krav till en annan nämnd.", "Move a claim to another board."),
    "revise_plan": Bilingual("Revidera vad nämnderna ska återföra.", "Revise what boards are to repay."),
    "settle": Bilingual(
        "Slutavräkna ett avslutat projekts återföring.", "Settle a closed project's repayments for good."
    ),
    "reach_stage": Bilingual(
        "Ange att ett projekt, eller idén till ett, har nått ett skede.",
        "State that a project, or the idea of one, has reached a stage.",
    ),
    "join_project": Bilingual("Ange vem som deltar i ett projekt.", "State who takes part in a project."),
    "adopt_programme": Bilingual("Anta programregler för en fond.", "Adopt the rules of eligibility of a fund."),
    "declare_application": Bilingual("Redovisa en ansökans uppgifter.", "Declare the facts of an application."),
    "estimate_cost": Bilingual(
        "Ange vad ett projekt beräknas kosta ett år.", "State what a project is expected to cost in a year."
    ),
    "implement_project": Bilingual(
        "Ange vad som blir av ett projekt i ordinarie verksamhet.",
        "State what becomes of a project in ordinary operations.",
    ),
    "state_goal": Bilingual("Ange ett mål, under ett på en högre nivå.", "State a goal, under one of a higher level."),
    "link_goal": Bilingual("Koppla ett projekt till ett mål.", "Link a project to a goal."),
    "set_milestone": Bilingual(
        "Ange en dag att hålla: delmål, utvärdering, rapport.",
        "State a day to be kept: a milestone, an evaluation, a report.",
    ),
    "calculate_effect": Bilingual(
        "Ange en kalkyl över ett projekts effekter.", "State a calculation of a project's effects."
    ),
    "sign_contract": Bilingual("Ange villkoren i ett utfallskontrakt.", "State the terms of an outcome contract."),
    "assess_outcome": Bilingual("Ange utfallet av ett utfallskontrakt.", "State the outcome of an outcome contract."),
    "register_board": Bilingual("Registrera en nämnd och dess enheter.", "Register a board and its units."),
    "reorganise": Bilingual(
        "Avsluta en nämnd och fördela dess budget på andra.", "End a board, and divide its budget among others."
    ),
}
"""What each command of a book does."""
OF_GROUPS: Final = {
    "equity": Bilingual(
        "Eget kapital: öppning, resultat, justeringar, reserver.", "Equity: opening, results, adjustments, reserves."
    ),
    "fund": Bilingual("Fonder: inrätta, öronmärk, ianspråkta, upplös.", "Funds: make, set aside, use, dissolve."),
    "project": Bilingual("Projekt: bevilja, ianspråkta, återför, slutavräkna.", "Projects: grant, use, repay, settle."),
    "programme": Bilingual(
        "Programmet: fondens regler, och dess tabeller.", "The programme: a fund's rules, and its tables."
    ),
    "goal": Bilingual("Mål, koppling till dem, delmål.", "Goals, links to them, milestones."),
    "board": Bilingual("Nämnder och omorganisation.", "Boards and their reorganisation."),
    "decision": Bilingual("Beslut: deras läge, och ansvarsfrihet.", "Decisions: their state, and discharge."),
}
"""What each group of a book's commands is about."""
BESIDE_GROUPS: Final = {
    "programme": Bilingual(
        "Skeden, deltagare, ansökningar, beräkningar och införande står under sifund project: stage, join, declare, "
        "estimate, effect, implement. Mål och delmål står under sifund goal. Pengarna beviljas med sifund project "
        "grant.",
        "Stages, participants, applications, estimates and implementation are in sifund project: stage, join, declare, "
        "estimate, effect, implement. Goals and milestones are in sifund goal. The money is granted by sifund project "
        "grant.",
    ),
}
"""What belongs to a group and stands elsewhere."""
MARK: Final = "Write what is wrong with a workbook into a copy of it, as coloured cells with comments."
"""The help of ``--mark``."""
_SHARED: Final = (
    Bilingual("Skriv det som är fel i en arbetsbok i en kopia av den, som färgade celler med kommentarer.", MARK),
    Bilingual("Skriv till den här filen i stället för på skärmen.", "Write to this file instead of standard output."),
    Bilingual(
        "Skriv till den här filen, som inte får finnas. [måste anges]",
        "Write to this file, which must not be there yet.  [required]",
    ),
    Bilingual("Format; utan det, det som namnet på -o slutar med.", "Format; without it, what the name of -o ends in."),
    Bilingual("Språk i resultat och meddelanden.", "Language of the result and of messages."),
    Bilingual(
        "Ett Word-dokument vars formatmallar och sidlayout används.",
        "A Word document whose styles and page layout are used.",
    ),
    Bilingual("Avsluta med 1 även för varningar.", "Exit with 1 for warnings too."),
    Bilingual("Ersätt filen som -o anger, om den finns.", "Replace the file that -o names, if it is there."),
    Bilingual("Det som redan gått ut; skapas om det inte finns.", "What has gone out; made if not there."),
    Bilingual(
        "Utelämna det som redan gått ut, i stället för att neka.", "Leave out what has gone out, instead of refusing."
    ),
    Bilingual(
        "Öronmärkt eget kapital och balanskravsutredning för kommuner och regioner.",
        "Earmarked equity and the balance requirement of Swedish municipalities and regions.",
    ),
    Bilingual(
        "Ensamt, i en mapp med böcker, visar det hur långt var och en har kommit och vad som följer.",
        "Alone, in a folder with books, it shows what state each is in and what comes next.",
    ),
    Bilingual(
        "Avslutningskod: 0 klart, 1 klart men med fel funna (med --strict även varningar), 2 nekat och inget "
        "ändrat, 3 felaktigt kommando eller oläsbart underlag, 4 boken går inte att nå eller är låst.",
        "Exit status: 0 done, 1 done with errors found (with --strict also warnings), 2 refused and nothing "
        "changed, 3 wrong usage or unreadable input, 4 store not reachable or locked.",
    ),
    Bilingual("Visa versionen.", "Show the version and exit."),
    Bilingual("Visa den här texten.", "Show this message and exit."),
    Bilingual("Vem som registrerar, en roll; eller sätt SIFUND_ACTOR.", "Who records: a role; or set SIFUND_ACTOR."),
    Bilingual(
        "Visa vad som skulle registreras, och registrera inget.", "Show what would be recorded, and record nothing."
    ),
    Bilingual("Enhet för belopp.", "Of amounts."),
)
"""The help of what commands share, and of the program itself, paragraph by paragraph."""
IN_SWEDISH: Final = {
    text.en: text.sv for text in (*_SHARED, *OF_COMMANDS.values(), *OF_GROUPS.values(), *BESIDE_GROUPS.values())
}

FIXED: Final = (
    ("Usage:", "Användning:"), ("Options:", "Alternativ:"), ("Commands:", "Kommandon:"), ("Examples:", "Exempel:"),
    ("[OPTIONS]", "[ALTERNATIV]"), ("[COMMAND] [ARGS]...", "[KOMMANDO] [ARGUMENT]..."),
    ("COMMAND [ARGS]...", "KOMMANDO [ARGUMENT]..."), ("[default:", "[annars"), ("[required]", "[måste anges]"),
    ("(required)", "(måste anges)"), ("Show this message and exit.", "Visa den här texten."),
)  # fmt: skip
"""What the help of every command has beside."""
