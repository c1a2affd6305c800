"""``sifund import``: read a general ledger from SIE or CSV, and propose the year's figures from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import ACTOR, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.interchange import mapped
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.cli.progress import reading
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.files import FILE_IS_WORKBOOK, WORKBOOKS
from sifund_ledger.findings import Bilingual, Counted, listed
from sifund_ledger.forms import Form, amount, fiscal_year, text
from sifund_ledger.general_ledger.findings import RESULT_CLOSED_OUT
from sifund_ledger.table import LABEL, Row, Table

if TYPE_CHECKING:
    from sifund_ledger.amounts import Language, Unit
    from sifund_ledger.exchange.csv_forms import NumberForm
    from sifund_ledger.findings import Finding
    from sifund_ledger.general_ledger.ledger import GeneralLedger
    from sifund_ledger.general_ledger.proposed_figures import ProposedFigure, ProposedFigures
    from sifund_ledger.general_ledger.roles import Roles

_EPILOG = """\
\b
Examples:
  sifund import sie 2022.se 2023.se
  sifund import sie 2023.se --roles roles.toml
  sifund import sie 2022.se 2023.se --roles roles.toml -O toml -o figures.toml
  sifund import csv journal.csv -O csv -o balances.csv
  sifund import csv uses.csv --propose --do use > columns.toml
  sifund import csv journal.csv --mapping columns.toml
  sifund import csv uses.csv --mapping columns.toml -O toml -o events.toml
  sifund import csv uses.csv --mapping columns.toml --to ale.sifund
  sifund import csv uses.csv --mapping columns.toml --to ale.sifund --post --actor ekonomi
