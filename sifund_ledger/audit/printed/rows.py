"""The rows of printed tables by what they are called (radbenämningar): statements, reserves, deficits, equity, results.

A label is compared without accents, signs, notes and capitals. The first pattern that is found in it decides.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from enum import StrEnum
from typing import Final, NamedTuple


class Role(StrEnum):
    """What a row of a printed table is (rad). Those of the statement have the names of its lines."""

    NET_RESULT = "net_result"
    REALISED_GAINS = "realised_gains"
    REALISED_GAINS_EXEMPT = "realised_gains_exempt"
    REALISED_LOSSES_EXEMPT = "realised_losses_exempt"
    UNREALISED = "unrealised"
    UNREALISED_REVERSED = "unrealised_reversed"
    OWN = "other"
    ADJUSTED = "result_after_adjustments"
    RESERVE_ALLOCATED = "reserve_allocated"
    RESERVE_USED = "reserve_used"
    EARMARK_SET_ASIDE = "earmark_set_aside"
    EARMARK_USED = "earmark_used"
    EARMARKING = "earmarking"
    RESULT = "balance_requirement_result"
    AFTER_EQUALISATION = "balance_requirement_result_after_equalisation_reserve"
    PRESENTED = "presented_result"
    GROUNDS = "exceptional_grounds"
    GROUNDS_LONGER = "grounds_longer"
    DEFICITS_BEFORE = "deficits_brought_forward"
    RESTORED = "deficits_restored"
    ACCUMULATED_BEFORE = "accumulated_before"
    SUM = "sum"
    REMAINING = "remaining_result"
    TO_RESTORE = "to_restore"
    RESERVE_OPENING = "reserve_opening"
    RESERVE_CLOSING = "reserve_closing"
    DEFICIT_OPENING = "deficit_opening"
    DEFICIT_RESULT = "deficit_result"
    DEFICIT_LONGER = "deficit_longer"
    DEFICIT_CLOSING = "deficit_closing"
    OF_YEAR = "of_year"
    EQUITY_OPENING = "equity_opening"
    EQUITY_ADJUSTED = "equity_adjusted"
    EQUITY_ADJUSTED_OPENING = "equity_adjusted_opening"
    EQUITY_CLOSING = "equity_closing"
    EQUITY_PART = "equity_part"
    EQUITY_OTHER = "equity_other"
    OPERATING_TERM = "operating_term"
    NET_COST = "net_cost"
    TAXES = "taxes"
    GRANTS = "grants"
    OPERATING_RESULT = "operating_result"
    FINANCIAL = "financial"
    AFTER_FINANCIAL = "result_after_financial_items"
    TAX_BASE = "tax_base"
    FORECAST_RESULT = "forecast_result"
    TARGET = "target"
    ROOM = "room"
    TERM = "term"
    TOTAL = "total"


class _Label(NamedTuple):
    role: Role
    pattern: re.Pattern[str]


_RESERVE: Final = r"(?:resultatutj\w*reserv\w*|resultatreserv\w*|\brur\b|\brer\b)"
_EARMARK: Final = (
    r"(?:oronmark\w*|social\w* (?:investering\w*|fond\w*)|\w*investerings(?:fond|reserv)\w*|"
    r"socioekonomisk fond)"
)
_INTO: Final = r"(?:reserver\w*|avsatt\w*|avsatta|satts av|medel till|\btill\b|markera|markering)"
_OUT_OF: Final = r"(?:anvand\w*|disponer\w*|disposition|uttag|ianspraktag\w*|medel fran|medel ur|\bfran\b|\bur\b)"
_GAIN, _LOSS = r"(?:realisa\w*vinst\w*|reavinst\w*|vinst\w* vid forsaljning)", r"(?:realisa\w*forlust\w*|reaforlust\w*)"

_PATTERNS: Final = (
    (Role.DEFICIT_OPENING, r"^(?:ib|ingaende)\b.*(?:aterstall|underskott|negativ)"),
    (Role.DEFICIT_LONGER, r"^(?:ub|utgaende)\b.*synnerlig"),
    (Role.DEFICIT_CLOSING, r"^(?:ub|utgaende)\b.*(?:aterstall|underskott|negativ)"),
    (Role.OF_YEAR, r"^varav (?:fran |ar )?(?:19|20)\d\d"),
    (Role.EQUITY_ADJUSTED_OPENING, r"justerat ingaende eget kapital"),
    (Role.EQUITY_OPENING, r"eget kapital vid arets borjan|ingaende eget kapital"),
    (Role.EQUITY_CLOSING, r"eget kapital vid arets slut|utgaende eget kapital"),
    (Role.EQUITY_ADJUSTED, r"justering direkt mot eget kapital|rattelse av tidigare ar"),
    (Role.EQUITY_OTHER, r"\bovrigt eget kapital"),
    (Role.EQUITY_PART, rf"^varav (?:{_RESERVE}|{_EARMARK})"),
    (Role.NET_COST, r"verksamhetens nettokostnad"),
    (Role.OPERATING_RESULT, r"verksamhetens resultat"),
    (Role.OPERATING_TERM, r"verksamhetens (?:intakter|kostnader)|^avskrivningar"),
    (Role.TERM, r"procent av skatt"),
    (Role.TOTAL, r"^kan avsattas|utrymme (?:for|att) (?:reserv|avsatt)|storsta (?:mojliga )?reservering"),
    (Role.RESTORED, r"^aterstall(?:t|a|ning)\b|planerat att aterstallas"),
    (Role.TAX_BASE, r"totala intakter|summa skatter|skatter och (?:generella )?(?:stats)?bidrag"),
    (Role.TAXES, r"^skatteintakter"),
    (Role.GRANTS, r"generella statsbidrag"),
    (Role.AFTER_FINANCIAL, r"resultat efter finansiella poster|resultat fore extraordinara"),
    (Role.FINANCIAL, r"^(?:finansiella|extraordinara) (?:intakter|kostnader|poster|jamforelse)"),
    (Role.FORECAST_RESULT, r"\bbkr\b|prognostiserat balanskrav"),
    (Role.TARGET, r"^balanskrav vid"),
    (Role.ROOM, r"finansiellt utrymme"),
    (Role.AFTER_EQUALISATION, rf"^balanskravsresultat efter (?:anvandning|uttag|disposition).*{_RESERVE}"),
    (Role.ADJUSTED, r"resultat(?:et)? efter (?:balanskravs(?:justering|utredning)|justering)"),
    (Role.ADJUSTED, r"justerat resultat (?:fore|vid avstamning)|overskott exkl"),
    (Role.ADJUSTED, r"resultat(?:et)? (?:exklusive|exkl|utan|fore) "),
    (Role.PRESENTED, r"^justerat resultat|balanserade? resultat(?:et)?|resultat efter (?:synnerlig|oronmark|egen)"),
    (Role.PRESENTED, r"balanskravsresultat (?:efter (?:synnerlig|oronmark)|enligt egen)|enligt egen uppstallning"),
    (Role.DEFICIT_RESULT, r"balanskravsresultat enligt balanskravsutredning"),
    (Role.ACCUMULATED_BEFORE, r"balanskravsresultat fran tidigare"),
    (Role.REMAINING, r"^kvar av arets"),
    (Role.SUM, r"^summa$|ackumulerat balanskravsresultat|^summa balanskravsresultat"),
    (Role.EARMARK_USED, rf"{_OUT_OF}.*{_EARMARK}|{_EARMARK}.*(?:anvand|ianspraktag|disponer|uttag)"),
    (Role.EARMARK_USED, rf"ianspraktag\w* {_EARMARK}"),
    (Role.EARMARK_SET_ASIDE, rf"{_INTO}.*{_EARMARK}|^(?:synnerliga skal )?oronmarkt|{_EARMARK}.*(?:avsatt|reserver)"),
    (Role.EARMARKING, r"^oronmarkning\w*$"),
    (Role.GROUNDS_LONGER, r"synnerlig.*langre tid"),
    (Role.GROUNDS, r"synnerlig|\brips\b|kalkylranta"),
    (Role.TO_RESTORE, r"\b(?:aterstalla|reglera)$|\batt (?:aterstalla|reglera)\b|aterstallningskrav"),
    (Role.RESERVE_OPENING, rf"^(?:ib|ingaende)\b.*{_RESERVE}"),
    (Role.RESERVE_CLOSING, rf"^(?:(?:ub|utgaende|ackumulerad)\b.*)?{_RESERVE}(?: (?:vid arets slut|(?:19|20)\d\d))*$"),
    (Role.RESULT, rf"(?:resultat|balanskravsresultat) efter (?:avsattning|reservering|disposition)(?:.*{_RESERVE})?"),
    (Role.RESULT, r"resultat(?:et)? enligt balanskrav|balanskravssynpunkt|justerat resultat balanskrav"),
    (Role.RESERVE_USED, rf"{_OUT_OF}.*{_RESERVE}"),
    (Role.RESERVE_ALLOCATED, rf"{_INTO}.*{_RESERVE}"),
    (Role.DEFICITS_BEFORE, r"(?:underskott|negativ\w*).*(?:tidigare|foregaende) ar|^(?:balanskravs)?underskott fran"),
    (Role.UNREALISED_REVERSED, r"ater(?:for|lagg|ford)\w*.*orealiser"),
    (Role.UNREALISED, r"orealiser|marknadsvardering av vardepapper"),
    (Role.REALISED_LOSSES_EXEMPT, _LOSS),
    (Role.REALISED_GAINS_EXEMPT, rf"{_GAIN}.*undantag"),
    (Role.NET_RESULT, r"^(?:resultatet |overskott )?inklusive rea"),
    (Role.REALISED_GAINS, _GAIN),
    (Role.OWN, r"balanskravsjustering\w*$|avrakning mot balanskrav|(?:ovriga|andra) justeringar"),
    (Role.RESULT, r"balanskravsresultat\w*(?: budget| prognos| utfall| (?:19|20)\d\d)*$"),
    (Role.NET_RESULT, r"^arets forandring av eget kapital"),
    (
        Role.NET_RESULT,
        r"^(?:(?:arets|periodens|kommunens|regionens|stadens|forbundets|ekonomiskt|prognos|preliminart|helarsprognos|positivt|"
        r"budgeterat|for|\w+ kommuns|(?:19|20)\d\d(?: ars)?) )*(?:netto)?resultat(?:et)?(?: enligt resultatrakning\w*)?"
        r"(?: (?:budget|prognos|utfall|inklusive (?:justering|realisationsvinster|reavinster)|(?:19|20)\d\d))*$",
    ),
)  # fmt: skip
LABELS: Final = tuple(_Label(role, re.compile(pattern)) for role, pattern in _PATTERNS)
"""The patterns in the order in which they are tried."""

USUAL: Final = {
    "Årets resultat enligt resultaträkningen": Role.NET_RESULT,
    "Avgår samtliga realisationsvinster": Role.REALISED_GAINS,
    "Realisationsvinster enligt undantagsmöjlighet": Role.REALISED_GAINS_EXEMPT,
    "Realisationsförluster enligt undantagsmöjlighet": Role.REALISED_LOSSES_EXEMPT,
    "Orealiserade vinster och förluster i värdepapper": Role.UNREALISED,
    "Återföring av orealiserade vinster och förluster i värdepapper": Role.UNREALISED_REVERSED,
    "Årets resultat efter balanskravsjusteringar": Role.ADJUSTED,
    "Reservering av medel till resultatutjämningsreserv": Role.RESERVE_ALLOCATED,
    "Användning av medel från resultatutjämningsreserv": Role.RESERVE_USED,
    "Öronmärkt under året": Role.EARMARK_SET_ASIDE,
    "Ianspråktaget av öronmärkt eget kapital": Role.EARMARK_USED,
    "Årets balanskravsresultat": Role.RESULT,
    "Synnerliga skäl att inte återställa": Role.GROUNDS,
    "Underskott från tidigare år": Role.DEFICITS_BEFORE,
    "Balanskravsresultat att återställa": Role.TO_RESTORE,
    "Ackumulerad resultatutjämningsreserv": Role.RESERVE_CLOSING,
}
"""The usual labels, which an unknown one is compared with."""

_LONGEST: Final = 200
"""How much of a label is looked at; no row has a longer one."""
_NOTE: Final = re.compile(r"\bnot(?:er)? \d+(?: \d+)*\b")
_SIGNS: Final = re.compile(r"[^\w]+|_")


def folded(label: str) -> str:
    """A label as the patterns have it: small letters without accents, no signs, no number of a note.

    >>> folded("– Samtliga  Realisationsvinster (not 11)*")
    'samtliga realisationsvinster'
    """
    plain = unicodedata.normalize("NFKD", label[:_LONGEST].casefold())
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return _NOTE.sub("", _SIGNS.sub(" ", letters)).strip()


def role_of(label: str) -> Role | None:
    """What a row is, by its label; ``None`` for one that is not known.

    >>> role_of("Avgår reservering av medel till resultatutjämningsreserv (RUR)"), role_of("Summa tillgångar")
    (<Role.RESERVE_ALLOCATED: 'reserve_allocated'>, None)
    >>> role_of("– övrigt eget kapital"), role_of("Balanskravsresultat att återställa")
    (<Role.EQUITY_OTHER: 'equity_other'>, <Role.TO_RESTORE: 'to_restore'>)
    """
    plain = folded(label)
    return next((each.role for each in LABELS if each.pattern.search(plain)), None) if plain else None


def resembling(label: str) -> tuple[str, ...]:
    """The usual labels that an unknown one could be, the nearest first; none where it resembles none.

    >>> resembling("Årets resultst enl. resultaträkning")
    ('Årets resultat enligt resultaträkningen', 'Årets resultat efter balanskravsjusteringar')
    """
    plain = {folded(each): each for each in USUAL}
    near = get_close_matches(folded(label), [*plain], n=3, cutoff=0.55)
    return tuple(plain[each] for each in near)


def is_part(label: str) -> bool:
    """Whether a label says by itself that it is part of the row above: it begins with *varav* or a dash.

    >>> is_part("– övrigt eget kapital"), is_part("varav RUR"), is_part("Årets resultat")
    (True, True, False)
    """
    return bool(re.match(r"\s*(?:varav\b|[-\u2010-\u2015\u2212]\s*\w)", label, re.IGNORECASE))
