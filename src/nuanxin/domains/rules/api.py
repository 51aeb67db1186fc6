"""Parameters and their changes for other systems: read, propose, preview, decide."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Query

from nuanxin.domains.access.roles import STAFF
from nuanxin.domains.actor import actor_of
from nuanxin.domains.api import current
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.paging import part_of
from nuanxin.domains.api.shapes import (
    Asked,
    Both,
    Day,
    Name,
    Number,
    Paged,
    Remark,
    StepTaken,
    Told,
    Words,
)
from nuanxin.domains.rules import selectors, services
from nuanxin.domains.rules.actions import ACTS, DRAFTS
from nuanxin.domains.rules.models import NewValue, Proposal, Work
from nuanxin.domains.rules.standing import in_force
from nuanxin.domains.wording import say
from nuanxin.packs import load_pack
from nuanxin.policy.parameter import Parameter, Value
from nuanxin.policy.text import Text

api = Operations(Text("规则", "Rules"))


class Version(Told):
    """A value with its dates, whose rule it is, how sure, and from where."""

    value: str
    start: date
    end: date | None
    known: date
    jurisdiction: str
    certainty: str
    source: Both

    @classmethod
    def of(cls, value: Value) -> Version:
        """The same, from the pack's."""
        same = ("start", "end", "known", "jurisdiction", "certainty")
        told = {name: getattr(value, name) for name in same}
        return cls(value=str(value.value), source=Both.of(value.source), **told)


class Rule(Told):
    """A parameter; ``now`` is the version that counts on the ledger's day."""

    key: str
    label: Both
    unit: str
    measures: list[int]
    now: Version | None

    @classmethod
    def of(cls, parameter: Parameter, on: date) -> Rule:
        """The same, from the pack's."""
        version = parameter.version(on)
        return cls(
            key=parameter.key,
            label=Both.of(parameter.label),
            unit=parameter.unit,
            measures=list(parameter.measures),
            now=Version.of(version) if version else None,
        )


class RuleHistory(Rule):
    """A parameter with all its versions, the newest publication first; the provisions that it
    feeds, and the numbers of the proposals about it."""

    versions: list[Version]
    provisions: list[str]
    proposals: list[int]


class Rules(Told):
    """A page of parameters, and the cursor of the next."""

    items: list[Rule]
    next: str | None


@api.get("/rules/parameters", Text("参数清单", "List of parameters"), STAFF, Rules)
def parameters(request: HttpRequest, asked: Query[Paged]) -> Rules:
    """Every dated number and word of the policy, by key."""
    del request
    run = current.standing()
    standing = in_force(load_pack(run.pack))
    keys, following = part_of(sorted(standing), asked.cursor, asked.limit)
    return Rules(items=[Rule.of(standing[key], run.as_of) for key in keys], next=following)


@api.get("/rules/parameters/{key}", Text("一个参数", "One parameter"), STAFF, RuleHistory)
def parameter(request: HttpRequest, key: Name) -> RuleHistory:
    """Its versions, those approved here among them."""
    del request
    run = current.standing()
    pack = load_pack(run.pack)
    standing = in_force(pack)
    if key not in standing:
        raise Http404(say("没有参数 {n}", "There is no parameter {n}.", n=key))
    found = standing[key]
    return RuleHistory(
        **Rule.of(found, run.as_of).model_dump(),
        versions=[Version.of(one) for one in selectors.versions(found)],
        provisions=[one.id for one in selectors.fed_by(pack, key)],
        proposals=[one.proposal_id for one in selectors.changes_of(pack.id, key)],
    )


class Changed(Told):
    """A new value that a proposal brings; ``number`` names it where it is dropped again."""

    number: int
    key: str
    value: str
    start: date
    end: date | None
    known: date
    jurisdiction: str
    certainty: str
    source: str

    @classmethod
    def of(cls, value: NewValue) -> Changed:
        """The same, from the table."""
        same = [name for name in cls.model_fields if name != "number"]
        return cls(number=value.pk, **{name: getattr(value, name) for name in same})


