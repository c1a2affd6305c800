"""What stands in a list within the figures (poster): exceptional grounds, rows of one's own, opening deficits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

from moneyed import Money

from sifund_ledger.balance.figures import findings as codes
from sifund_ledger.balance.figures.figure_kinds import EFFECT, FISCAL_YEAR, MAGNITUDE, SIGNED, GroundEffect, read_stated
from sifund_ledger.decisions import STATES_SV, Decision, DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.fields.composed import choice_of, list_of
from sifund_ledger.fields.declared import Field, Said, fields_of, table_of
from sifund_ledger.fields.kinds import DECISION, PARAGRAPHS, TEXT
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.money import to_ore

if TYPE_CHECKING:
    from sifund_ledger.balance.deficits.deficits import Deficit

MOST_ITEMS: Final = 200
"""How many a list of a file may have; the lists of municipalities have a handful."""


class Beside(NamedTuple):
    """What a book has recorded beside the figures of a year (rättelse, upplösning; R43, R45), in öre.

    What ``about`` and ``ore`` are follows from ``kind``:

    - ``dissolved`` or ``corrected``: ``about`` names the reserve; a correction has the sign of the change in it.
    - ``restated``: ``deficits`` are those that the year begins with, as it has corrected the results of earlier years.
    - ``repealed``: ``about`` is the year of the deficit; the sign is that of the change in what is left to restore.
    - ``extended``: ``about`` is the year of the deficit; plus for what ``due_year`` is now the deadline of, minus for
      what it no longer is.
    - ``result``: the signed result that deficits follow, where it is not the sum of the figures: a year restated with
      what later years have corrected.
    - ``adjusted``: an amount straight to equity, signed.
    """

    kind: str
    about: str | int
    ore: int
    due_year: int = 0
    deficits: tuple[Deficit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionalGround:
    """An exceptional ground (synnerliga skäl): how much of which year's deficit, why, and who decided (KL 11:13).

    ``amount`` is positive kronor. ``effect`` is ``waive`` or ``extend``; an extension has its own ``due_year``.
    ``source`` is ``earmark:<fund>`` where the ground rests on an earmark's use (ruling R3). Raises
    :class:`~sifund_ledger.Refused` for a ground without reason, for a negative amount, and for an extension without
    a due year.
    """

    amount: Annotated[
        Money, MAGNITUDE,
        Said("belopp", "hur mycket av underskottet; alla skäl för ett år ryms i årets underskott",
             "how much of the deficit; all grounds for a year sum to its deficit at most"),
    ]  # fmt: skip
    deficit_year: Annotated[int, FISCAL_YEAR, Said("underskottsår", "vilket års underskott", "whose deficit")]
    reason: Annotated[str, PARAGRAPHS, Said("skäl", "krävs", "required: the annual report must give it")]
    decision: Annotated[Decision, DECISION, Said("beslut", "krävs: fullmäktiges", "required: the council's")]
    effect: Annotated[
        GroundEffect, EFFECT,
        Said("verkan", "återställs inte, eller senare", "`waive`: not to be restored; `extend`: to be restored later"),
    ] = GroundEffect.WAIVE  # fmt: skip
    source: Annotated[
        str, TEXT,
        Said("källa", "earmark:NAMN", "`earmark:NAME` where the ground rests on the use of an earmark"),
    ] = ""  # fmt: skip
    due_year: Annotated[
        int | None, FISCAL_YEAR, Said("slutår", "krävs vid extend", "the new deadline; required with `extend`")
    ] = None

    def __post_init__(self) -> None:
        faults = list(read_stated(self, "exceptional_grounds"))
        said: dict[str, Any] = {"effect": self.effect, "due_year": self.due_year}
        said |= {"reason": self.reason} if isinstance(self.reason, str) else {}
        faults += _ground_faults(said, "exceptional_grounds")
        if faults:
            raise Refused(faults)

    @property
    def ore(self) -> int:
        """The amount in öre, positive."""
        return to_ore(self.amount)


def _ground_faults(said: Mapping[str, Any], place: str) -> Iterator[Finding]:
    """What a ground must have, of what could be read of it."""
    missing = {
        "reason": (not said.get("reason", "?").strip(), Bilingual("skäl", "reason")),
        "decision": (said.get("decision", "?") is None, Bilingual("beslut", "decision")),
        "due_year": (
            said.get("effect") == GroundEffect.EXTEND and said.get("due_year", 0) is None,
            Bilingual("slutår", "due year"),
        ),
    }
    for key, (lacks, words) in missing.items():
        if lacks:
            yield codes.GROUND_INCOMPLETE.at(f"{place}.{key}", missing=words)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """A row of the municipality's own (egen rad): its label, and its amount in kronor, signed as it is printed."""

    label: Annotated[str, TEXT, Said("benämning")]
    amount: Annotated[Money, SIGNED, Said("belopp")]
    citation: Annotated[str, TEXT, Said("stöd")] = ""

    def __post_init__(self) -> None:
        if faults := list(read_stated(self, "other_adjustments")):
            raise Refused(faults)

    @property
    def ore(self) -> int:
        """The amount in öre, signed."""
        return to_ore(self.amount)


