"""What only an audit finds; the rest it says in the words of the rooms whose rules were broken."""

from __future__ import annotations

from functools import partial

from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import declared, error, warning

_rewritten = partial(
    error,
    remedy_sv="Ta fram kopian från den senaste kontrollpunkten, jämför posterna, och fråga den som registrerade.",
    remedy_en="Take out the copy of the last checkpoint, compare the records, and ask whoever recorded them.",
    cites=LKBR("3:3") + LKBR("3:9"),
)
FOLD_DIFFERS = _rewritten(
    "{account} är {records:kr} kr enligt posterna och {tables:kr} kr enligt lagrets egen summering.",
    "{account} is {records:kr} kr by the records and {tables:kr} kr by the store's own sum.",
)
NUMBER_NOT_NEXT = _rewritten(
    "Verifikationen har nummer {series} {number}; nästa i serien är {series} {expected}.",
    "The entry is numbered {series} {number}; the next of the series is {series} {expected}.",
)
COMMAND_DIFFERS = _rewritten(
    "Posten ({what}) följer inte av reglerna: prövad om ger den {again}.",
    "The record ({what}) does not follow from the rules: decided again it gives {again}.",
)
REGISTER_DIFFERS = _rewritten(
    "{what}: händelserna ger {events:kr} kr, verifikationerna {entries:kr} kr.",
    "{what}: the events give {events:kr} kr, the entries {entries:kr} kr.",
)
ROLL_FORWARD_DIFFERS = _rewritten(
    "{what} {year}: ingående och årets förändringar ger {expected:kr} kr, utgående är {closing:kr} kr.",
    "{what} {year}: the opening and the year's changes give {expected:kr} kr, the closing is {closing:kr} kr.",
)
FRAME_OF_CLOSED_YEAR = error(
    "Posten ändrar {board}s ram {year} med {amount:kr} kr, och {year} var stängt.",
    "The record changes the frame of {board} in {year} by {amount:kr} kr, and {year} was closed.",
    "Rätta posten, och besluta om ramen för ett öppet år: {do.correct}.",
    "Correct the record, and decide on the frame of an open year: {do.correct}.",
    cites=KL("11:6"),
)
FLOOR_NOT_MET = error(
    "{board} har återfört {repaid:kr} kr för {project}; minst {least:kr} kr skulle återföras vid slutavräkningen.",
    "{board} has repaid {repaid:kr} kr of {project}; at least {least:kr} kr was due at its settlement.",
    "Rätta slutavräkningen, eller registrera fullmäktiges beslut att efterskänka resten: {do.waive}.",
    "Correct the settlement, or record the council's decision to waive the rest: {do.waive}.",
)
REPAYMENT_OVERDUE = warning(
    "{board} har inte återfört {amount:kr} kr för {project}, som förföll {due}.",
    "{board} has not repaid {amount:kr} kr of {project}, which fell due in {due}.",
    "Registrera återföringen, en ny plan eller ett beslut att efterskänka: {do.repay}, {do.revise_plan}, {do.waive}.",
    "Record the repayment, a new plan or a decision to waive: {do.repay}, {do.revise_plan}, {do.waive}.",
)
DUPLICATE_SUSPECTED = warning(
    "Posten är lik post {seq}: samma händelse, belopp, år och beslut.",
    "The record equals record {seq}: the same event, amount, year and decision.",
    "Fråga om båda är avsedda; rätta annars den ena: {do.correct}.",
    "Ask whether both are meant; else correct one of them: {do.correct}.",
    cites=LKBR("3:3"),
)

CODES = declared(globals())
