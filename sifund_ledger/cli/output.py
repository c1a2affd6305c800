"""What commands share: the options of their output, and how a result or a refusal is handed over."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

import click
from click.core import ParameterSource

from sifund_ledger.addresses import without_password
from sifund_ledger.amounts import Language
from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.exit_codes import ExitCode, counted, status
from sifund_ledger.cli.faults import finding_of
from sifund_ledger.cli.streams import (
    OutputFailed,
    print_bytes,
    print_finding,
    print_out,
    require_no_terminal,
    require_other,
    require_replaceable,
    require_stdout,
    save,
    save_bytes,
)
from sifund_ledger.errors import Refused, StoreUnavailable, UnreadableInput
from sifund_ledger.files import MOST_FINDINGS
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.wording import Calls

BINARY: Final = ("docx", "xlsx")
"""The formats that are documents, and no text for a terminal."""
_ENDINGS: Final = (*BINARY, "csv", "html", "json", "pdf")
"""What the name of a file ends in where another program is to open it."""


A_BOOK: Final = Bilingual("BOK", "BOOK")
"""What stands for a book that nobody has named."""


class Data(NamedTuple):
    """A result as data: what is found is put into it when it is handed over."""

    tree: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Output:
    """Where a command's result goes, in which format and language, and which findings count as failure."""

    format: str = "text"
    language: Language = "sv"
    out: str | None = None
    strict: bool = False
    book: str = ""
    """How the book is called on the command line, for the remedies, where one is named."""
    inputs: tuple[str, ...] = ()
    """What the command line names beside: files that the result must not overwrite."""

    def deliver(
        self,
        result: str | bytes | Data,
        findings: Iterable[Finding] = (),
        *,
        carries_findings: bool = False,
        recorded: bool = False,
    ) -> ExitCode:
        """Print or save the result, a text, a document's bytes or data, print the findings, and say the exit status.

        Where something has been ``recorded`` and the result cannot be printed, the command is done all the same.
        A result that carries its findings and is printed is not followed by them once more on standard error, but
        for those that make the status 1. Data is given them, and they are printed too.
        """
        found = list(findings)
        if isinstance(result, Data):
            result = self._with_findings(result, found)
        shown = counted(found, strict=self.strict) if carries_findings and self.prints else found
        try:
            self._hand_over(result)
        except OutputFailed as failed:
            if not recorded:
                raise
            shown = found = [*unshown(failed, self.named), *found]
        self.tell(shown)
        return status(found, strict=self.strict)

    def _with_findings(self, data: Data, findings: Iterable[Finding]) -> str:
        from sifund_ledger.exchange.escapes import json_text
        from sifund_ledger.exchange.statements.statement_json import finding_as_data

        found = [finding_as_data(each, self.language, self.calls) for each in listed(findings)]
        return json_text({**data.tree, "findings": found})

    def _hand_over(self, result: str | bytes) -> None:
        if isinstance(result, bytes):
            if self.prints:
                print_bytes(result)
            else:
                save_bytes(result, str(self.out))
        elif self.prints:
            print_out(result)
        else:
            save(f"{self._mark()}{result.rstrip()}\n", str(self.out))

    def _mark(self) -> str:
        if self.format != "csv" or self.language != "sv":
            return ""
        from sifund_ledger.exchange.csv_forms import BOM

        return BOM

    def tell(self, findings: Iterable[Finding]) -> None:
        """Print findings on standard error, as many of a kind as a person can read."""
        for finding in listed(findings):
            print_finding(finding, self.language, self.calls)

    @property
    def calls(self) -> Calls:
        """How commands that findings name are called for the book."""
        return on_command_line(self.named)

    @property
    def named(self) -> str:
        """The book as it is named, or what stands for it."""
        return self.book or A_BOOK.words(self.language)

    @property
    def prints(self) -> bool:
        """Whether the result goes to standard output."""
        return self.out in (None, "-")

    def require(self, *, force: bool = False) -> None:
        """Refuse, before anything is done, where it is known already that the result cannot go where it should.

        Raises :class:`~sifund_ledger.cli.streams.OutputFailed`.
        """
        if self.prints and self.format in BINARY:
            require_no_terminal(self.format)
        elif self.prints:
            require_stdout()
        else:
            require_other(str(self.out), self.inputs)
            require_replaceable(str(self.out), force=force)

    def refuse(self, refusal: Refused | StoreUnavailable) -> ExitCode:
        """Print every reason on standard error, and say the exit status."""
        if isinstance(refusal, OutputFailed):
            return replace(self, format="text").fail(ExitCode.USAGE, *refusal.findings)
        if isinstance(refusal, StoreUnavailable):
            return self.fail(ExitCode.UNAVAILABLE, *(refusal.findings or [finding_of(refusal)]))
        status = ExitCode.USAGE if isinstance(refusal, UnreadableInput) else ExitCode.REFUSED
        return self.fail(status, *refusal.findings)

    def fail(self, status: ExitCode, *findings: Finding) -> ExitCode:
        """Print the findings on standard error, as data too where JSON was asked for, and say the exit status."""
        self.tell(findings)
        if self.format == "json":
            from sifund_ledger.exchange.statements.statement_json import findings_to_json

            try:
                print_out(findings_to_json(listed(findings), language=self.language, calls=self.calls))
            except OutputFailed as failed:
                self.refuse(failed)  # the status is of what was refused in the first place
        return status


