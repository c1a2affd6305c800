"""The help of every command: in one language, with an example that can be typed; and completion."""

from __future__ import annotations

import re
import shlex

import click
import pytest
from findings.test_languages import FOREIGN, words

from sifund_ledger.book.commands import all_commands
from sifund_ledger.cli.book.commands import click_command
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import help_text
from sifund_ledger.cli.program import program, run


def every_command(group=program, path=()):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from every_command(command, (*path, name))


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.name)
def test_the_example_in_the_help_of_a_command_can_be_typed(command):
    read = []
    made = click_command(command, lambda _, command: read.append(command))
    line = made.epilog.strip().splitlines()[-1].strip()
    words = shlex.split(line)[1 + len(command.cli.split()) :]
    made.main(words, standalone_mode=False)
    assert read[0].faults == (), line


@pytest.mark.parametrize("path", [path for path, _ in every_command()], ids=" ".join)
def test_help_is_in_one_language(monkeypatch, capsys, path):
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    for locale, language in (("sv_SE.UTF-8", "sv"), ("C.UTF-8", "en")):
        monkeypatch.setenv("LANG", locale)
        assert run([*path, "--help"]) == ExitCode.DONE
        printed = capsys.readouterr().out
        assert language == "en" or not re.search(r"\[(default|required)", printed)
        prose = re.split("Exempel:|Examples:", printed)[0]
        prose = re.sub(r"^ +[a-z-]+(?= {2})|\[[^\]]*\]", " ", prose, flags=re.MULTILINE)  # names of commands, choices
        foreign = words(prose) & FOREIGN[language]
        assert not foreign - KEYS_IN_HELP, printed


@pytest.mark.parametrize("command", [command for _, command in every_command()], ids=lambda command: command.name)
def test_each_option_has_the_swedish_help_given_by_its_name(command):
    given = getattr(command, "options_in_swedish", {})
    shown = "".join(help_text(click.Context(command), "sv").split())
    assert given.keys() <= {each.name for each in command.params}
    assert [each for each in given.values() if "".join(each.split()) not in shown] == []


KEYS_IN_HELP = words(
    "surplus accumulated equity allocated used appealed final repealed overdue runway target roads frames entitlements "
    "repayments floor öronmärk "
    "project stage join declare estimate effect implement goal "
    "register pipeline participation roles estimates implementation goals goal calendar portfolio "
    "initiatives effects funds alternatives"
)


def test_commands_and_options_are_completed(monkeypatch, capsys):
    monkeypatch.setenv("_SIFUND_COMPLETE", "bash_complete")
    for line, last, told in (("sifund fund set", 2, "set-aside"), ("sifund project use --net", 3, "--net-cost")):
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(last))
        with pytest.raises(SystemExit) as ended:
            run([])
        assert ended.value.code == 0
        assert f"plain,{told}" in capsys.readouterr().out.splitlines()
