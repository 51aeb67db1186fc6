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
from nuanxin.policy.standing import Standing

Step = Stage | Procedure[Any, Any]


@dataclass(frozen=True)
class Pack:
    """One policy as data and rules.

    ``dated`` are the parameters, numbers or lists, whose value depends on the day; all others
    have one value for the whole run. ``unwaivable`` are the provisions that a person cannot
    decline, ``counters`` the kept stages that count what has no row. ``speakers`` tells who may
    decline for subjects that are no persons: ``person_id``, ``subject_kind``, ``subject_id``.
    ``standing`` finds who is what on which day, ``days`` is the kept stage of paid person-days.

    With a ``base`` a pack stands on another one: it reads its stages, words and parameters, and
    what it says itself wins. ``stages`` and ``rules`` hold those of the base too.
    """

    folder: Path
    stages: tuple[Step, ...]
    rules: tuple[Rule, ...]
    dated: tuple[str, ...] = ()
    unwaivable: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    days: str | None = None
    speakers: Callable[[], ir.Table] | None = None
    standing: tuple[Standing, ...] = ()
    base: Pack | None = None

    @cached_property
    def text(self) -> PackText:
        """Measures and obligations in both languages."""
        return load_pack_text(self.folder, self.base.text if self.base else None)

    @cached_property
    def parameters(self) -> Parameters:
        """Dated parameters with source and certainty."""
        folder = self.folder / "parameters"
        if self.base is None:
            return Parameters.load(folder)
        own = Parameters.load(folder).values() if folder.exists() else ()
        return Parameters([*self.base.parameters.values(), *own])

    @cached_property
    def criteria(self) -> CriterionTexts:
        """The words of every criterion."""
        file = self.folder / "criteria.yaml"
        if self.base is None:
            return load_criteria(file)
        return self.base.criteria | (load_criteria(file) if file.exists() else {})

    @property
    def id(self) -> str:
        """The pack's name, as ``dalian2020``."""
        return self.folder.name

    @property
    def gaps(self) -> dict[str, str]:
        """The kept stages that tell whom a gap of the text concerns, by the gap's key.

        Their rows are ``subject_kind`` and ``subject_id``, in several slices perhaps twice.
        """
        names = {stage.name for stage in self.stages}
        stages = {gap.key: f"gap_{gap.key}" for gap in self.text.gaps}
        return {key: name for key, name in stages.items() if name in names}

    @property
    def own_stages(self) -> tuple[Step, ...]:
        """The stages that are not those of the base."""
        inherited = {stage.name for stage in self.base.stages} if self.base else set()
        return tuple(stage for stage in self.stages if stage.name not in inherited)

    @property
    def own_rules(self) -> tuple[Rule, ...]:
        """The rules that are not those of the base."""
        inherited = {id(rule) for rule in self.base.rules} if self.base else set()
        return tuple(rule for rule in self.rules if id(rule) not in inherited)

    def folders(self) -> Iterator[Path]:
        """The folder of the pack, and those of the packs it stands on."""
        yield self.folder
        if self.base is not None:
            yield from self.base.folders()

    def rules_of(self, provision: str) -> Iterator[Rule]:
        """The rules of one provision; none when it is not computed yet."""
        return (rule for rule in self.rules if rule.provision == provision)

    def is_computed(self, provision: str) -> bool:
        """Whether the pack computes this provision from facts."""
        return any(True for _ in self.rules_of(provision))

    def parameters_of(self, provision: str) -> tuple[str, ...]:
        """The keys of the parameters that the provision's rules use, each once."""
        return tuple(dict.fromkeys(key for r in self.rules_of(provision) for key in r.parameters))