"""


@in_swedish(
    "Läs en huvudbok ur SIE eller CSV.",
    """Läs kommunens egen huvudbok och visa innehållet och felen.

    Med --mapping kan raderna i en CSV-fil i stället vara händelser eller uppgifter: då skrivs de ut som en
    händelsefil eller en uppgiftsfil. Med --to visas vad händelser skulle registrera i en bok; bara med --post
    registreras de, alla eller ingen, och en rad som redan är registrerad registreras inte igen.

    Filer från flera år eller system läses som en huvudbok. CSV har saldon, med semikolon och decimalkomma; TOML är en
    uppgiftsfil med det som huvudboken föreslår; JSON har allt. De gäller alla år i huvudboken, eller ett av dem.""",
    year="Bara det här året; utan det gäller uppgifterna det sista.",
    roles="Kontonas roller (TOML), för att föreslå årets uppgifter; inte med CSV.",
    unit="Enhet för de föreslagna uppgifterna: i kr står ören.",
    entity="Vems huvudboken är, för -O toml; utan det enligt den första filen.",
    mapping="Kolumnmall (TOML): vad kolumnerna är och hur filen skriver; raderna kan då också vara händelser eller "
    "årens uppgifter.",
    propose="Skriv ut en kolumnmall som föreslås ur början av en CSV-fil, att gå vidare med.",
    do="Med --propose: kommandot som raderna är, som i en händelsefil.",
    book="Boken som raderna skulle registreras i.",
    post="Registrera raderna i boken.",
    source="Varifrån raderna kommer, i stället för källan i kolumnmallen.",
)
@click.command("import", short_help="Read a general ledger from SIE or CSV.", epilog=_EPILOG)
@click.argument("kind", type=click.Choice(("sie", "csv")))
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--year", type=int, help="This fiscal year alone; figures are of the last, if left out.")
@click.option(
    "--roles", metavar="FILE", help="The roles of accounts (TOML), to propose the year's figures; not with CSV."
)
@click.option(
    "--unit", type=click.Choice(["kr", "tkr", "mkr"]), default="kr", help="Of the figures proposed: kr has the öre."
)
@click.option("--entity", metavar="NAME", help="Whose ledger it is, for -O toml; as in the first file, if left out.")
@click.option(
    "--mapping",
    metavar="FILE",
    help="What the columns are and how the file writes (TOML); the rows may then be events or the figures of years.",
)
@click.option("--propose", is_flag=True, help="Print a mapping proposed from the head of a CSV file, to go on with.")
@click.option("--do", metavar="COMMAND", help="With --propose: the command that the rows are, as in an events file.")
@click.option("--to", "book", metavar="BOOK", help="The book that the rows would be recorded in.")
@click.option("--post", is_flag=True, help="Record the rows in the book.")
@click.option("--source", metavar="NAME", help="What the rows come from, instead of the mapping's source.")
@click.option("--actor", envvar=ACTOR, default="", help=f"Who records: a role; or set {ACTOR}.")
@output_options("text", "csv", "toml", "json")
def command(
    kind: str,
    files: tuple[str, ...],
    year: int | None,
    roles: str | None,
    unit: Unit,
    entity: str | None,
    output: Output,
    mapping: str | None = None,
    propose: bool = False,
    do: str | None = None,
    book: str | None = None,
    post: bool = False,
    source: str | None = None,
    actor: str = "",
) -> ExitCode:
    """Read the municipality's own general ledger, and show what it holds and what is wrong.

    With --mapping the rows of a CSV file may be events or figures instead: then they are printed as an events file or
    a figures file. With --to it is shown what events would record in a book; only with --post are they recorded, all
    or none, and a row that has been recorded before is not recorded again.

    Files of several years or systems are read as one ledger. CSV has the balances, with semicolons and decimal commas,
    or with --lang en commas and points; TOML is a figures file with what the ledger proposes; JSON has it all. They are
    for every year of the ledger, or for one.
    """
    from sifund_ledger.exchange.ledgers.ledger_files import read_general_ledger

    _require_sense(kind, files, output.format, roles=roles, entity=entity, unit=unit)
    into = mapped.Into(book, post, actor, source)
    if kind == "csv" and (propose or do):
        others = {"--mapping": mapping, "--year": year, "--roles": roles, "--entity": entity, **mapped.given(into)}
        return mapped.proposal(files, do or "", output, others)
    columns = mapped.mapping_in(mapping) if mapping and kind == "csv" else None
    if columns is not None and columns.rows != "ledger":
        of_ledger = {"--year": year, "--roles": roles, "--entity": entity, "--unit": unit if unit != "kr" else None}
        return mapped.rows(files, columns, output, of_ledger, into)
    unused = mapped.given(into) | (
        {} if kind == "csv" else {"--mapping": mapping, "--propose": propose or None, "--do": do}
    )
    if kind == "csv" and mapping is None and any(value is not None for value in unused.values()):
        raise UnreadableInput(mapped.lacking("--mapping", *(() if book else ("--to",))))
    if faults := mapped.without_effect(unused, "SIE" if kind == "sie" else _A_LEDGER):
        raise UnreadableInput(faults)
    chosen = roles_in(roles) if roles else None
    reading(*files)
    ledger = read_general_ledger(*files, mapping=columns)
    ledger.require_year(year)
    if output.format == "toml":
        return _print_proposals(ledger, chosen, year, unit, entity or _entity(ledger, files[0]), output)
    if output.format == "csv":
        return output.deliver(_balances(ledger, year, output.language).rstrip("\n"), ledger.findings)
    return _print_summary(ledger, chosen, year, unit, output)


def _print_proposals(
    ledger: GeneralLedger, roles: Roles | None, year: int | None, unit: Unit, entity: str, output: Output
) -> ExitCode:  # fmt: skip
    """A figures file with what the ledger proposes for each year."""
    from sifund_ledger.exchange.statements.figures_proposal import proposed_to_toml, rounded_in
    from sifund_ledger.general_ledger.proposed_figures import propose_figures
    from sifund_ledger.general_ledger.roles import Roles

    proposals = [propose_figures(ledger, roles or Roles(), each) for each in _years(ledger, year)]
    proposed = (found for each in proposals for found in each.findings)
    text = proposed_to_toml(proposals, entity=entity, language=output.language, unit=unit)
    return output.deliver(text.rstrip("\n"), (*ledger.findings, *proposed, *rounded_in(proposals, unit)))


def _print_summary(
    ledger: GeneralLedger, roles: Roles | None, year: int | None, unit: Unit, output: Output
) -> ExitCode:  # fmt: skip
    """What the ledger holds, as data with every balance; and the figures that it proposes, where roles are given."""
    from sifund_ledger.exchange.statements.figures_proposal import rounded_in
    from sifund_ledger.general_ledger.proposed_figures import propose_figures
    from sifund_ledger.general_ledger.roles import Roles

    summary, closed_out = _summary(ledger, roles or Roles(), year, output.language)
    tables, findings = [summary], [*ledger.findings, *closed_out]
    if output.format == "json":
        tables.append(_BALANCES.listing(_lines(ledger, year), output.language))
    if roles is not None:
        proposed = propose_figures(ledger, roles, year)
        tables.append(_figures(proposed, output.language, unit))
        findings += [finding for finding in proposed.findings if finding not in closed_out]
        findings += rounded_in([proposed], unit)
    return output.deliver(written(tables, output), findings)


def _require_sense(
    kind: str, files: tuple[str, ...], chosen: str, *, roles: str | None, entity: str | None, unit: Unit
) -> None:
    """Refuse files that the kind does not read, and options that would change nothing in the format chosen."""
    faults = [
        FILE_IS_WORKBOOK.at(file) if file.lower().endswith(WORKBOOKS) else codes.IMPORT_NOT_CSV.at(file)
        for file in files
        if kind == "csv" and not file.lower().endswith(".csv")
    ]
    if roles is not None and chosen == "csv":
        faults.append(_without_use("--roles", chosen, "-O text, -O toml"))
    if unit != "kr" and chosen == "csv":
        faults.append(_without_use("--unit", chosen, "-O text, -O toml"))
    if entity is not None and chosen != "toml":
        faults.append(_without_use("--entity", chosen, "-O toml"))
    if faults:
        raise UnreadableInput(faults)


def _without_use(option: str, chosen: str, others: str) -> Finding:
    return codes.OPTION_WITHOUT_USE.at(option, option=option, format=chosen, formats=others)


def roles_in(file: str) -> Roles:
    """The roles of accounts that a file gives."""
    from sifund_ledger.exchange.ledgers.roles_file import parse_roles
    from sifund_ledger.exchange.structured.documents import read_bytes

    return parse_roles(read_bytes(file), Path(file).name)


def _entity(ledger: GeneralLedger, file: str) -> str:
    return next((source.entity for source in ledger.sources if source.entity), Path(file).stem)


def _years(ledger: GeneralLedger, year: int | None) -> tuple[int, ...]:
    return ledger.years if year is None else (year,)


_A_LEDGER: Final = Bilingual("en huvudbok", "a ledger")
_LEDGER: Final = Form(
    "ledger",
    Bilingual("Huvudbok", "General ledger"),
    (amount("result", "Årets resultat", "Net result"), amount("sum", "Summa saldon", "Sum of balances")),
)
_PROPOSED: Final = Form(
    "proposed",
    Bilingual("Förslag till uppgifter {year}", "Figures proposed for {year}"),
    (amount("amount", "Belopp", "Amount"), text("key", "Uppgift", "Figure"), text("accounts", "Konton", "Accounts")),
)
_BALANCES: Final = Form(
    "balances",
    Bilingual("Saldon", "Balances"),
    (
        text("account", "Konto", "Account"), text("name", "Benämning", "Name"), text("type", "Typ", "Type"),
        fiscal_year(), amount("opening", "Ingående", "Opening"), amount("change", "Förändring", "Change"),
        amount("closing", "Utgående", "Closing"),
    ),
)  # fmt: skip
_SIZE: Final = (
    (Bilingual("verifikation", "voucher"), Bilingual("verifikationer", "vouchers")),
    (Bilingual("rad", "row"), Bilingual("rader", "rows")),
    (Bilingual("konto", "account"), Bilingual("konton", "accounts")),
)
_EARMARKED: Final = Bilingual("Öronmärkt för {name} vid årets utgång", "Earmarked for {name} at the close")
_NET_COST: Final = Bilingual("Projektet {name}, nettokostnad", "The project {name}, net cost")
_HEADS: Final[dict[Language, tuple[str, ...]]] = {
    "sv": ("konto", "benämning", "typ", "år", "ingående", "förändring", "utgående"),
    "en": ("account", "name", "type", "year", "opening", "change", "closing"),
}
_MOST_ACCOUNTS: Final = 6


def _summary(
    ledger: GeneralLedger, roles: Roles, year: int | None, language: Language
) -> tuple[Table, tuple[Finding, ...]]:
    """Each year's result, without any account that it is booked against, and the years that seem to be closed so."""
    from sifund_ledger.general_ledger.booked_result import booked_result

    results = {each: booked_result(ledger, roles, ledger.balances(each)) for each in _years(ledger, year)}
    rows = [Row((str(each), result.ore, result.sum)) for each, result in results.items()]
    counts = (ledger.vouchers, ledger.rows, len(ledger.accounts))
    size = ", ".join(Counted(count, *words).words(language) for count, words in zip(counts, _SIZE, strict=True))
    closed_out = (RESULT_CLOSED_OUT.at(str(each), year=each) for each, result in results.items() if result.closed_out)
    table = _LEDGER.table((LABEL, *_LEDGER.columns), rows, language, remarks=(size,))
    return table, tuple(closed_out)


