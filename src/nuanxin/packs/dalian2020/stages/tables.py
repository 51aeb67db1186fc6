"""The two tables: who owns them, and which requests are made under their name (M15-1)."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.requests import judged_request, requests
from nuanxin.packs.dalian2020.stages.sources import fact, reference
from nuanxin.policy.stage import once_stage
from nuanxin.policy.terms import DAY, param, week_number, whole_part


@once_stage
def table_request() -> ir.Table:
    """Requests under the name of a table, with the different fields asked and those not held.

    ``is_owned`` tells whether anybody owns the table, ``is_owner`` whether the issuer does.
    """
    r, h = requests(), fact("held_fields")
    r = r.filter(r.table_code.notnull())
    asked = r.select("request_id", "table_code", field=r.fields.unnest()).distinct()
    asked = asked.left_join(h.select("table_code", "field"), ["table_code", "field"])
    counts = asked.group_by("request_id").agg(
        asked=ibis._.count(), new=asked.field_right.isnull().sum().cast("int64")
    )
    owned = h.select(owned_table="table_code").distinct()
    owners = h.select("table_code", issuer_id="owner_id").distinct()
    r = r.inner_join(counts, "request_id").drop("fields", "minutes")
    r = r.left_join(owned, r.table_code == owned.owned_table)
    r = r.left_join(owners, ["table_code", "issuer_id"])
    return r.mutate(
        day=whole_part(r.at, DAY),
        is_owned=r.owned_table.notnull(),
        is_owner=r.issuer_id_right.notnull(),
    ).drop("owned_table", "table_code_right", "issuer_id_right")


@once_stage
def table_change() -> ir.Table:
    """Changes of a table by an owner beyond those that a week allows, with their ``turn``."""
    r, j = table_request.table, judged_request.table
    refused = r.filter(~r.is_emergency).inner_join(j.filter(j.blocking > 0), "request_id")
    c = r.filter(r.is_owner & (r.new > 0)).anti_join(refused, "request_id")
    in_order = ibis.window(
        group_by=[c.table_code, week_number(c.day)], order_by=[c.at, c.request_id]
    )
    c = c.mutate(turn=ibis.row_number().over(in_order) + 1)
    return c.filter(c.turn > param("burden.form_changes_per_week"))


def owners_of_table() -> ir.Table:
    """What tells who owns each table."""
    h = fact("held_fields")
    return h.select("table_code", ref=reference(h, "held_fields"))
