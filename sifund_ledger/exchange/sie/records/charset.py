"""The characters of a SIE file (teckenuppsättning): found from the bytes, and written as code page 437 (SIE 4B §5.8).

``#FORMAT PC8`` stands over UTF-8 and Latin-1 too, so the bytes decide and never the record.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from io import IncrementalNewlineDecoder
from typing import Final, NamedTuple

from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records import findings as codes
from sifund_ledger.written import composed

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CP437_LETTERS: Final = bytes.fromhex("86 84 94 8f 8e 99 82")
_LATIN1_LETTERS: Final = bytes.fromhex("e5 e4 f6 c5 c4 d6 e9")
_UTF8_LETTERS: Final = tuple(letter.encode() for letter in "åäöÅÄÖé")
_UTF8_SEQUENCE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_UTF16_SAMPLE: Final = 1 << 12
_MOST_CONTROLS: Final = 2000
"""In how many lines of a text control characters are reported."""
_PIECE: Final = 1 << 20
"""About how many bytes are decoded at a time."""
_MOST_AFTER: Final = 1 << 23
"""How many bytes that follow known lines are decoded at once; where more follow, the lines need not be known."""
_ASCII: Final = bytes(range(128))
_LETTERS: Final = bytes(range(128, 256))
_IN_FIELDS: Final = bytes((9, *range(32, 127)))
_CP437: Final = bytes(range(256)).decode("cp437")
_FROM_LATIN1: Final = "".join(map(chr, range(256))).encode("cp437", "replace")
_HAVE_LATIN1: Final = bytes(ord(letter) for letter in _CP437 if ord(letter) < 256)
_C1: Final = re.compile(rb"[\x80-\x9f]")
_NOT_IN_CP1252: Final = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_SIGNS_OF_GARBLING: Final = "Ã†„”Ž™"
_GARBLED: Final = re.compile(r"\w{0,20}(?:Ã[¥¤¶©…„–\x85\x84\x96]|(?<=[a-zåäö])[†„”](?=[a-zåäö]))[\w”„†Ã¥¤¶©]{0,20}")
_STATED: Final = {
    "UTF8": ("utf-8",),
    "UTF16": ("utf-16", "utf-16-le", "utf-16-be"),
    **dict.fromkeys(("ISO88591", "88591", "LATIN1", "ANSI", "CP1252", "WINDOWS1252", "1252"), ("latin-1", "cp1252")),
}
PLAIN: Final = b"\r\n" + _IN_FIELDS + _CP437_LETTERS
"""The bytes of a text that is surely in code page 437: ASCII, and its Swedish letters."""
_SOUND_ENDS: Final = (None, "\n", "\r\n", ("\n", "\r\n"))
"""The ends of lines among which no CR stands alone."""
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def encoding_of(data: bytes) -> str:
    """Which encoding the bytes are in: ``utf-8``, ``utf-16``, ``cp437``, ``cp1252`` or ``latin-1``.

    A byte order mark decides, or NUL in every other byte (``utf-16-le``, ``utf-16-be``); then UTF-8 with a letter
    beyond ASCII, damaged UTF-8 too where it has more Swedish letters than the other encodings would have; then
    whether the Swedish letters of code page 437 or those of Latin-1 are more. Plain ASCII is taken for code page 437.

    >>> encoding_of("Malmö".encode("cp437")), encoding_of("Malmö".encode()), encoding_of("Malmö".encode("latin-1"))
    ('cp437', 'utf-8', 'latin-1')
    """
    return _encoding(data, data.translate(None, _ASCII))


def _encoding(data: bytes, letters: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    wide = _wide(data[:_UTF16_SAMPLE])
    # No letter of UTF-8 begins with a Swedish one of code page 437.
    if wide or not letters.translate(None, _CP437_LETTERS):
        return wide or "cp437"
    try:
        letters.decode("utf-8")  # at once, where they are none
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        if b"\xc3" in letters and _is_damaged_utf8(data):
            return "utf-8"
    cp437 = sum(map(letters.count, _CP437_LETTERS))
    if sum(map(letters.count, _LATIN1_LETTERS)) <= cp437:
        return "cp437"
    return "cp1252" if _C1.search(letters) and not _NOT_IN_CP1252.search(letters) else "latin-1"


def _wide(sample: bytes) -> str:
    """The kind of UTF-16 where every other byte is NUL and hardly any of the others is."""
    if b"\0" not in sample:
        return ""
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    for encoding, nul, letter in (("utf-16-le", second, first), ("utf-16-be", first, second)):
        if nul * 20 > len(sample) * 9 and letter * 20 < len(sample):
            return encoding
    return ""


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether Swedish letters of two bytes are more than those of one byte, in a file that is not valid UTF-8."""
    double = sum(map(data.count, _UTF8_LETTERS)) + data.endswith(b"\xc3")
    rest = _UTF8_SEQUENCE.sub(b"", data)
    return double > sum(map(rest.count, _CP437_LETTERS + _LATIN1_LETTERS))


