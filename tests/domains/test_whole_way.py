"""From the synthetic city through the engine into the ledger and onto every kind of page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

from nuanxin.city import CityPlan, build_city
from nuanxin.commands.shared import evaluated
from nuanxin.domains.board.reasons import refs_of
from nuanxin.domains.ledger.models import Criterion, Fact, Obligation, SetAside, Subject, Tally
from nuanxin.domains.ledger.services import load_evaluation
from nuanxin.engines import output

pytestmark = pytest.mark.django_db


def both(page: str, *names: object) -> Iterator[str]:
    """The address of a page in each language."""
    for language in ("zh-hans", "en"):
        with translation.override(language):
            yield reverse(page, args=names)


@pytest.fixture(scope="module")
def summary(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, object]:
    """What the evaluation says of a synthetic city that stands in the ledger."""
    del django_db_setup
    place = tmp_path_factory.mktemp("city")
    build_city(CityPlan(2000, dirty_rows=20), place / "facts", "csv")
    with evaluated(place / "facts", pack="dalian2020", as_of="2020-04-20") as done:
        output.write(done.engine, done.run, done.report, place / "out", done.seconds)
        with django_db_blocker.unblock():
            load_evaluation(place / "out", done.engine.connection)
    return json.loads(Path(place / "out" / "summary.json").read_text())


def test_the_ledger_counts_what_the_summary_counts(summary: dict[str, object]) -> None:
    told = summary["obligations"]
    assert isinstance(told, list)
    counted = {(r["provision"], r["state"], r["unit"]): r["count"] for r in told}
    found: dict[tuple[str, str, str], int] = {}
    for tally in Tally.objects.all():
        key = (tally.provision, tally.state, tally.quantity_unit)
        found[key] = found.get(key, 0) + tally.rows
    assert found == counted
    assert sum(found.values()) == Obligation.objects.count() > 1000


@pytest.mark.usefixtures("summary")
def test_every_fact_behind_a_reason_is_kept() -> None:
    kept = set(Fact.objects.values_list("table", "key"))
    named = {ref for criterion in Criterion.objects.iterator() for ref in refs_of(criterion)}
    assert named == kept
    assert len(kept) > 1000


@pytest.mark.usefixtures("summary")
def test_every_person_and_unit_has_its_name_and_every_owner_its_place() -> None:
    assert not Subject.objects.filter(kind__in=("person", "unit", "issue"), name="").exists()
    placeless = Obligation.objects.filter(district=None)
    assert not placeless.exclude(owner_unit_id=None).exists()
    assert set(placeless.values_list("subject_kind", flat=True)) <= {"fund", "unit", "person"}
    assert SetAside.objects.count() >= 20


@pytest.mark.usefixtures("summary")
def test_every_kind_of_obligation_has_a_page(client: Client) -> None:
    kinds = ("provision", "state", "quantity_unit", "subject_kind", "missing")
    for kind in Obligation.objects.order_by().values(*kinds).distinct():
        row = Obligation.objects.filter(**kind).first()
        assert row is not None
        for path in both("board:obligation", row.obligation_id):
            assert client.get(path).status_code == 200, kind


@pytest.mark.usefixtures("summary")
def test_every_kind_of_fact_has_a_page(client: Client) -> None:
    for table in Fact.objects.order_by().values_list("table", flat=True).distinct():
        fact = Fact.objects.filter(table=table).first()
        assert fact is not None
        for path in both("board:fact", fact.table, fact.key):
            assert client.get(path).status_code == 200, path


@pytest.mark.usefixtures("summary")
def test_every_measure_has_a_page_in_both_languages(client: Client) -> None:
    for number in range(1, 17):
        for path in both("board:measure", number):
            assert client.get(path).status_code == 200