def listed(findings: Iterable[Finding]) -> list[Finding]:
    """As many findings of one kind as a person can read, and how many more there are."""
    found = list(findings)
    counts: Counter[str] = Counter()
    kept = []
    for finding in found:
        counts[finding.code] += 1
        if counts[finding.code] <= MOST_FINDINGS:
            kept.append(finding)
    last = {finding.code: finding for finding in found}
    for kind, count in counts.items():
        if count > MOST_FINDINGS:
            place, severity = last[kind].place, last[kind].severity
            kept.append(codes.MORE_OF_A_KIND.at(place, severity=severity, count=count - MOST_FINDINGS, kind=kind))
    return kept


def unshown(failed: OutputFailed, book: str) -> tuple[Finding, ...]:
    """What there is to tell where a command is done, and its result could not be printed."""
    return *failed.findings, codes.RECORDED_UNSHOWN.at(book)


_ELSEWHERE: Final = {
    "records": "sifund log {book}", "year_end": "sifund year-end {book} … --post",
    "preview": "--dry-run", "act": "--actor",
    "compare_ledger": "sifund year-end {book} … --sie … --roles … --compare",
    "export_vouchers": "sifund export sie {book} …", "write_template": "sifund export xlsx --template -o mall.xlsx",
    "write_book": "sifund export xlsx {book} -o bok.xlsx", "presets": "sifund fund presets",
}  # fmt: skip
"""What findings call for beside the commands of a book."""


def on_command_line(book: str = "BOOK") -> Calls:
    """How a command is called on the command line; the password of a database is left out.

    >>> on_command_line("ale.sifund")("grant")
    'sifund project grant ale.sifund …'
    >>> on_command_line()("choose=presentation")
    '--choose presentation=…'
    """

    book = without_password(book)

    def called(command: str) -> str:
        from sifund_ledger.book.commands import command_named

        field, given, part = command.partition("=")
        if given:
            return f"--{field.replace('_', '-')}" + (f" {part}=…" if part else "")
        if command in _ELSEWHERE:
            return _ELSEWHERE[command].format(book=book)
        return f"sifund {command_named(command).cli} {book} …"

    return called


def heading(text: str) -> str:
    """A text above others, with a line below it."""
    return f"{text}\n{'═' * len(text)}"


_TO_FILE: Final = "Write to this file instead of standard output."


def output_options(
    *formats: str, to: str = _TO_FILE, once: bool = False
) -> Callable[[Callable[..., ExitCode]], Callable[..., ExitCode]]:  # fmt: skip
    """Give a command ``-O``, ``-o``, ``--lang`` and ``--strict`` as one :class:`Output`, and let it simply raise.

    A command with a single format has no ``-O``; ``to`` is the help of ``-o``. What goes out ``once`` never replaces a
    file, which the command sees to. The command takes the keyword ``output`` and returns what :meth:`Output.deliver`
    returns. What it refuses is printed, and becomes its exit status.
    """

    def decorate(command: Callable[..., ExitCode]) -> Callable[..., ExitCode]:
        @click.option("-o", "out", metavar="OUT", help=to)
        @click.option(
            "--lang",
            "language",
            type=click.Choice(("sv", "en")),
            default="sv",
            show_default=True,
            help="Language of the result and of messages.",
        )
        @click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
        @functools.wraps(command)
        def with_output(
            *arguments: Any, out: str | None, language: Language, strict: bool, output_format: str = formats[0],
            force: bool = False, **others: Any,
        ) -> ExitCode:  # fmt: skip
            chosen = _by_ending(out, formats) or output_format
            output = Output(chosen, language, out, strict, others.get("book") or "", _named(others))
            try:
                _require_ending(out, formats)
                if not once:
                    output.require(force=force)
                return command(*arguments, output=output, **others)
            except (Refused, StoreUnavailable) as refusal:
                return output.refuse(refusal)

        choice = click.option(
            "-O",
            "output_format",
            type=click.Choice(formats),
            default=formats[0],
            show_default=True,
            help="Format; without it, what the name of -o ends in.",
        )
        with_format = choice(with_output) if len(formats) > 1 else with_output
        return with_format if once else _FORCE(with_format)

    return decorate


def _by_ending(out: str | None, formats: tuple[str, ...]) -> str | None:
    """The format that the name of the file ends in, where ``-O`` is not given."""
    ending = Path(out or "").suffix[1:].lower()
    return ending if _left_to_ending() and ending in formats else None


def _left_to_ending() -> bool:
    context = click.get_current_context(silent=True)
    source = context and context.get_parameter_source("output_format")
    return source is ParameterSource.DEFAULT


def _require_ending(out: str | None, formats: tuple[str, ...]) -> None:
    """Refuse a name that ends in a format which the command does not have: no program would open the text in it."""
    ending = Path(out or "").suffix[1:].lower()
    named = "text" in formats or formats[0] in _ENDINGS  # and no way to write numbers in a CSV
    if _left_to_ending() and named and ending in _ENDINGS and ending not in formats:
        path, listed = click.get_current_context().command_path, ", ".join(formats)
        wanted = Bilingual(
            f"namnet på en fil i något av formaten {listed}", f"the name of a file in one of the formats {listed}"
        )
        raise UnreadableInput([codes.USAGE_VALUE.at(path, parameter="-o", wanted=wanted, command=path)])


_FORCE: Final = click.option("--force", is_flag=True, help="Replace the file that -o names, if it is there.")


def _named(parameters: Mapping[str, Any]) -> tuple[str, ...]:
    """Every text of a command line that may be the name of a file."""
    values = (each if isinstance(each, tuple) else (each,) for each in parameters.values())
    return tuple(each for value in values for each in value if isinstance(each, str) and each)
