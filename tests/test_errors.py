"""The exceptions: what may be caught as what."""

import inspect
import pickle

import pytest

from sifund_ledger import errors
from sifund_ledger.errors import (
    AmountRefused,
    ConflictingLaw,
    LawError,
    NoLawInForce,
    PolicyRefused,
    Refused,
    SifundError,
    StaleHead,
    StoreUnavailable,
    UnreadableInput,
)
from sifund_ledger.findings import FindingCode, Severity

FINDINGS = [
    FindingCode("A", Severity.ERROR, en="One thing.", sv="En sak.").at("2013"),
    FindingCode("B", Severity.NOTE, en="Another.", sv="En till.", remedy_en="Do it.", remedy_sv="Gör det.").at(),
]


def test_a_refusal_names_every_reason():
    refusal = Refused(finding for finding in FINDINGS)
    assert refusal.findings == tuple(FINDINGS)
    assert str(refusal) == "2013: A: One thing.\nB: Another.\n  remedy: Do it."


@pytest.mark.parametrize("kind", [Refused, AmountRefused, PolicyRefused, UnreadableInput, StaleHead])
def test_refusals_can_be_sent_from_one_process_to_another(kind):
    refusal = pickle.loads(pickle.dumps(kind(FINDINGS)))
    assert type(refusal) is kind
    assert refusal.findings == tuple(FINDINGS)


@pytest.mark.parametrize(
    ("kind", "also"),
    [
        (AmountRefused, (Refused, ValueError)),
        (PolicyRefused, (Refused, ValueError)),
        (UnreadableInput, (Refused,)),
        (StaleHead, (Refused,)),
        (NoLawInForce, (LawError, LookupError)),
        (ConflictingLaw, (LawError, LookupError)),
        (StoreUnavailable, (SifundError,)),
    ],
)
def test_the_tree(kind, also):
    assert all(issubclass(kind, each) for each in also)


def test_the_root_is_above_all_of_them_and_the_drawing_has_each():
    found = [each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, Exception)]
    assert all(issubclass(each, SifundError) for each in found)
    assert all(each.__name__ in errors.__doc__ for each in found)