class Decoded(NamedTuple):
    """The text of a file, LF between its lines; its encoding, and whether it could be another as well.

    The text comes in pieces, each up to the end of a line, and of a voucher where it has any. ``known`` is the piece of
    the lines that were known, empty for none. ``garbled`` is a word whose letters an earlier conversion has garbled,
    and its line.
    """

    pieces: Iterable[str]
    encoding: str
    ascii_only: bool
    garbled: tuple[str, int] | None = None
    known: str = ""

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.pieces)


class _Characters(NamedTuple):
    """What a stretch of a file has but plain ASCII: bytes beyond it, other control characters, and how many CR and LF.

    Those of stretches that follow each other are added up.
    """

    letters: bytes
    others: bytes
    returns: int
    feeds: int

    @classmethod
    def of(cls, data: bytes) -> _Characters:
        """Those of some bytes."""
        unusual = data.translate(None, _IN_FIELDS)
        controls = unusual.translate(None, _LETTERS)
        returns, feeds = controls.count(b"\r"), controls.count(b"\n")
        others = controls.translate(None, b"\r\n") if returns + feeds < len(controls) else b""
        return cls(unusual.translate(None, _ASCII), others, returns, feeds)


class KnownLines:
    """Lines that several files have, each ended by LF or CRLF: what they are as text is worked out once."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.characters = _Characters.of(data)
        self._texts: dict[str, str] = {}

    def text(self, codec: str) -> str:
        """The lines as text."""
        if codec not in self._texts:
            self._texts[codec] = _text(self.data, codec)
        return self._texts[codec]


def _text(data: bytes, codec: str) -> str:
    return composed(data.decode(codec, "replace").replace("\r\n", "\n"))


def decoded(data: bytes, found: FileFindings, begin: int = 0, known: KnownLines | None = None) -> Decoded:
    """The text of a file in composed letters, without what cannot be seen; control characters are reported.

    ``known`` lines, the first of which stands at the byte ``begin``, are a piece of their own.
    """
    end = begin + len(known.data) if known else 0
    before, after = _Characters.of(data[:begin]), _Characters.of(data[end:])
    apart = (before, known.characters, after) if known else (after,)
    letters, others = (b"".join(each) for each in ([each.letters for each in apart], [each.others for each in apart]))
    encoding = _encoding(data, letters)
    # Where CR are no more than LF, one that stands alone ends no line.
    if encoding == "cp437" and not others and sum(each.returns - each.feeds for each in apart) <= 0:
        if known is not None and len(data) - end <= _MOST_AFTER:
            (above, is_sound), (below, is_sound_below) = cp437_text(data[:begin]), cp437_text(data[end:])
            if is_sound and is_sound_below:
                piece = known.text(encoding)
                return Decoded(list(filter(None, (above, piece, below))), encoding, not letters, None, piece)
        # Findings about a CR that stands alone come in the same order, whichever files were read before.
        return Decoded(_Pieces(data, found), encoding, not letters)
    codec = "utf-8-sig" if encoding == "utf-8" else encoding
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        found.add(codes.SIE_BYTES_UNREADABLE, encoding=encoding, count=text.count("\ufffd"))
    if "\r" in text:
        text = text.replace("\r\n", "\n")
        if "\r" in text and text.count("\r") - text.count("\r\n") > text.count("\n"):
            text = text.replace("\r", "\n")
    if encoding != "cp437":
        text = composed(text)
    control_characters(text, found)
    garbled = garbled_in(text)
    if known is not None:
        piece, at = known.text(codec), len(_text(data[:begin], codec))
        if text.startswith(piece, at):  # as in all encodings whose bytes of ASCII are ASCII
            return Decoded([text[:at], piece, text[at + len(piece) :]], encoding, not letters, garbled, piece)
    return Decoded([text], encoding, not letters, garbled)


def cp437_text(data: bytes) -> tuple[str, bool]:
    """A text in code page 437, LF between its lines, and whether no CR stands alone.

    >>> cp437_text(b"#GEN\\r\\n#SIETYP 4"), cp437_text(b"#GEN\\r#SIETYP 4")
    (('#GEN\\n#SIETYP 4', True), ('#GEN\\r#SIETYP 4', False))
    """
    text, ends = data.decode("cp437"), IncrementalNewlineDecoder(None, translate=True)
    read = ends.decode(text, final=True)
    return (read, True) if ends.newlines in _SOUND_ENDS else (text.replace("\r\n", "\n"), False)


class _Pieces:
    """The pieces of a file in code page 437 that has no control characters but CR, decoded one by one."""

    def __init__(self, data: bytes, found: FileFindings) -> None:
        self._data, self._found = data, found

    def __iter__(self) -> Iterator[str]:
        data, begin, last = self._data, 0, len(self._data)
        while begin < last:
            at = data.rfind(b"\n}", begin, begin + _PIECE) if begin + _PIECE < last else -1
            if at < 0:
                at = data.find(b"\n}", begin + _PIECE - 1)
            end = data.find(b"\n", at + 1) + 1 if at >= 0 and begin + _PIECE < last else 0
            piece = data[begin : end or last]
            text, is_sound = cp437_text(piece)
            if not is_sound:
                control_characters(text, self._found, 1 + data.count(b"\n", 0, begin))
            yield text
            begin += len(piece)


def encoded(text: str) -> bytes:
    """A text in code page 437. Raises ``UnicodeEncodeError`` for a character that it lacks.

    >>> encoded("Malmö Σ") == "Malmö Σ".encode("cp437")
    True
    """
    if text.isascii():
        return text.encode("ascii")
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode("cp437")
    if data.translate(None, _HAVE_LATIN1):
        return text.encode("cp437")
    return data.translate(_FROM_LATIN1)  # the same bytes, several times as fast


def names_of(stated: str) -> tuple[str, ...]:
    """The encodings that a #FORMAT other than PC8 names; empty where it names none.

    >>> names_of("UTF-8"), names_of("ISO 8859-1"), names_of("PC8")
    (('utf-8',), ('latin-1', 'cp1252'), ())
    """
    return _STATED.get("".join(filter(str.isalnum, stated.upper())), ())


def garbled_in(text: str) -> tuple[str, int] | None:
    """A word whose letters an earlier conversion has garbled, and its line: UTF-8 or code page 437 taken for cp1252.

    >>> garbled_in('#FNAMN "x"\\n#KONTO 4010 "InkÃ¶p"'), garbled_in("Ink”p"), garbled_in("Inköp, ”så” sagt")
    (('InkÃ¶p', 2), ('Ink”p', 1), None)
    """
    if any(sign in text for sign in _SIGNS_OF_GARBLING) and (match := _GARBLED.search(text)):
        return match[0][:40], text.count("\n", 0, match.start()) + 1
    return None


def control_characters(text: str, found: FileFindings, line: int = 1) -> None:
    """Report every line with a control character, line by line from the first one's number, up to a limit."""
    position = 0
    for _ in range(_MOST_CONTROLS):
        match = _CONTROL.search(text, position)
        if match is None:
            return
        line += text.count("\n", position, match.start())
        found.add(codes.SIE_CONTROL_CHARACTER, line, value=f"U+{ord(match[0]):04X}")
        position = text.find("\n", match.end())
        if position < 0:
            return
