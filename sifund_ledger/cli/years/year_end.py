"""``sifund year-end``: draw up a year's statement, notes and funds' accounts; post them, and close the year."""

from __future__ import annotations

from contextlib import nullcontext
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import ACTOR, FORMATS, opened
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.marking import mark_option
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.cli.typed import options_read
from sifund_ledger.cli.years.figures_given import Given, given_figures
from sifund_ledger.cli.years.printing import (
    DrawnUp,
    print_comparison,
    print_report,
    print_statement,
    print_texts,
    print_tie_out,
)
from sifund_ledger.cli.years.proposing import proposed_events
from sifund_ledger.cli.years.reporting import ONLY_REPORTS, TEMPLATE, require_form
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.files import LEDGER, file_bytes
from sifund_ledger.written import on_one_line

if TYPE_CHECKING:
    from sifund_ledger.book import Book
    from sifund_ledger.decisions import Decision
    from sifund_ledger.findings import Finding
    from sifund_ledger.ledger.records import Record
    from sifund_ledger.year_end.run import YearEnd
    from sifund_ledger.year_end.tie_out import TieOut

_EPILOG = """\
\b
Examples:
  sifund year-end ale.sifund 2017 figures.toml
  sifund year-end ale.sifund 2017 mall.xlsx
  sifund year-end ale.sifund 2017 --propose -o proposed.xlsx
  sifund year-end ale.sifund 2017 --sie 2017.se --roles roles.toml
  sifund year-end ale.sifund 2017 figures.toml --sie 2017.se --roles roles.toml
  sifund year-end ale.sifund 2017 --sie 2017.se --roles roles.toml --compare
  sifund year-end ale.sifund 2017 --sie 2017.se --roles roles.toml --tie-out -O html -o tie-out.html
  sifund year-end ale.sifund 2017 figures.toml --grounds-decision "KF 2018-04-23 § 31" --post
  sifund year-end ale.sifund 2017 figures.toml --post --close --decision "KF 2018-04-23 § 30"
"""