def _figures(proposed: ProposedFigures, language: Language, unit: Unit) -> Table:
    from sifund_ledger.exchange.statements.figures_proposal import figure_name

    def row(name: str, figure: ProposedFigure, key: str = "") -> Row:
        numbers = [number for number, _ in figure.accounts]
        accounts = "" if figure.dimension else listed(numbers, _MOST_ACCOUNTS)
        return Row((f"{name[:1].upper()}{name[1:]}", figure.ore, key, accounts))

    rows = [row(figure_name(each.key, proposed.year, language), each, each.key) for each in proposed.figures]
    for words, several in ((_EARMARKED, proposed.earmarks), (_NET_COST, proposed.projects)):
        rows += [row(words.words(language).format(name=each.key), each) for each in several]
    given = [each for each in rows if each.cells[1] is not None]
    table = _PROPOSED.table((LABEL, *_PROPOSED.columns), given, language, unit=unit, year=proposed.year)
    return table if unit == "kr" else replace(table, decimals=0)


def _balances(ledger: GeneralLedger, year: int | None, language: Language) -> str:
    """One line an account and year, in the number form of the language."""
    from sifund_ledger.exchange.csv_forms import csv_text

    form: NumberForm = "sv" if language == "sv" else "international"

    lines = ((*line[:3], str(line[3]), *line[4:]) for line in _lines(ledger, year))
    return csv_text(form, _HEADS[language], lines).replace("\r\n", "\n")


def _lines(ledger: GeneralLedger, year: int | None) -> Iterator[tuple[str, str, str, int, int, int, int]]:
    """The balances of each account and year: number, name, type, year, opening, change and closing in öre."""
    for each in _years(ledger, year):
        openings, closings = ledger.opening_balances(each), ledger.balances(each)
        for number in sorted({*closings, *(number for number, ore in openings.items() if ore)}):
            account, opening, closing = ledger.accounts[number], openings.get(number, 0), closings.get(number, 0)
            yield number, account.name, account.kind, each, opening, closing - opening, closing
