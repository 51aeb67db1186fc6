"""Whom the gaps of the text concern: counted from facts that are known by hand."""

from __future__ import annotations

from datetime import date

from nuanxin.engines.gaps import concerned
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.cases import load_defaults
from nuanxin.policy.evaluate import Run
from tests.commands.conftest import AID_TEAM, Nuanxin, nuanxin
from tests.engines.runs import engine, run_of

__all__ = ["nuanxin"]

DEFAULTS = load_defaults(PACK.folder / "cases" / "defaults.yaml")
DAY = date(2020, 3, 1)


def silent(_what: str, _share: float) -> None: ...


def row(table: str, **columns: object) -> dict[str, object]:
    blank = {name: None if v == "required" else v for name, v in DEFAULTS.rows[table].items()}
    return {**blank, **columns}


def person(name: str, **columns: object) -> dict[str, object]:
    return row("people", person_id=name, **columns)


def spell(name: str, who: str, **columns: object) -> dict[str, object]:
    return row("spells", spell_id=name, person_id=who, start_date=DAY, **columns)


def city() -> dict[str, list[dict[str, object]]]:
    """A nurse who treats and her husband, a cadre, both away; a volunteer; three children."""
    return {
        "units": [row("units", unit_id="U1", name="一")],
        "posts": [row("posts", post_id="Q1")],
        "people": [
            person("N"),
            person("H", profession="other", employment="civil_servant"),
            person("V", profession="other", employment="volunteer"),
            person("W", profession="other", employment="volunteer"),
        ],
        "relations": [row("relations", person_id="N", relative_id="H")],
        "spells": [
            spell("S1", "N", treats_confirmed=True, end_date=date(2020, 3, 20)),
            spell("S2", "H"),
            spell("S3", "V"),
        ],
        "children": [
            row("children", child_id=f"C{n}", guardian_id="N", stage=stage)
            for n, stage in enumerate(("junior_entry", "senior_entry", "junior_entry"))
        ],
        "attendance": [],
        "declarations": [],
        "insurance": [],
    }


def found(facts: dict[str, list[dict[str, object]]], as_of: date) -> dict[str, dict[str, int]]:
    run = run_of(facts, as_of)  # type: ignore[arg-type]
    return concerned(Run(PACK, as_of, PACK.parameters, run.absent), engine(), silent)[0]


def test_each_gap_concerns_whom_it_should() -> None:
    assert found(city(), date(2020, 3, 31)) == {
        "junior_entry": {"child": 2},
        "volunteers": {"person": 1},  # W never was on the front line
        "mixed_couples": {"person": 2},
        "task_end": {"person": 1},  # N: her spell is over, nobody declared an end
        "increment_amount": {},
        "exam_points": {"child": 1},
    }


def test_a_declared_end_closes_the_gap() -> None:
    ended = city()
    ended["declarations"] = [row("declarations", date=date(2020, 3, 25), kind="task_end")]
    assert found(ended, date(2020, 3, 31))["task_end"] == {}
    assert found(ended, date(2020, 3, 24))["task_end"] == {"person": 1}
    released = city()
    released["declarations"] = [
        row("declarations", date=date(2020, 3, 20), kind="release", person_id="N")
    ]
    assert found(released, date(2020, 3, 31))["task_end"] == {}


def test_work_that_is_paid_counts_for_the_increment() -> None:
    from datetime import datetime

    worked = city()
    worked["attendance"] = [
        row(
            "attendance",
            attendance_id="A1",
            person_id="N",
            spell_id="S1",
            start=datetime(2020, 3, 2, 8),
            end=datetime(2020, 3, 2, 16),
            contact_confirmed=True,
        )
    ]
    assert found(worked, date(2020, 3, 31))["increment_amount"] == {"person": 1}


def test_the_command_lists_gaps_defaults_and_counts(nuanxin: Nuanxin) -> None:
    plain = nuanxin("pack", "gaps", "--json").json
    assert [gap["key"] for gap in plain["gaps"]] == [gap.key for gap in PACK.text.gaps]
    assert len(plain["obligations"]) == len(PACK.text.obligations)
    assert plain["gaps"][0]["concerns"] is None
    told = nuanxin("pack", "gaps", "--facts", AID_TEAM, "--as-of", "2020-04-20", "--lang", "en")
    assert "Children entering junior high: the text has nothing for them." in told.out
    assert "The amount of the performance increment: the text does not say." in told.out
    [line] = [line for line in told.out.splitlines() if "performance increment" in line]
    assert line.endswith("concerns 1 person")
    assert "由谁宣布任务结束" in nuanxin("pack", "gaps").out
    assert "--facts and --as-of" in nuanxin("pack", "gaps", "--facts", AID_TEAM).refused()
