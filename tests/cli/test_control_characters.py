"""What a terminal would obey is refused on its way into a book, and harmless on its way out of one that has it."""

from __future__ import annotations

import json
import os
import shlex
import tomllib
import unicodedata
from pathlib import Path

import pytest

from sifund_ledger import Decision, Refused, open_book, presets, sek
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.fields import kinds

ESC, BIDI = "\x1b]0;ägd\x07", "\u202e"
KF = Decision.parse("KF 2014-04-28 § 31")
CONTROLS = ["\x1b[31m", "\x07", "\r", "\n", "\t", "\0", "\x9b31m", "\u2028", "\x7f"]


def harmless(text: str) -> bool:
    """Whether text has letters, blanks and line breaks alone."""
    return all(each == "\n" or each.isprintable() or unicodedata.category(each) == "Zs" for each in text)


@pytest.mark.parametrize("control", CONTROLS)
def test_a_name_or_a_line_of_text_with_a_control_character_is_refused(control: str) -> None:
    odd = f"so{control}cial"
    with pytest.raises(Refused, match="FIELD_TEXT_CONTROL"):
        open_book(create=odd, actor="ekonomi")
    with pytest.raises(Refused, match="FIELD_TEXT_CONTROL"):
        open_book(create="Ale", actor=odd)
    with open_book(create="Ale", actor="ekonomi") as book:
        book.open_equity(2012, sek(100), opening_deficits=[], decision=KF)
        book.record_result(2013, sek(10))
        book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
        book.set_aside("social", sek(10), result_year=2013, decision=KF)
        head = book.head
        granted = {"board": "BUN", "financing": "ur fonden", "decision": KF}
        for attempt in (
            lambda: book.create_fund(odd, policy=presets.tomelilla_earmark, decision=KF),
            lambda: book.grant("social", odd, sek(1), **granted),
            lambda: book.grant("social", "Navigator", sek(1), **{**granted, "board": odd}),
            lambda: book.grant("social", "Navigator", sek(1), **{**granted, "financing": odd}),
            lambda: book.grant("social", "Navigator", sek(1), **granted, plan={odd: {2017: sek(1)}}),
            lambda: book.grant("social", "Navigator", sek(1), **{**granted, "decision": Decision(odd, KF.date, "3")}),
            lambda: book.register_board("SN", valid_from=KF.date, units=[odd], decision=KF),
            lambda: book.batch(key="k", source=odd).__enter__(),
        ):
            with pytest.raises(Refused, match="FIELD_TEXT_CONTROL"):
                attempt()
        assert book.head == head


@pytest.mark.parametrize("control", [each for each in CONTROLS if each not in "\n\t"])
def test_a_reason_may_have_lines_and_no_other_control_character(control: str) -> None:
    with open_book(create="Ale", actor="ekonomi") as book:
        book.open_equity(2012, sek(100), opening_deficits=[], decision=KF)
        with pytest.raises(Refused, match="FIELD_TEXT_CONTROL"):
            book.adjust_equity(2013, sek(1), reason=f"Ändrad{control}princip", decision=KF)
        book.adjust_equity(2013, sek(1), reason="Ändrad\r\nprincip", decision=KF)
        assert [*book.records()][-1].event.reason == "Ändrad\nprincip"


def test_a_name_has_at_most_two_hundred_characters() -> None:
    with open_book(create="A" * 200, actor="ekonomi") as book:
        assert book.head.seq == 1
    with pytest.raises(Refused, match="NAME_TOO_LONG"):
        open_book(create="A" * 201, actor="ekonomi")


