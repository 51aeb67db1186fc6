"""Shifts to monthly subsidies with OpenFisca-core; prints one JSON object of seconds and memory.

``python run.py FACTS RATES.json OUT.parquet``: RATES holds ``rates`` and ``changed``, each the
dated values of tier1, tier2 and hubei. The amounts go into OUT for the check of equality.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import model
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from openfisca_core.simulations import SimulationBuilder

MONTHS = [f"2020-{month:02}" for month in range(1, 9)]
AMOUNTS = ("subsidy", "tier1_days", "tier2_days", "half_days")
EPOCH_DAY = (model.FIRST - model.date(1970, 1, 1)).days


def column(table, name):
    return table[name].combine_chunks()


def looked_up(keys, table, key, *names):
    """Columns of another table at the rows that the keys name."""
    at = pc.index_in(keys, value_set=column(table, key)).to_numpy(zero_copy_only=False)
    return at, [column(table, name).take(pa.array(at)) for name in names]


def is_in(values, *words):
    found = pc.fill_null(pc.is_in(values, value_set=pa.array(words)), False)
    return found.to_numpy(zero_copy_only=False)


def read(facts):
    """The inputs of every shift, and which person works for which payer."""

    def rows(name, columns):
        return pq.read_table(facts / f"{name}.parquet", columns=columns)

    a = rows(
        "attendance",
        ["person_id", "post_id", "spell_id", "start", "end", "status", "contact_confirmed"],
    ).filter(pc.field("status") == "worked")
    people = rows("people", ["person_id", "profession", "is_leader"])
    posts = rows("posts", ["post_id", "contact", "risk"])
    spells = rows("spells", ["spell_id", "arranged_by", "mission", "aid_place"])
    person, (profession, leader) = looked_up(
        column(a, "person_id"), people, "person_id", "profession", "is_leader"
    )
    _, (contact, risk) = looked_up(column(a, "post_id"), posts, "post_id", "contact", "risk")
    _, (payer, mission, place) = looked_up(
        column(a, "spell_id"), spells, "spell_id", "arranged_by", "mission", "aid_place"
    )
    start = column(a, "start").cast(pa.timestamp("s")).cast(pa.int64()).to_numpy()
    end = column(a, "end").cast(pa.timestamp("s")).cast(pa.int64()).to_numpy()
    given = json.loads((facts / "words.json").read_text())
    payers = payer.dictionary_encode()
    codes = payers.indices.to_numpy().astype(np.int64)
    engagement = person.astype(np.int64) * len(payers.dictionary) + codes
    inputs = {
        "day": start // 86400 - EPOCH_DAY,
        "month": pc.month(column(a, "start")).to_numpy(),
        "seconds": end - start,
        "confirmed": is_in(column(a, "contact_confirmed"), True),
        "at_contact": is_in(contact, "confirmed", "suspected"),
        "at_risk": is_in(risk, "high", "higher"),
        "medical": is_in(profession, *given["medical"]),
        "leader": ~is_in(leader, False),
        "hubei": is_in(mission, "aid") & is_in(place, *given["hubei"]),
    }
    return inputs, engagement, column(people, "person_id"), payers.dictionary


def simulation(rates, inputs, engagement, groups):
    builder, system = SimulationBuilder(), model.system(rates)
    builder.create_entities(system)
    builder.declare_person_entity("shift", np.arange(len(engagement)))
    group = builder.declare_entity("engagement", groups)
    builder.join_with_persons(group, engagement, roles=np.zeros(len(engagement), dtype=np.int64))
    built = builder.build(system)
    for name, values in inputs.items():
        built.set_input(name, "ETERNITY", values)
    return built


def amounts(built):
    return {(m, name): built.calculate(name, m) for m in MONTHS for name in AMOUNTS}


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def timed(work):
    """What work gives, with its seconds of computing and by the clock."""
    clock, used = time.perf_counter(), cpu()
    found = work()
    return found, {"cpu": cpu() - used, "wall": time.perf_counter() - clock}


def peak_mb():
    """Peak memory of this process alone; getrusage would tell that of its parent."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main(facts, rates, out):
    def from_shifts():
        inputs, engagement, people, payers = read(facts)
        groups = np.unique(engagement)
        built = simulation(rates["rates"], inputs, engagement, groups)
        return amounts(built), inputs, engagement, groups, people, payers

    (found, inputs, engagement, groups, people, payers), whole = timed(from_shifts)
    peak = peak_mb()
    again = simulation(rates["changed"], inputs, engagement, groups)
    changed, what_if = timed(lambda: amounts(again))
    pq.write_table(as_rows(found, changed, groups, people, payers), out)
    sys.stdout.write(json.dumps({"whole": whole, "what_if": what_if, "peak_mb": peak}))


def as_rows(found, changed, groups, people, payers):
    """A row for each person, payer and month with an amount."""
    person = people.take(pa.array(groups // len(payers)))
    payer = payers.take(pa.array(groups % len(payers)))
    pieces = []
    for month in MONTHS:
        columns = {name: found[month, name] for name in AMOUNTS}
        columns["changed"] = changed[month, "subsidy"]
        table = pa.table({"person_id": person, "payer": payer, **columns})
        of_month = np.full(len(groups), 2020 * 12 + int(month[5:]) - 1)
        pieces.append(table.append_column("month", pa.array(of_month)))
    return pa.concat_tables(pieces).filter(pc.field("subsidy") > 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text()), sys.argv[3])
