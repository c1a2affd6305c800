"""Kinds made of others (sammansatta fältslag): a word among a few, a list, a mapping by year or by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.errors import Refused
from sifund_ledger.fields import findings as codes
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.kinds import AMOUNT, POSITIVE, YEAR, Kind, Setting, example_of, unreadable
from sifund_ledger.findings import Bilingual, Finding, FindingCode, printable, shown
from sifund_ledger.wording import InFile
from sifund_ledger.written import as_a_choice

_BEGUN: Final = 3
"""How many letters of a word must be given for it to be known by them."""


class Meant(NamedTuple):
    """Asks whether a known word was meant; found when it is shown, as it takes time."""

    given: str
    known: tuple[tuple[str, str], ...]
    """What may be written, and what it stands for."""

    def words(self, language: Language) -> str:
        """The question, or nothing where no word is near.

        >>> Meant("realised_gain", (("realised_gains", "realised_gains"),)).words("en")
        ' Is realised_gains meant?'
        >>> Meant("belop", (("amount", "amount"), ("belopp", "amount"))).words("sv")
        ' Menas belopp?'
        >>> Meant("delvis", (("delvis införd", "partly"), ("införd", "implemented"))).words("sv")
        ' Menas delvis införd?'
        """
        near = self.near()
        if not near:
            return ""
        own = self.named(language)[dict(self.known)[near]]
        both = near if near == own else f"{near} ({own})"
        return f" Menas {both}?" if language == "sv" else f" Is {both} meant?"

    def near(self) -> str:
        """The word that is most like the one given, or an empty text."""
        from difflib import get_close_matches  # it is slow to load, and mostly nothing is wrong

        words = [word for word, _ in self.known]
        if same := [word for word in words if word.casefold() == self.given.casefold()]:
            return same[0]
        if found := get_close_matches(self.given[:80], words, n=1, cutoff=0.7):
            return found[0]
        begun = {name: word for word, name in self.known if word.casefold().startswith(self.given.casefold())}
        return next(iter(begun.values())) if len(begun) == 1 and len(self.given) >= _BEGUN else ""

    def named(self, language: Language) -> dict[str, str]:
        """What each word that stands for something is called in a language: the Swedish names in Swedish."""
        names = {name: name for _, name in self.known}
        if language == "sv":
            names |= {name: word for word, name in self.known if word != name}
        return names


class Others(NamedTuple):
    """What may be written instead, where no known word is near."""

    meant: Meant

    def words(self, language: Language) -> str:
        """The names, in Swedish the Swedish ones, or nothing.

        >>> Others(Meant("kr", (("amount", "amount"), ("belopp", "amount")))).words("sv")
        ', eller använd ett av: belopp'
        """
        return self._listed(language, language)

    def spelt(self, language: Language, file: InFile) -> str:
        """The names as the keys of a file are."""
        return self._listed(language, file.language or language)

    def _listed(self, language: Language, of_names: Language) -> str:
        if self.meant.near():
            return ""
        listed = ", ".join(self.meant.named(of_names).values())
        return f", eller använd ett av: {listed}" if language == "sv" else f", or use one of: {listed}"


def key_unknown(place: str, key: str, what: Bilingual, known: Iterable[tuple[str, str]]) -> Finding:
    """The finding that ``what`` has no field of a name; ``known`` are the words there are, and what each stands for."""
    meant = Meant(key, tuple(known))
    return codes.FIELD_UNKNOWN.at(place, what=what, key=printable(key), meant=meant, others=Others(meant))


def each(
    value: Any, place: str, kind: Kind, setting: Setting, most: int | None = None
) -> tuple[tuple[Any, ...], Faults]:
    """Values of one kind in a list, read as far as they can be, and every fault; ``most`` is how many it may have."""
    if isinstance(value, str | bytes | Mapping) or not hasattr(value, "__iter__"):
        raise unreadable(Bilingual("en lista", "a list"), value, place, example_of("[{}]", kind.example))
    if most is not None and len(value := list(value)) > most:
        raise Refused([codes.FIELD_TOO_MANY.at(place, limit=most)])
    read: list[Any] = []
    faults = Faults()
    for number, part in enumerate(value, 1):
        with faults:
            read.append(kind.read(part, f"{place}[{number}]", setting))
    return tuple(read), faults


_NO_ITEMS: Final = ("inga", "ingen", "inget", "none")
"""What an option of a list says where the list is empty, which differs from nothing being said."""


def list_of(kind: Kind, *, most: int | None = None) -> Kind:
    """The kind of a list of values of a kind; Python's lists and tuples, a file's lists."""

    def read(value: object, place: str, setting: Setting) -> tuple[Any, ...]:
        values, faults = each(value, place, kind, setting, most)
        faults.refuse()
        return values

    def parts(texts: Sequence[str]) -> list[Any]:
        if len(texts) == 1 and as_a_choice(texts[0]) in _NO_ITEMS:
            return []
        return [kind.parts([text]) if kind.parts else text for text in texts]

    words = Bilingual(f"lista av {kind.several.sv}", f"list of {kind.several.en}")
    schema = {"type": "array", "items": dict(kind.schema)} | ({} if most is None else {"maxItems": most})
    return Kind(f"{kind.name}_list", words, read, example_of("[{}]", kind.example), schema, parts, repeated=True)


def mapping_of(
    key: Kind, kind: Kind, *, parts: Callable[[Sequence[str]], Any] | None = None, between: str = " ",
    restored: Callable[[Any], Any] = dict,
) -> Kind:  # fmt: skip
    """The kind of a mapping from keys of one kind to values of another (``2017 = "100"``), sorted by nothing."""

    def read(value: object, place: str, setting: Setting) -> dict[Any, Any]:
        if not isinstance(value, Mapping):
            raise unreadable(words, value, place, example)
        read: dict[Any, Any] = {}
        faults = Faults()
        for name, part in value.items():
            with faults:
                at = f"{place}{between}{name}"
                key_read = key.read(name, at, setting)
                read[key_read] = kind.read(part, at, setting)
        faults.refuse()
        return read

    words = Bilingual(f"{kind.several.sv} per {key.words.sv}", f"{kind.several.en} by {key.words.en}")
    example = example_of("{{ {} = {} }}", key.example, kind.example)
    schema = {"type": "object", "additionalProperties": dict(kind.schema)}
    name = f"{kind.name}_by_{key.name}"
    return Kind(name, words, read, example, schema, parts or pairs, repeated=True, restored=restored)


_BETWEEN_PAIRS: Final = re.compile(r",(?=[^,=]*=)")


def pairs(texts: Sequence[str]) -> dict[str, str]:
    """``2017=100,2018=2,50`` and more such texts, as a mapping of text; a comma within an amount divides nothing."""
    pairs = [pair.partition("=") for text in texts for pair in _BETWEEN_PAIRS.split(text)]
    return {key.strip(): value.strip() for key, _, value in pairs}


def choice_of(
    name: str, words: Bilingual, values: type[StrEnum] | Sequence[str], also: Mapping[str, str] | None = None,
    code: FindingCode | None = None, sv: Mapping[Any, str] | None = None, same: Callable[[str], str] = as_a_choice,
) -> Kind:  # fmt: skip
    """The kind of a word that is one of a few; ``also`` has other spellings, ``code`` says that a word is none.

    ``sv`` has what each word is in Swedish, which is read as the same. Words are the same
    that ``same`` makes the same; without it, capitals and blanks around a word do not matter.
    """
    known = tuple(str(value) for value in values)
    said = {word: (sv or {}).get(word, word) for word in known}
    spelt = {**(also or {}), **{word: name for name, word in said.items()}, **{word: word for word in known}}
    listed = Bilingual(", ".join(said.values()), ", ".join(known))
    meant_by = {same(word): name for word, name in spelt.items()}

    def read(value: object, place: str, setting: Setting) -> str:
        if isinstance(value, str) and (word := same(value)) in meant_by:
            return meant_by[word]
        if code is not None and isinstance(value, str):
            raise Refused([code.at(place, given=value, known=listed)])
        meant = Meant(value, tuple(spelt.items())) if isinstance(value, str) else ""
        raise Refused([codes.FIELD_WORD_UNKNOWN.at(place, value=shown(value), known=listed, meant=meant)])

    example = Bilingual(f'"{said[known[0]]}"', f'"{known[0]}"')
    return Kind(name, words, read, example, {"enum": list(known)}, said=said)


UNIT: Final = choice_of("unit", Bilingual("enhet", "unit"), ("kr", "tkr", "mkr"))
YEARLY: Final = mapping_of(YEAR, POSITIVE)
"""Amounts by fiscal year, each above zero."""
YEARLY_CHANGES: Final = mapping_of(YEAR, AMOUNT)
"""Amounts by fiscal year, of either sign."""