@pytest.fixture
def odd_book(console, monkeypatch: pytest.MonkeyPatch):
    """``sifund`` beside a book that an earlier version has let such names into."""
    monkeypatch.setattr(kinds, "_CONTROLS", ())
    monkeypatch.setattr(kinds, "cleaned", str.strip)
    fund, project, board = f"so{ESC}{BIDI}cial", f"Navi\r\n{ESC}gator", f"BUN\x9b31m{BIDI}\t"[:-1]
    with open_book("udda.sifund", create=f"Ale{ESC}{BIDI}", actor=f"eko{ESC}nomi") as book:
        book.open_equity(2012, sek(100), opening_deficits=[], decision=KF)
        book.record_result(2013, sek(10))
        book.create_fund(fund, policy=presets.tomelilla_earmark, decision=KF)
        book.set_aside(fund, sek(10), result_year=2013, decision=KF)
        book.grant(fund, project, sek(4), board=board, financing="ur fonden", decision=KF)
        book.use(fund, sek(1), year=2014, project=project, net_cost=sek(1), decision=KF)
    monkeypatch.undo()
    os.chdir(console.folder)
    console.names = fund, project
    return console


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
def test_a_book_that_has_them_is_shown_harmless(odd_book, form: str, language: str) -> None:
    fund, project = map(shlex.quote, odd_book.names)
    lines = [
        "show udda.sifund", f"show udda.sifund fund {fund}", f"show udda.sifund project {project}",
        f"show udda.sifund fund {fund} --table costs", "list udda.sifund funds", "list udda.sifund projects",
        "log udda.sifund", f"log udda.sifund --fund {fund}", "due udda.sifund 2014", "frames udda.sifund 2014",
        "stats udda.sifund",
    ]  # fmt: skip
    for line in lines:
        status, out, err = odd_book(f"{line} -O {form} --lang {language}")
        assert status == ExitCode.DONE, (line, err)
        assert harmless(out), (line, ascii(out))
        assert harmless(err), (line, ascii(err))
        if form == "json":
            json.loads(out)
        odd_book.done(f"{line} -O {form} --lang {language} -o ut")
        data = Path("ut").read_bytes().decode("utf-8-sig")
        assert harmless(data), line
        Path("ut").unlink()


def test_json_keeps_what_is_harmless_to_print(odd_book) -> None:
    (table,) = json.loads(odd_book.done("list udda.sifund funds -O json"))["tables"]
    assert odd_book.names[0] in table["rows"][0].values()


def test_python_shows_them_harmless_too(odd_book) -> None:
    fund, project = odd_book.names
    with open_book("udda.sifund") as book:
        texts = [
            repr(book),
            repr(book.funds),
            str(book.fund(fund)),
            book.fund(fund)._repr_html_(),
            str(book.statement(2013)),
        ]
        with pytest.raises(Refused) as caught:
            book.fund(f"annan{ESC}{BIDI}")
        texts += [str(caught.value), caught.value.findings[0].message, caught.value.findings[0].message_sv]
        texts += [book.project(project).text("en")]
    assert [text for text in texts if not harmless(text)] == []


def test_what_is_refused_is_told_harmless(console) -> None:
    odd = shlex.quote(f"so{ESC}{BIDI}cial")
    for line in (
        f"show {odd}",
        f"fund create ale.sifund {odd} --policy {odd}",
        f"init ale.sifund --entity {odd}",
        odd,
        f"show --{odd}",
        f"explain {odd}",
        f"balance-requirement {odd}",
        f"post {odd} {odd}",
    ):
        for form in ("", " -O json"):
            status, out, err = console(line + form)
            assert status in (ExitCode.USAGE, ExitCode.REFUSED), line
            assert harmless(out), (line, ascii(out))
            assert harmless(err), (line, ascii(err))


@pytest.mark.parametrize("form", ["text", "csv", "toml"])
def test_a_ledger_that_has_them_is_shown_harmless(console, form: str) -> None:
    text = f'#FLAGGA 0\n#SIETYP 1\n#FNAMN "Ale {ESC}kommun"\n#RAR 0 20130101 20131231\n'
    text += f'#KONTO 3010 "Int\x9bäkt{BIDI}er {ESC}"\n#KONTO 1910 "Kas{ESC}sa"\n#RES 0 3010 -5\n#UB 0 1910 5\n'
    Path("2013.se").write_text(text, encoding="utf-8")
    status, out, err = console(f"import sie 2013.se -O {form}")
    assert status in (ExitCode.DONE, ExitCode.FOUND)
    assert "kommun" in out or "3010" in out or "5" in out
    assert harmless(out), ascii(out)
    assert harmless(err), ascii(err)
    if form == "toml":
        tomllib.loads(out)