class Computed(Told):
    """A preview or recomputation: waiting, running, done, stopped or failed; what it found."""

    state: str
    share: int
    found: dict[str, Any]

    @classmethod
    def of(cls, work: Work | None) -> Computed | None:
        """The same, without the names of who would gain."""
        if work is None:
            return None
        found = {name: told for name, told in work.found.items() if name != "gainers"}
        return cls(state=work.state, share=work.share, found=found)


class Change(Told):
    """A proposal: draft, proposed, approved, declined or withdrawn."""

    number: int
    state: str
    reason: str
    made_by: str
    decided_by: str | None
    values: list[Changed]
    preview: Computed | None
    recompute: Computed | None
    steps: list[StepTaken]

    @classmethod
    def of(cls, one: Proposal) -> Change:
        """The same, from the tables."""
        same = ("state", "reason", "made_by", "decided_by")
        return cls(
            number=one.pk,
            **{name: getattr(one, name) for name in same},
            values=[Changed.of(value) for value in one.values.order_by("pk")],
            preview=Computed.of(selectors.latest(one, "preview")),
            recompute=Computed.of(selectors.latest(one, "recompute")),
            steps=[StepTaken.model_validate(step) for step in one.steps.order_by("pk")],
        )


class Listed(Told):
    """A proposal of a list."""

    number: int
    state: str
    reason: str
    made_by: str
    keys: list[str]


class Changes(Told):
    """The proposals, the latest first."""

    items: list[Listed]


@api.get("/rules/proposals", Text("提议清单", "List of proposals"), STAFF, Changes)
def proposals(request: HttpRequest) -> Changes:
    """The last hundred."""
    del request
    items = [
        Listed(
            number=one.pk,
            state=one.state,
            reason=one.reason,
            made_by=one.made_by,
            keys=[value.key for value in one.values.all()],
        )
        for one in selectors.proposals(current.standing().pack)
    ]
    return Changes(items=items)


@api.get("/rules/proposals/{number}", Text("一个提议", "One proposal"), STAFF, Change)
def proposal(request: HttpRequest, number: Number) -> Change:
    """What it changes, and what its preview came to."""
    del request
    return Change.of(_one(number))


class Proposed(Asked):
    """A new value: as of which days, published when, whose rule, how sure, from where, and why.

    ``draft`` is an open draft of the token's own that it is put into."""

    key: Name
    value: Words
    start: Day
    end: Day | None = None
    known: Day
    jurisdiction: Name
    certainty: Literal["sourced", "peer", "unverified", "text"]
    source: Words
    reason: Words
    draft: Number | None = None


@api.post("/rules/proposals", Text("提出修改", "Propose a change"), DRAFTS, Change)
def propose(request: HttpRequest, asked: Proposed) -> Change:
    """A fresh draft, or one of the token's own; its preview is computed beside."""
    by = actor_of(request)
    form = {name: str(value) for name, value in asked.model_dump().items() if value is not None}
    number = services.propose(current.standing().pack, form, by, asked.draft)
    return Change.of(_one(number))


class Reason(Asked):
    """Why (needed to withdraw or decline), or the value that is dropped from a draft."""

    reason: Remark = ""
    value: Number | None = None


Action = Literal["send", "withdraw", "approve", "decline", "preview", "recompute", "stop", "drop"]


@api.post("/rules/proposals/{number}/{action}", Text("走一步", "Take it a step on"), DRAFTS, Change)
def proposal_step(request: HttpRequest, number: Number, action: Action, asked: Reason) -> Change:
    """Sent after a preview, decided by another than proposed it; approval recomputes the ledger."""
    _one(number)
    ACTS[action](number, {"reason": asked.reason, "value": str(asked.value)}, actor_of(request))
    return Change.of(_one(number))


def _one(number: int) -> Proposal:
    found = selectors.proposal(number)
    if found is None:
        raise Http404(say("没有第 {n} 个提议", "There is no proposal {n}.", n=number))
    return found
