"""What city.json tells: the arguments, the counts, and every figure with how sure it is."""

from __future__ import annotations

from collections.abc import Mapping

from nuanxin.city.aid_team import AidTeams
from nuanxin.city.figures import read
from nuanxin.city.plan import CityPlan, Format

FILES = (
    ("case curve", "dalian_cases.csv", "real", "public data set (canghailan)"),
    ("events", "events_2020.csv", "real", "press copies and notices named row by row"),
    ("streets and towns", "streets.csv", "real", "administrative division codes"),
    ("shares of staff", "shares.csv", "estimate", "own estimate"),
    ("duties by unit", "duties.csv", "estimate", "own estimate"),
    ("posts by unit", "post_templates.csv", "estimate", "own estimate"),
    ("risk and contact of posts", "post_kinds.csv", "real", "mask guide; 财社〔2020〕2号"),
    ("rotas of posts", "post_kinds.csv", "estimate", "own estimate"),
    ("hospitals", "hospitals.csv", "invented", "no real hospital is meant"),
    ("people and their names", "characters.csv and drawn names", "invented", "nobody is meant"),
)


def assumptions() -> list[dict[str, str]]:
    """Every figure used: {figure, value, kind: real, estimate or invented, source}."""
    people = [
        {
            "figure": f"population of {row['name']}",
            "value": row["population_2020"],
            "kind": "real" if row["population_status"].startswith("sourced") else "estimate",
            "source": row["population_source"],
        }
        for row in read("districts")
    ]
    files = [dict(zip(("figure", "value", "kind", "source"), row, strict=True)) for row in FILES]
    return [*(dict(row) for row in read("assumptions")), *people, *files]


def told(
    plan: CityPlan,
    form: Format,
    rows: Mapping[str, int],
    dirty: Mapping[str, int],
    teams: AidTeams,
) -> dict[str, object]:
    """The content of city.json."""
    return {
        "complete": True,
        "arguments": {
            "people": plan.people,
            "seed": plan.seed,
            "days": plan.days,
            "dirty_rows": plan.dirty_rows,
            "format": form,
        },
        "last_day": plan.last_date.isoformat(),
        "aid_teams": {"east": len(teams.east), "leishenshan": len(teams.leishenshan)},
        "rows": dict(rows),
        "dirty": dict(dirty),
        "assumptions": assumptions(),
    }
