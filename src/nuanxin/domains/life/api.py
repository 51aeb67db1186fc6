"""One person's line of life, and what does not fit together, for other systems."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.http import Http404, HttpRequest
from ninja import Query

from nuanxin.domains.access.roles import SEES_RECORDS
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.shapes import Asked, Both, Day, Name, Told
from nuanxin.domains.changes.models import Change
from nuanxin.domains.ledger.selectors import current_run
from nuanxin.domains.life.anomalies import Anomaly, anomalies
from nuanxin.domains.life.events import Event
from nuanxin.domains.life.readers import Reading
from nuanxin.domains.life.trace import Trace
from nuanxin.domains.life.whole import life_of
from nuanxin.domains.people.selectors import person
from nuanxin.domains.reads.services import note
from nuanxin.domains.wording import say
from nuanxin.policy.text import Text

api = Operations(Text("审计", "Audit"))


class Happened(Told):
    """Something of a person's life: lane (spells, shifts, rest, obligations, payments), days,
    words, and where it comes from; ``recorded_by`` wrote the fact."""

    lane: str
    start: date
    end: date
    words: str
    state: str
    table: str
    key: str
    obligation: str
    fen: int
    recorded_by: str
    recorded_at: datetime | None

    @classmethod
    def of(cls, event: Event, wrote: Change | None) -> Happened:
        """The same, from the page's."""
        same = ("lane", "start", "end", "words", "state", "obligation", "fen")
        table, key = event.fact or ("", "")
        return cls(
            **{name: getattr(event, name) for name in same},
            table=table,
            key=key,
            recorded_by=wrote.who if wrote else "",
            recorded_at=wrote.at if wrote else None,
        )


class Traced(Told):
    """What a day pays, followed back: run, parameter, shifts, those with contact, spell. ``links``
    of the five hold; what lacks is None or empty."""

    day: date
    fen: int
    links: int
    run: int | None
    parameter: str
    shifts: list[str]
    contact: list[str]
    spell: str | None

    @classmethod
    def of(cls, trace: Trace) -> Traced:
        """The same, from the page's."""
        return cls(
            day=trace.day,
            fen=trace.fen,
            links=trace.links,
            run=trace.paid.run_id if trace.paid else None,
            parameter=trace.key,
            shifts=[one.pk for one in trace.shifts],
            contact=[one.pk for one in trace.contact],
            spell=trace.spell.pk if trace.spell else None,
        )


class Looked(Told):
    """Somebody looked at the person's record."""

    at: datetime
    who: str
    role: str
    purpose: str
    page: str

    @classmethod
    def all(cls, found: Iterable[Reading]) -> list[Looked]:
        """The same, from the page's."""
        return [cls.model_validate(one) for one in found]


class Odd(Told):
    """A case: whose (empty: nobody's), in words, what it names besides, and the address of the page
    with its evidence."""

    person_id: str
    words: Both
    named: str
    link: str


class OddRule(Told):
    """What does not fit together, and the first fifty cases."""

    code: str
    title: Both
    why: Both
    cases: list[Odd]

    @classmethod
    def all(cls, found: Iterable[Anomaly]) -> list[OddRule]:
        """The same, from the page's."""
        return [
            cls(
                code=rule.code,
                title=Both.of(rule.title),
                why=Both.of(rule.why),
                cases=[
                    Odd(
                        person_id=one.person_id,
                        words=Both.of(one.words),
                        named=one.named,
                        link=one.link,
                    )
                    for one in rule.cases
                ],
            )
            for rule in found
        ]


class LifeLine(Told):
    """A person's life, the latest first; the days that pay, and one of them traced."""

    person_id: str
    name: str
    events: list[Happened]
    paid_days: list[date]
    trace: Traced | None
    readings: list[Looked]
    anomalies: list[OddRule]


class OfDay(Asked):
    """The day whose subsidy is traced; without one the last that pays."""

    day: Day | None = None


@api.get("/people/{person_id}/life", Text("一条线", "Line of life"), SEES_RECORDS, LifeLine)
def life(request: HttpRequest, person_id: Name, asked: Query[OfDay]) -> LifeLine:
    """Spells, shifts, rests, promises and payments; one day's money traced to its shift."""
    del request
    one = person(person_id)
    if one is None:
        raise Http404(say("没有编号为 {n} 的人员", "Nobody has the number {n}.", n=person_id))
    note(one.pk, "life:life")
    whole = life_of(one, current_run(), asked.day)
    return LifeLine(
        person_id=one.pk,
        name=one.name,
        events=[Happened.of(*pair) for pair in whole.latest_first],
        paid_days=list(whole.paid),
        trace=Traced.of(whole.trace) if whole.trace else None,
        readings=Looked.all(whole.readings),
        anomalies=OddRule.all(whole.anomalies),
    )


class OddRules(Told):
    """Every rule, with what it found."""

    items: list[OddRule]


@api.get("/anomalies", Text("要看一看的", "What does not fit together"), SEES_RECORDS, OddRules)
def audit(request: HttpRequest) -> OddRules:
    """Nothing here accuses: a rule names rows that somebody has to look at."""
    del request
    return OddRules(items=OddRule.all(anomalies(current_run())))
