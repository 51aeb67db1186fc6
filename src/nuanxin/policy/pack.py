"""A pack: the words, the parameters, the stages and the rules of one policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import ibis.expr.types as ir

from nuanxin.policy.criteria import CriterionTexts, load_criteria
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.procedure import Procedure
from nuanxin.policy.provision import Rule
from nuanxin.policy.registry import PackText, load_pack_text
from nuanxin.policy.stage import Stage

Step = Stage | Procedure[Any, Any]


@dataclass(frozen=True)
class Pack:
    """One policy as data and rules.

    ``dated`` are the parameters, numbers or lists, whose value depends on the day; all others
    have one value for the whole run. ``unwaivable`` are the provisions that a person cannot
    decline, ``counters`` the kept stages that count what has no row. ``speakers`` tells who may
    decline for subjects that are no persons: ``person_id``, ``subject_kind``, ``subject_id``.
    ``days`` is the kept stage of paid person-days, built when a run asks for them.
    """

    folder: Path
    stages: tuple[Step, ...]
    rules: tuple[Rule, ...]
    dated: tuple[str, ...] = ()
    unwaivable: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    days: str | None = None
    speakers: Callable[[], ir.Table] | None = None

    @cached_property
    def text(self) -> PackText:
        """Measures and obligations in both languages."""
        return load_pack_text(self.folder)

    @cached_property
    def parameters(self) -> Parameters:
        """Dated parameters with source and certainty."""
        return Parameters.load(self.folder / "parameters")

    @cached_property
    def criteria(self) -> CriterionTexts:
        """The words of every criterion."""
        return load_criteria(self.folder / "criteria.yaml")

    @property
    def id(self) -> str:
        """The pack's name, as ``dalian2020``."""
        return self.folder.name

    def rules_of(self, provision: str) -> Iterator[Rule]:
        """The rules of one provision; none when it is not computed yet."""
        return (rule for rule in self.rules if rule.provision == provision)

    def is_computed(self, provision: str) -> bool:
        """Whether the pack computes this provision from facts."""
        return any(True for _ in self.rules_of(provision))

    def parameters_of(self, provision: str) -> tuple[str, ...]:
        """The keys of the parameters that the provision's rules use, each once."""
        return tuple(dict.fromkeys(key for r in self.rules_of(provision) for key in r.parameters))
