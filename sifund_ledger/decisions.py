"""Who decided what, when, under which paragraph, and in which state the decision is (beslut)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.boundary import check_fields, checked, checked_methods
from sifund_ledger.citations import LKBR
from sifund_ledger.errors import Refused
from sifund_ledger.findings import declared, error
from sifund_ledger.written import cleaned

DECISION_UNREADABLE = error(
    "{text!r} kan inte läsas som ett beslut.",
    "{text!r} cannot be read as a decision.",
    "Skriv organ, datum och paragraf, till exempel KF 2012-04-23 § 45.",
    "Write body, date and paragraph, for example KF 2012-04-23 § 45.",
    cites=LKBR("3:9"),
)
CODES = declared(globals())


class DecisionState(StrEnum):
    """How far a decision has come (KL 13:5; ruling R25).

    *Proposed* (föreslås) may be computed with and printed, never entered; *decided* (beslutat) and *final*
    (laga kraft) may be entered; *appealed* (överklagat) is entered with a warning; *repealed* (upphävt) calls
    for a correction.
    """

    PROPOSED = "proposed"
    DECIDED = "decided"
    APPEALED = "appealed"
    FINAL = "final"
    REPEALED = "repealed"

    def words(self, language: Language) -> str:
        """What the state is called.

        >>> DecisionState.REPEALED.words("sv")
        'upphävt'
        """
        return self.value if language == "en" else STATES_SV[self]


STATES_SV: Final = {
    DecisionState.PROPOSED: "föreslaget",
    DecisionState.DECIDED: "beslutat",
    DecisionState.APPEALED: "överklagat",
    DecisionState.FINAL: "laga kraft",
    DecisionState.REPEALED: "upphävt",
}
"""What the states are called in Swedish, and read as in a file."""


class Organ(StrEnum):
    """What kind of body decides (KL 5:1, 6:1; ruling R27): council, executive board or another board."""

    COUNCIL = "council"
    EXECUTIVE_BOARD = "executive_board"
    BOARD = "board"

    def words(self, language: Language) -> str:
        """What the body is called.

        >>> Organ.EXECUTIVE_BOARD.words("sv"), Organ.EXECUTIVE_BOARD.words("en")
        ('styrelse', 'executive board')
        """
        return self.value.replace("_", " ") if language == "en" else _ORGANS_SV[self]


_ORGANS_SV: Final = {Organ.COUNCIL: "fullmäktige", Organ.EXECUTIVE_BOARD: "styrelse", Organ.BOARD: "nämnd"}


_SHORT_NAMES = {
    "KOMMUNFULLMÄKTIGE": "KF",
    "REGIONFULLMÄKTIGE": "RF",
    "LANDSTINGSFULLMÄKTIGE": "LF",
    "KOMMUNSTYRELSE": "KS",
    "KOMMUNSTYRELSEN": "KS",
    "REGIONSTYRELSEN": "RS",
    "LANDSTINGSSTYRELSEN": "LS",
    "DIREKTION": "DIREKTIONEN",
}
_ORGANS: Final = {
    **dict.fromkeys(
        ("KF", "RF", "LF", "FF", "FULLMÄKTIGE", "FÖRBUNDSFULLMÄKTIGE", "DIREKTIONEN", "FÖRBUNDSDIREKTIONEN"),
        Organ.COUNCIL,
    ),
    **dict.fromkeys(("KS", "RS", "LS", "FÖRBUNDSSTYRELSEN"), Organ.EXECUTIVE_BOARD),
}
_PATTERN = re.compile(
    r"\s*(?P<body>\w[\w .&-]*?)\s+(?P<date>\d{4}-\d{2}-\d{2})\s*,?\s*§\s*(?P<paragraph>\d+[\w:/.-]*)"
    r"(?:\s*,?\s*dnr\s+(?P<case>\S.*?))?\s*"
)


@checked
def body_key(body: str) -> str:
    """A body's name as it is compared: in capitals, and short where a short form is in general use.

    >>> body_key("Kommunstyrelsen"), body_key("ks")
    ('KS', 'KS')
    """
    name = " ".join(cleaned(body).upper().split())
    return _SHORT_NAMES.get(name, name)


_AS_DECIDED: Final = (str, date, str, DecisionState)
"""What a decision is made of, nearly always: the rest of the way is for what is not."""


@checked_methods
@dataclass(frozen=True, slots=True)
class Decision:
    """A decision (beslut): the body's name as the minutes have it, the meeting's date and the paragraph.

    ``case_number`` is the registry number (diarienummer), ``kept_at`` says where the minutes are kept
    (LKBR 3:9 asks for it). Raises :class:`~sifund_ledger.errors.ArgumentRefused` for a part of another
    type and for an unknown state.

    >>> decision = Decision.parse("KF 2012-04-23 § 45")
    >>> decision.body, decision.date, decision.paragraph, decision.state.value
    ('KF', datetime.date(2012, 4, 23), '45', 'decided')
    >>> print(decision)
    KF 2012-04-23 § 45
    """

    body: str
    date: date
    paragraph: str
    state: DecisionState = DecisionState.DECIDED
    case_number: str = ""
    kept_at: str = ""

    def __post_init__(self) -> None:
        if tuple(map(type, (self.body, self.date, self.paragraph, self.state))) != _AS_DECIDED:
            check_fields(self, "decision")

    @classmethod
    def parse(cls, text: str, *, state: str = "decided", kept_at: str = "") -> Decision:
        """Read ``BODY DATE § PARAGRAPH``, with ``dnr CASE`` behind it if there is a case number.

        Source: the order in which Swedish minutes are cited. Raises :class:`~sifund_ledger.Refused` with
        ``DECISION_UNREADABLE`` for anything else.

        >>> Decision.parse("KS 2016-09-20 § 198, dnr Ks 954/2016", state="proposed").case_number
        'Ks 954/2016'
        """
        match = _PATTERN.fullmatch(cleaned(text))
        try:
            if match is None:
                raise ValueError(text)
            return cls(
                body=match["body"],
                date=date.fromisoformat(match["date"]),
                paragraph=match["paragraph"],
                state=DecisionState(state),
                case_number=match["case"] or "",
                kept_at=kept_at,
            )
        except ValueError:
            raise Refused([DECISION_UNREADABLE.at("decision", text=text)]) from None

    @property
    def reference(self) -> tuple[str, str, str]:
        """What distinguishes the decision from others, however it is cited: body, date, paragraph.

        >>> long = Decision.parse("Kommunfullmäktige 2012-04-23 § 45, dnr KS 2012/7")
        >>> long.reference == Decision.parse("KF 2012-04-23 § 45").reference
        True
        """
        return body_key(self.body), self.date.isoformat(), self.paragraph

    @property
    def organ(self) -> Organ:
        """What kind of body this is, from its usual Swedish names (KF, RF, KS, RS, direktion …).

        >>> Decision.parse("Kommunfullmäktige 2012-04-23 § 45").organ
        <Organ.COUNCIL: 'council'>
        """
        return _ORGANS.get(body_key(self.body), Organ.BOARD)

    @property
    def may_post(self) -> bool:
        """Whether a record may rest on the decision: decided, final, or appealed (ruling R25)."""
        return self.state in (DecisionState.DECIDED, DecisionState.FINAL, DecisionState.APPEALED)

    def in_state(self, state: DecisionState) -> Decision:
        """The same decision in another state."""
        return replace(self, state=state)

    def __str__(self) -> str:
        text = f"{self.body} {self.date.isoformat()} § {self.paragraph}"
        return f"{text}, dnr {self.case_number}" if self.case_number else text
