"""The pages: each reads its address, asks the selectors, and hands plain data to a template."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from nuanxin.domains import sheets
from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.pages import forbidden
from nuanxin.domains.access.roles import SEES_EVIDENCE, SEES_PEOPLE, STAFF
from nuanxin.domains.actor import actor_of
from nuanxin.domains.board import columns, fact_words, papers
from nuanxin.domains.board.cases import active_cases
from nuanxin.domains.board.curve import curve
from nuanxin.domains.board.districts import label, tiles
from nuanxin.domains.board.facts import fact_of, person_of
from nuanxin.domains.board.figures import Standing, definitions, first_things, measure_rows
from nuanxin.domains.board.listing import PAGE, listing, standing_of
from nuanxin.domains.board.query import Query
from nuanxin.domains.board.strip import strip
from nuanxin.domains.board.tree import Tree
from nuanxin.domains.board.why import why
from nuanxin.domains.documents.handing import KINDS
from nuanxin.domains.documents.handing import answer as hand_out
from nuanxin.domains.ledger import open_deeds, selectors
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.selectors import Counted
from nuanxin.domains.reads.services import note as note_read
from nuanxin.domains.reads.services import note_subject
from nuanxin.domains.wording import pick, say
from nuanxin.packs import load_pack
from nuanxin.policy.pack import Pack
from nuanxin.policy.registry import Obligation as Entry

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Run, Pack, P], HttpResponseBase]


def with_run(page: Page[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Give a page the current run and its pack; say what to do while there is none."""

    @wraps(page)
    def found(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        run = selectors.current_run()
        if run is None:
            return render(request, "board/nothing_yet.html", {"here": "board"})
        return page(request, run, load_pack(run.pack), *args, **kwargs)

    return found


@opens(STAFF)
@with_run
def board(request: HttpRequest, run: Run, of: Pack) -> HttpResponseBase:
    """Sixteen measures, how far they are kept."""
    query = Query.read(request.GET)
    everywhere = selectors.counts(run)
    here = [t for t in everywhere if query.kind in ("", t.unit_kind)]
    chosen = [t for t in here if query.district in ("", t.district)]
    standing, rows = Standing.of(chosen), measure_rows(of, chosen)
    if sheets.asked(request):
        return sheets.answer(request, columns.measures(run, rows))
    flow = selectors.flow(run, district=query.district, unit_kind=query.kind)
    drawing = (flow, run.as_of, standing.open, active_cases())
    return render(
        request,
        "board/board.html",
        _common(run, "board")
        | {
            "query": query,
            "standing": standing,
            "rows": rows,
            "entries": len(of.text.obligations),
            "place": pick(label(query.district)) if query.district else say("全市", "whole city"),
            "tiles": tiles(here),
            "things": first_things(of, chosen),
            "curves": [
                ("hide-s", curve(*drawing, width=1160)),
                ("hide-l", curve(*drawing, width=300, numbered=True)),
            ],
            **_places(everywhere),
        },
    )


@opens(STAFF)
@with_run
def units(request: HttpRequest, run: Run, of: Pack) -> HttpResponseBase:
    """What each unit owes, down the tree of units; in as many queries whatever its size."""
    del of
    tree = Tree.of(selectors.unit_tree(run), selectors.unit_counts(run))
    query = Query.read(request.GET)
    branch = tree.branch(query.unit)
    if branch is None:
        raise Http404(say("没有这个单位。", "There is no such unit."))
    if sheets.asked(request):
        return sheets.answer(request, columns.units(run, branch.children))
    rows = branch.children
    pages = max(1, -(-len(rows) // PAGE))
    page = min(query.page, pages)
    shown = {"rows": rows[(page - 1) * PAGE : page * PAGE], "page": page, "pages": pages}
    return render(request, "board/units.html", _common(run, "board") | {"branch": branch} | shown)


@opens(SEES_PEOPLE)
@with_run
def obligations(request: HttpRequest, run: Run, of: Pack) -> HttpResponseBase:
    """All obligations, the most urgent first."""
    query = Query.read(request.GET)
    counts = selectors.counts(run)
    if sheets.asked(request):
        return sheets.answer(request, columns.obligations(run, of, query, counts))
    return render(
        request,
        "board/obligations.html",
        _common(run, "obligations")
        | _list(run, of, query, counts)
        | {"entries": _computed(of, of.text.obligations)},
    )


@opens(STAFF)
@with_run
def measure(request: HttpRequest, run: Run, of: Pack, number: int) -> HttpResponseBase:
    """One measure: what it promises, and its obligations to those who see people by name."""
    try:
        found = of.text.measure(number)
    except KeyError:
        told = say("没有第 {n} 条措施。", "There is no measure {n}.", n=number)
        raise Http404(told) from None
    query = Query.read(request.GET)
    counts = selectors.counts(run, measure=number)
    by_name = actor_of(request).role in SEES_PEOPLE
    if sheets.asked(request):
        if not by_name:
            return forbidden(request)
        return sheets.answer(request, columns.obligations(run, of, query, counts, number))
    entries = of.text.of_measure(number)
    return render(
        request,
        "board/measure.html",
        _common(run, "board")
        | _list(run, of, query, counts, number)
        | {
            "by_name": by_name,
            "measure": found,
            "definitions": definitions(of, number, counts),
            "entries": _computed(of, entries),
        },
    )


@opens(SEES_PEOPLE)
@with_run
def obligation(request: HttpRequest, run: Run, of: Pack, obligation_id: str) -> HttpResponse:
    """One obligation: why."""
    row = selectors.obligation(run, obligation_id)
    if row is None:
        raise Http404(
            say(
                "最新的计算结果里没有这一项（{id}）。事实改变后，它可能已经不成立。",
                "The latest evaluation has no {id}. Its ground may have gone when a fact changed.",
                id=obligation_id,
            )
        )
    note_subject(row.subject_kind, row.subject_id, "board:obligation")
    answer = why(run, of, row)
    return render(
        request,
        "board/obligation.html",
        _common(run, "obligations")
        | {
            "why": answer,
            "measure": of.text.measure(row.measure),
            **open_deeds.shown(run, row, of),
            "strips": [
                (hide, drawn)
                for hide, width in (("hide-s", 1180), ("hide-l", 300))
                if (drawn := strip(row, width))
            ],
        },
    )


@opens(SEES_PEOPLE)
@with_run
def evidence(
    request: HttpRequest, run: Run, of: Pack, kind: str, obligation_id: str
) -> HttpResponseBase:
    """The cover of an obligation's evidence: what it rests on, each fact with its digest."""
    row = selectors.obligation(run, obligation_id)
    if row is None or kind not in KINDS:
        raise Http404(say("没有这份文件。", "There is no such document."))
    note_subject(row.subject_kind, row.subject_id, "board:evidence")
    answer = why(run, of, row)
    back = reverse("board:obligation", args=[obligation_id])
    return hand_out(request, kind, lambda: papers.cover(run, answer), back=back, here="obligations")


@opens(SEES_PEOPLE)
@with_run
def fact(request: HttpRequest, run: Run, of: Pack, table: str, key: str) -> HttpResponse:
    """One row of the evidence."""
    del of
    found = fact_of(run, table, key)
    if found is None:
        raise Http404(
            say(
                "这条事实不在最新的计算所用的数据里：{table} {key}",
                "The data of the latest evaluation do not hold this fact: {table} {key}",
                table=table,
                key=key,
            )
        )
    if person := person_of(found):
        note_read(person, "board:fact")
    return render(
        request,
        "board/fact.html",
        _common(run, "obligations")
        | {"fact": found, **fact_words.described(found.table, found.row)},
    )


@opens(SEES_EVIDENCE)
@with_run
def set_aside(request: HttpRequest, run: Run, of: Pack) -> HttpResponseBase:
    """The rows and cells of the input that could not stand."""
    del of
    query = Query.read(request.GET)
    file, kind = request.GET.get("file", ""), request.GET.get("is", "")
    counts = selectors.set_aside_counts(run)
    total = sum(n for f, k, n in counts if file in ("", f) and kind in ("", k))
    every = selectors.set_aside(run, file=file, kind=kind)
    if sheets.asked(request):
        return sheets.answer(request, columns.set_aside(run, every, total))
    pages = max(1, -(-total // PAGE))
    page = min(query.page, pages)
    found = every[(page - 1) * PAGE : page * PAGE]
    return render(
        request,
        "board/set_aside.html",
        _common(run, "set_aside")
        | {"rows": found, "counts": counts, "total": total, "page": page, "pages": pages}
        | {
            "unit_id": actor_of(request).unit_id,
            "file": file,
            "kind": kind,
            "files": list(dict.fromkeys(f for f, _, _ in counts)),
        },
    )


def _common(run: Run, here: str) -> dict[str, Any]:
    return {"run": run, "here": here}


def _list(
    run: Run, of: Pack, query: Query, counts: list[Counted], number: int | None = None
) -> dict[str, Any]:
    return {
        "query": query,
        "listing": listing(run, of, query, counts, number),
        "standing": standing_of(query, counts),
        **_places(counts),
    }


def _places(counts: list[Counted]) -> dict[str, Any]:
    """What the filters offer: the districts and kinds of unit that have obligations."""
    districts = sorted({t.district for t in counts if t.district})
    kinds = sorted({t.unit_kind for t in counts if t.unit_kind})
    return {
        "districts": [(district, label(district)) for district in districts],
        "kinds": [(kind, fact_words.value(kind)) for kind in kinds],
    }


def _computed(of: Pack, entries: Sequence[Entry]) -> list[Entry]:
    """The provisions that a list can be narrowed to."""
    return [entry for entry in entries if of.is_computed(entry.id)]