@in_swedish(
    "Upprätta bokslut; registrera; stäng året.",
    """Upprätta bokens bokslut: balanskravsutredning, not om eget kapital, varje fonds konto, de konteringar som det
    registrerar, och det som ska rättas först.

    FIGURES är en uppgiftsfil (TOML, JSON) eller den ifyllda mallen (xlsx) med året. Med --sie tas det som filen
    utelämnar ur huvudboken, och varje skillnad redovisas. Inget registreras utan --post, och inget
    registreras som inte har skrivits ut.""",
    files="SIE-filer, som föreslår de uppgifter som inte är angivna.",
    roles="Kontonas roller (TOML), med --sie.",
    grounds_decision="Åberopa det som ianspråktagits ur varje fond som synnerliga skäl.",
    draft="Skriv ut ett utkast med felen markerade i stället för att avvisa uppgifterna.",
    post="Registrera det som upprättats.",
    compare="Registrera bara vad huvudboken i --sie har för året, bredvid boken.",
    close="Stäng också året, på fullmäktiges beslut (--decision).",
    decision="Fullmäktiges beslut om årsredovisningen, med --close.",
    refused="Fullmäktige har beslutat att inte godkänna årsredovisningen.",
    reason="Fullmäktiges skäl att godkänna ett år som bryter mot lagen.",
    propose="Skriv ut de händelser som årets poster leder till, att besluta och registrera.",
    texts="Skriv i stället ut utkast på svenska till fullmäktige och årsredovisningen.",
    templates="Egna meningar (TOML) till --texts, efter namn.",
    tied="Skriv i stället ut avstämningen: varje uppgift överallt där den står.",
    proposals="Avstämningen, med det som årets poster leder till som beslutat.",
    inhabitants="För nyckeltal per invånare, med --tie-out.",
    form="Med -O html, docx, xlsx eller md: till årsredovisningen, eller arbetsmaterial.",
)
@click.command("year-end", short_help="Draw up a year-end; post it; close the year.", epilog=_EPILOG)
@click.argument("book", metavar="BOOK")
@click.argument("year", type=int)
@click.argument("figures", metavar="[FIGURES]", required=False)
@click.option(
    "--sie", "files", multiple=True, metavar="FILE", help="SIE files, which propose the figures that are not stated."
)
@click.option("--roles", metavar="FILE", help="The roles of accounts (TOML), with --sie.")
@click.option("--grounds-decision", metavar="DECISION", help="Invoke each fund's use as an exceptional ground.")
@click.option("--draft", is_flag=True, help="Print a draft with its errors marked, where it would be refused.")
@click.option("--post", is_flag=True, help="Record what is drawn up.")
@click.option("--compare", is_flag=True, help="Record what the ledger of --sie has of the year beside the book, only.")
@click.option("--close", is_flag=True, help="Close the year too, on the council's --decision.")
@click.option("--decision", metavar="DECISION", help="The council's decision on the annual report, with --close.")
@click.option("--refused", is_flag=True, help="The council has decided not to approve the annual report.")
@click.option("--reason", default="", help="The council's reason to approve a year that breaks the law.")
@click.option("--propose", is_flag=True, help="Print the events that the year's records lead to, to decide and post.")
@click.option("--texts", is_flag=True, help="Print drafts in Swedish for the council and the annual report instead.")
@click.option("--templates", metavar="FILE", help="Sentences of your own (TOML) for --texts, by name.")
@click.option("--tie-out", "tied", is_flag=True, help="Print the tie-out page instead: each figure wherever it stands.")
@click.option("--proposals", is_flag=True, help="The tie-out page, with what the year's records lead to as decided.")
@click.option(
    "--inhabitants", type=click.IntRange(1, 100_000_000), help="For key figures by inhabitant, with --tie-out."
)
@click.option(
    "--form", type=click.Choice(("annual", "working")), default="working", show_default=True,
    help="With -O html, docx, xlsx or md: for the annual report, or a working paper.",
)  # fmt: skip
@TEMPLATE
@click.option("--actor", envvar=ACTOR, default="", help=f"Who records: a role; or set {ACTOR}.")
@output_options(*FORMATS, "docx", "xlsx", "md")
@mark_option("figures")
def command(
    book: str, year: int, figures: str | None, files: tuple[str, ...], roles: str | None, grounds_decision: str | None,
    draft: bool, post: bool, compare: bool, close: bool, decision: str | None, reason: str, refused: bool,
    propose: bool, texts: bool, templates: str | None, tied: bool, proposals: bool, inhabitants: int | None,
    actor: str, output: Output,
    form: str = "working", template: str | None = None,
) -> ExitCode:  # fmt: skip
    """Draw up the year-end of a book: statement, note on equity, each fund's account, the postings that it would
    record, and what must be mended first.

    FIGURES is a figures file (TOML, JSON) or the filled-in template (xlsx) with the year. With --sie what the file
    leaves out is taken from the general ledger, and every difference is reported. Nothing is recorded without --post;
    nothing is posted that was not printed.
    """
    prints = {"--propose": propose, "--texts": texts or templates, "--tie-out": tied or inhabitants or proposals}
    if len(named := [option for option, given in prints.items() if given]) > 1:
        raise UnreadableInput([codes.OPTIONS_APART.at("sifund year-end", options=tuple(named))])
    as_template = propose and output.format == "xlsx"
    require_form(output, template, *([] if as_template else named), *(["--compare"] if compare else []))
    if propose:
        with opened(book) as there:
            return output.deliver(*proposed_events(there, book, year, output))
    if compare and not files:
        raise UnreadableInput([_missing("--sie")])
    given, sentences = given_figures(book, year, figures, files, roles), _sentences(templates)
    approval, grounds = _approval(close, decision, reason, refused), _invoked(grounds_decision)
    records = post or close or compare
    with opened(book, actor, writing=records) as there:
        try:
            run = there.year_end(year, given.figures, grounds_decision=grounds, draft=draft or compare)
            page = _tie_out(there, run, given, proposals=proposals, inhabitants=inhabitants)
            made: tuple[Record, ...] = ()
            if records:
                held = {**_named(files), **page.of_ledger} if given.proposed is not None else None
                made = _record(there, run, held, post=post, approval=approval)
        except Refused as refusal:
            raise Refused(given.read.located(refusal.findings)) from None
        drawn = DrawnUp(there, run, page, given, tuple(dict.fromkeys(there.warnings)), made)
        if compare and not (post or close):
            return print_comparison(drawn, output)
        if prints["--texts"]:
            return print_texts(drawn, output, sentences)
        if prints["--tie-out"]:
            return print_tie_out(drawn, output)
        if output.format == "html" or output.format in ONLY_REPORTS:
            return print_report(drawn, output, form, template)
        return print_statement(drawn, output)