def with_decision_keys(declared: Iterable[Field]) -> tuple[Field, ...]:
    """The fields with, beside each decision, the keys that a file has for its state and for where it is kept."""
    return tuple(each for field in declared for each in (field, *_decision_keys(field)))


def _decision_keys(field: Field) -> Iterator[Field]:
    if field.kind is DECISION:
        words = Bilingual(f"{field.words.sv}_läge", f"{field.name}_state")
        about = Bilingual(
            "beslutets läge; decided om det utelämnas; ett föreslaget ger ett utkast",
            "of that decision; `decided` if left out; a statement on a proposed one is marked as a draft",
        )
        yield Field(words.en, _STATE, words, about, DecisionState.DECIDED)
        words = Bilingual(f"{field.words.sv}_förvaras", f"{field.name}_kept_at")
        about = Bilingual("var protokollet förvaras", "where the minutes of that decision are kept")
        yield Field(words.en, TEXT, words, about, "")


def with_whole_decisions(read: Mapping[str, Any], declared: Iterable[Field]) -> dict[str, Any]:
    """What was read, each decision with its state and where it is kept."""
    whole = dict(read)
    for field in declared:
        if field.kind is DECISION:
            state, kept_at = whole.pop(f"{field.name}_state"), whole.pop(f"{field.name}_kept_at")
            if whole[field.name] is not None:
                whole[field.name] = replace(whole[field.name], state=state, kept_at=kept_at)
    return whole


def _ground(**read: Any) -> ExceptionalGround:
    return ExceptionalGround(**with_whole_decisions(read, fields_of(ExceptionalGround)))


_STATE: Final = choice_of("decision_state", Bilingual("läge", "state"), DecisionState, sv=STATES_SV)
_LACKING: Final = {"reason": "", "decision": None}
"""What a ground must have is not missing as other fields are: the finding cites the paragraph that asks for it."""
GROUND_FIELDS: Final = with_decision_keys(
    replace(field, default=_LACKING[field.name]) if field.name in _LACKING else field
    for field in fields_of(ExceptionalGround)
)
GROUNDS: Final = list_of(
    table_of(Bilingual("Skälet", "The ground"), GROUND_FIELDS, ExceptionalGround, make=_ground, check=_ground_faults),
    most=MOST_ITEMS,
)
OWN_ROWS: Final = list_of(table_of(Bilingual("Raden", "The row"), fields_of(OwnRow), OwnRow), most=MOST_ITEMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningDeficit:
    """What is left to restore of an earlier year's deficit when the figures begin (ingående underskott; ruling R5).

    ``left`` is positive kronor; ``due_year`` is ``None`` where the statute's own deadline holds. ``arisen`` is what the
    deficit was when it arose, in kronor; ``None`` where it is not known.
    """

    year: Annotated[int, FISCAL_YEAR, Said("år")]
    left: Annotated[Money, MAGNITUDE, Said("kvar")]
    due_year: Annotated[int | None, FISCAL_YEAR, Said("slutår")] = None
    grounds: Annotated[tuple[ExceptionalGround, ...], GROUNDS, Said("synnerliga_skäl")] = ()
    arisen: Annotated[Money | None, MAGNITUDE, Said("uppkommet")] = None

    def __post_init__(self) -> None:
        if faults := list(read_stated(self, "opening_deficits")):
            raise Refused(faults)

    @property
    def ore(self) -> int:
        """What is left, in öre, positive."""
        return to_ore(self.left)

    @property
    def arisen_ore(self) -> int | None:
        """What it was when it arose, in öre, positive; ``None`` where it is not known."""
        return None if self.arisen is None else to_ore(self.arisen)


OPENING_DEFICITS: Final = list_of(
    table_of(Bilingual("Underskottet", "The deficit"), fields_of(OpeningDeficit), OpeningDeficit), most=MOST_ITEMS
)
