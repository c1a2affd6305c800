"""A model (modell): a policy and what is chosen in it, under a name.

What a policy leaves open, and nobody has chosen, is assumed to be what asks least, and every assumption is printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Annotated, Any, Final

from sifund_ledger.errors import NotFound
from sifund_ledger.fields.composed import list_of, pairs
from sifund_ledger.fields.declared import Said, fields_of, table_of
from sifund_ledger.fields.kinds import KRONOR, TEXT, unreadable
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.fund.policies import CHOICES, EXAMPLE_OF_CHOICES, POLICY, Choose, PolicyNamed
from sifund_ledger.funds.policy.choices import LegalForm, LossBearer
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.simulation import words

_LEAST: Final[dict[str, Any]] = {
    "presentation": "strict",
    "legal_form": LegalForm.EARMARKED_EQUITY,
    "loss_bearer": LossBearer.FUND,
    "repayment_floor_share": Fraction(0),
    "set_aside_share": Fraction(0),
    "start_deadline_years": None,
    "end_limit_years_hard": None,
    "annual_frame": None,
    "year_end_carry_over": True,
}
"""What is assumed of a parameter that nobody has chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model to compare (modell): a policy, what is chosen in it, and what it is called.

    >>> from sifund_ledger.simulation import model_named
    >>> model = model_named("reversal_textbook:loss_bearer=implementing_unit")
    >>> model.title, str(model.chosen.loss_bearer)
    ('reversal_textbook (loss_bearer=implementing_unit)', 'implementing_unit')
    """

    policy: PolicyNamed
    choose: Choose = field(default_factory=dict)
    name: Annotated[str, TEXT, Said("namn", "Vad modellen kallas.", "What the model is called.")] = ""

    @property
    def title(self) -> str:
        """What it is called: its name, or its policy's with what is chosen."""
        said = ", ".join(f"{key}={value}" for key, value in self.choose.items())
        return self.name or (f"{self.policy.name} ({said})" if said else self.policy.name)

    @property
    def chosen(self) -> Policy:
        """The policy with what is chosen in it. Raises :class:`~sifund_ledger.Refused` for what cannot be chosen."""
        policy = self.policy
        for key, value in self.choose.items():
            subfund, _, parameter = key.rpartition(".")
            try:
                policy = policy.choose(subfund, **{parameter: value})
            except NotFound:
                raise
            except (TypeError, ValueError):
                raise unreadable(CHOICES.words, key, f"{self.policy.name}.choose", EXAMPLE_OF_CHOICES) from None
        return policy

    def decided(self, first_year: int, last_year: int) -> tuple[Policy, tuple[Bilingual, ...]]:
        """The policy that a fund can be made of over some years, and every assumption that this takes."""
        policy, assumed = self.chosen, list[Bilingual]()
        for each in policy.undecided:
            subfund, _, parameter = each.parameter.rpartition(".")
            value = (first_year, last_year) if parameter == "window" else _LEAST[parameter]
            policy = policy.choose(subfund, **{parameter: value})
            assumed.append(words.ASSUMED.filled(model=self.title, parameter=each.parameter, value=_said(value)))
        return replace(policy, undecided=()), tuple(assumed)


def _said(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return words.SAID[value]
    return "–".join(map(str, value)) if isinstance(value, tuple) else str(value)


MODELS: Final = list_of(table_of(Bilingual("Modellen", "The model"), fields_of(Model), Model))


def model_named(text: str) -> Model:
    """A model as it is typed: a policy's name, behind ``:`` what is chosen in it (``parameter=value,…``).

    Raises :class:`~sifund_ledger.Refused` for a policy or a choice that there is not.
    """
    name, _, choices = text.partition(":")
    policy = POLICY.read(name.strip(), "--with", KRONOR)
    given: Mapping[str, Any] = pairs([choices]) if choices.strip() else {}
    made = Model(policy=policy, choose=CHOICES.read(given, "--with", KRONOR))
    made.chosen  # noqa: B018  # what cannot be chosen is refused at once
    return made
