"""Mutants of a pack: each is one small slip in a compiled text or in one value of a parameter.

A condition that a rule states once may stand several times in the compiled text, under the names
of other subqueries; a slip changes all of them, as a slip of the rule's author would. Left alone
are names, types, ties of one table's key to another's, positions, what asks nothing, and the first
day of the calendar that days are counted from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import cast

import sqlglot
from sqlglot import exp

from nuanxin.policy.lineage import traced
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameter import Scalar, Value
from nuanxin.policy.parameters import Parameters

DIALECT = "duckdb"
_UNSEEN = re.compile(
    r"obligation_id|listing_id|measure|as_of|fact_refs|(holds|value|refs)_\w+|ref|refs|\w+_refs"
)
"""Columns that no golden case states: names of rows, and what only explains them."""

_SWAPS: dict[type[exp.Expr], type[exp.Expr]] = {
    exp.LT: exp.LTE,
    exp.LTE: exp.LT,
    exp.GT: exp.GTE,
    exp.GTE: exp.GT,
    exp.EQ: exp.NEQ,
    exp.NEQ: exp.EQ,
    exp.And: exp.Or,
    exp.Or: exp.And,
    exp.Add: exp.Sub,
    exp.Sub: exp.Add,
    exp.Least: exp.Greatest,
    exp.Greatest: exp.Least,
    exp.Min: exp.Max,
    exp.Max: exp.Min,
}
_KIND: dict[type[exp.Expr], str] = {
    exp.And: "connective",
    exp.Or: "connective",
    exp.Add: "sign",
    exp.Sub: "sign",
}
_KIND |= dict.fromkeys((exp.Least, exp.Greatest, exp.Min, exp.Max), "extreme")


@dataclass(frozen=True)
class Mutant:
    """One slip: where, what stood there, what stands there now.

    ``text`` is the name of the compiled text, or ``parameters/KEY``. Exactly one of ``write``
    (gives the whole text with the slip) and ``parameters`` is given. ``at`` are the positions in
    the parsed text of all that slips.
    """

    text: str
    kind: str
    place: str
    was: str
    now: str
    write: Callable[[], str] | None = None
    parameters: Parameters | None = None
    at: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """How the mutant is told to people."""
        return f"{self.text} [{self.kind}] {self.place}: {self.was} → {self.now}"


# -- texts -------------------------------------------------------------------------------------


def mutants_of_text(name: str, sql: str) -> Iterator[Mutant]:
    """The slips of one compiled text."""
    tree = sqlglot.parse_one(sql, dialect=DIALECT)
    groups: dict[tuple[str, str], dict[int, exp.Expr]] = {}
    for at, (node, told) in enumerate(zip(tree.walk(), traced(tree).walk(), strict=True)):
        for kind in _kinds(node):
            groups.setdefault((kind, _context(told, kind)), {})[at] = node
    for (kind, _), group in groups.items():
        nodes = list(group.values())
        was, now = nodes[0].sql(DIALECT), _slip(nodes[0], kind).sql(DIALECT)
        write = partial(_with_slip, nodes, kind, tree)
        place = _place(nodes[0])
        yield Mutant(name, kind, place, _short(was), _short(now), write, at=tuple(group))


def _with_slip(nodes: Sequence[exp.Expr], kind: str, tree: exp.Expr) -> str:
    """The whole text with the slip at all of these nodes; the tree is left as it was."""
    changed = [(node, _slip(node, kind)) for node in nodes]
    for node, slipped in changed:
        node.replace(slipped)
    sql = tree.sql(DIALECT)
    for node, slipped in changed:
        slipped.replace(node)
    return sql


def _kinds(node: exp.Expr) -> Iterator[str]:
    if _is_structure(node) or _is_blank(node):
        return
    if type(node) in _SWAPS and not _is_tie(node):
        yield _KIND.get(type(node), "comparison")
    if isinstance(node, exp.If | exp.Where | exp.Having):
        yield "negated"
    if isinstance(node, exp.Where):
        yield "dropped"
    if isinstance(node, exp.And):
        yield from ("left dropped", "right dropped")
    if isinstance(node, exp.Is | exp.NullSafeEQ | exp.NullSafeNEQ):
        yield "negated"
    if isinstance(node, exp.Literal | exp.Boolean):
        yield "constant"
    if isinstance(node, exp.In) and len(node.expressions) > 1:
        yield from ("first left out", "last left out")


def _slip(node: exp.Expr, kind: str) -> exp.Expr:
    new = node.copy()
    if kind == "negated":
        return _negated(new)
    if kind == "dropped":
        new.set("this", exp.true())
    elif kind == "left dropped":
        return cast(exp.Expr, new.expression)
    elif kind == "right dropped":
        return cast(exp.Expr, new.this)
    elif kind == "constant":
        return _other(new)
    elif kind in ("first left out", "last left out"):
        items = new.expressions
        new.set("expressions", items[1:] if kind.startswith("first") else items[:-1])
    else:
        return _SWAPS[type(node)](**new.args)
    return new


def _negated(node: exp.Expr) -> exp.Expr:
    if isinstance(node, exp.If | exp.Where | exp.Having):
        node.set("this", exp.not_(exp.paren(node.this)))
        return node
    return exp.paren(exp.not_(exp.paren(node)))


def _other(node: exp.Expr) -> exp.Expr:
    if isinstance(node, exp.Boolean):
        return exp.Boolean(this=not node.this)
    if node.is_string:
        return exp.Literal.string(f"{node.name}~")
    return exp.Literal.number(str(Decimal(node.name) + 1))


def _is_blank(node: exp.Expr) -> bool:
    """A condition that asks nothing, ``TRUE`` or ``x AND TRUE``, and its constant."""
    if isinstance(node, exp.Where):
        return isinstance(node.this, exp.Boolean)
    joined = node if isinstance(node, exp.And) else node.parent
    if not isinstance(node, exp.And | exp.Boolean) or not isinstance(joined, exp.And | exp.Where):
        return False
    return any(isinstance(one, exp.Boolean) for one in joined.args.values())


def _is_flag(node: exp.Expr) -> bool:
    return isinstance(node.parent, exp.RegexpReplace) and node.arg_key == "modifiers"


def _is_structure(node: exp.Expr) -> bool:
    """Whether a slip here would change no rule: names, types, positions, the first day."""
    if _is_flag(node):
        return True
    above: exp.Expr | None = node
    while above is not None:
        if isinstance(above, exp.DataType | exp.Group | exp.Limit | exp.Interval):
            return True
        if isinstance(above.parent, exp.Substring) and above.arg_key != "this":
            return True
        if isinstance(above, exp.Anonymous | exp.DateFromParts) and above.sql(DIALECT).startswith(
            ("PARAM(", "AS_OF(", "ABSENT(", "MAKE_DATE(1970")
        ):
            return True
        if isinstance(above, exp.Alias) and _UNSEEN.fullmatch(above.alias):
            return True
        if isinstance(above, exp.TimeToStr | exp.StrToTime | exp.Extract):
            return True
        above = above.parent if not isinstance(above, exp.Subquery | exp.Select) else None
    return isinstance(node.parent, exp.Cast) and "1970-01-01" in node.parent.sql(DIALECT)


def _is_tie(node: exp.Expr) -> bool:
    return isinstance(node, exp.EQ) and all(
        isinstance(n, exp.Column) for n in (node.left, node.right)
    )


def _context(node: exp.Expr, kind: str) -> str:
    """What makes two places the same slip: their text, for constants with what is around them."""
    if kind != "constant":
        return node.sql(DIALECT)
    around = node.parent
    while isinstance(around, exp.Cast | exp.Paren):
        around = around.parent
    return f"{node.sql(DIALECT)} in {around.sql(DIALECT) if around else ''}"


def _place(node: exp.Expr) -> str:
    above = node.parent
    while above is not None:
        if isinstance(above, exp.Alias):
            return above.alias
        if isinstance(above, exp.Where | exp.Having | exp.Join):
            return type(above).__name__.upper()
        above = above.parent
    return "SELECT"


def _short(sql: str) -> str:
    said = " ".join(sql.split())
    return said if len(said) <= 160 else f"{said[:157]}…"


# -- parameters --------------------------------------------------------------------------------


def mutants_of_parameter(pack: Pack, key: str) -> Iterator[Mutant]:
    """The slips of one parameter: each value one more and one less, each dated start a day late."""
    parameter = pack.parameters[key]
    for place, version in enumerate(parameter.values):
        slips: list[tuple[str, Value]] = [
            ("value", replace(version, value=value)) for value in _near(version.value)
        ]
        if key in pack.dated and parameter.applies == "from":
            slips.append(("from", replace(version, start=version.start + timedelta(days=1))))
        for kind, slip in slips:
            values = (*parameter.values[:place], slip, *parameter.values[place + 1 :])
            changed = [
                replace(p, values=values) if k == key else p for k, p in pack.parameters.items()
            ]
            was, now = _told(kind, version), _told(kind, slip)
            yield Mutant(
                f"parameters/{key}", kind, "values", was, now, parameters=Parameters(changed)
            )


def _near(value: Scalar) -> list[Scalar]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, Decimal):
        return [value + 1, *([value - 1] if value >= 1 else [])]
    if isinstance(value, tuple):
        return [tuple(i for i in value if i != item) or ("~",) for item in value]
    return [f"{value}~"]


def _told(kind: str, version: Value) -> str:
    if kind == "from":
        return version.start.isoformat()
    return ";".join(version.value) if isinstance(version.value, tuple) else str(version.value)
