"""The parameters that stand in this installation: the pack's own, and what was approved here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nuanxin.domains.rules.models import NewValue
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameter import Parameter, Value, newest
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.text import Text
from nuanxin.policy.trial import parse


def in_force(pack: Pack) -> Parameters:
    """The pack's parameters with every approved version added, in one query.

    A version follows the same rule as those of the pack: of two that cover a day, the one
    published later counts. Of two that begin and were published on the same days
    the one approved later takes the other's place.
    """
    approved = NewValue.objects.filter(proposal__pack=pack.id, proposal__state="approved").order_by(
        "proposal__decided_at", "pk"
    )
    return added(pack.parameters, approved)


def added(parameters: Parameters, values: Iterable[NewValue]) -> Parameters:
    """These parameters with versions added; ValueError when a text does not fit its parameter."""
    changed: dict[str, Parameter] = {}
    for one in values:
        old = changed.get(one.key) or parameters[one.key]
        new = version_of(old, one)
        others = (v for v in old.values if (v.known, v.start) != (new.known, new.start))
        changed[one.key] = replace(old, values=tuple(sorted((*others, new), key=newest)))
    if not changed:
        return parameters
    return Parameters(changed.get(key, parameter) for key, parameter in parameters.items())


def version_of(parameter: Parameter, one: NewValue) -> Value:
    """The version that an approved text means."""
    return Value(
        value=parse(parameter, parameter.values[-1].value, one.value),
        start=one.start,
        end=one.end,
        known=one.known,
        jurisdiction=one.jurisdiction,
        certainty=one.certainty,
        source=Text(one.source, one.source),
    )