def _tie_out(there: Book, run: YearEnd, given: Given, *, proposals: bool, inhabitants: int | None) -> TieOut:
    """The tie-out page of what is drawn up; with ``proposals``, of what the year's records lead to as decided."""
    from sifund_ledger.year_end.tie_out import tie_out

    with there.with_proposals(run.year) if proposals else nullcontext():
        # What the ledger has booked before it is decided is held against the same (R25).
        shown = there.year_end(run.year, given.figures, draft=True) if proposals else run
        return tie_out(shown, given.proposed, costs=there.net_costs(run.year), inhabitants=inhabitants)


def _record(
    there: Book, run: YearEnd, held: dict[str, Any] | None, *, post: bool, approval: _Approval | None
) -> tuple[Record, ...]:
    """Post it, record what the year is held against, close the year: all that is asked, or nothing; the records."""
    with there.batch() as batch:
        if post:
            run.post()
        if held is not None:
            there.compare_equity(run.year, **held)
        if approval is not None:
            if not (post or run.is_recorded):
                raise Refused([codes.CLOSE_UNPOSTED.at(str(run.year), year=run.year)])
            run.close(approval.decision, approval.reason, refused=approval.refused)
        return batch.records


def _sentences(templates: str | None) -> dict[str, str]:
    """The sentences of a municipality's own, from its file."""
    from sifund_ledger.exchange.template_file import read_templates

    return read_templates(templates) if templates else {}


class _Approval(NamedTuple):
    """What the council decided on the annual report, and why it closes a year that breaks the law."""

    decision: Decision
    reason: str
    refused: bool


def _approval(close: bool, decision: str | None, reason: str, refused: bool) -> _Approval | None:
    """What the year is closed on. Raises where one option is given without the other."""
    from sifund_ledger.decisions import Decision

    if close and decision is None:
        raise UnreadableInput([_missing("--decision")])
    if (refused or decision is not None) and not close:
        raise UnreadableInput([_missing("--close")])
    if decision is None:
        return None
    with options_read():
        return _Approval(Decision.parse(decision), reason, refused)


def _invoked(grounds_decision: str | None) -> Decision | None:
    """The decision that invokes each fund's use."""
    from sifund_ledger.decisions import Decision

    with options_read(decision="--grounds-decision"):
        return None if grounds_decision is None else Decision.parse(grounds_decision)


def _missing(parameter: str) -> Finding:
    return codes.USAGE_MISSING.at("sifund year-end", parameter=parameter, command="sifund year-end")


def _named(files: tuple[str, ...]) -> dict[str, Any]:
    """The files of a general ledger as a comparison names them: their names, and the SHA-256 of them all, one after
    the other."""
    digest, names = sha256(), ", ".join(on_one_line(Path(name).name) for name in files)
    for name in files:
        digest.update(file_bytes(name, LEDGER))
    return {"source": "general_ledger", "document": names, "digest": digest.hexdigest()}
