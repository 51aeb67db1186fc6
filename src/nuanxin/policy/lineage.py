"""Where a column of a text comes from: the same value has one name, however often it is handed on.

Ibis writes a condition that a rule states once wherever it needs it, each time under the alias of
the subquery it stands in. Traced back to where the value arose, those are one condition again.
"""

from __future__ import annotations

from sqlglot import exp

Origin = tuple[str, str]
"""The alias and the column in which a value arose."""


def traced(tree: exp.Expr) -> exp.Expr:
    """A copy of a parsed text, whose aliases are unique, with every column named by its origin."""
    copy = tree.copy()
    lineage = _Lineage(tree)
    for column in list(copy.find_all(exp.Column)):
        if column.table and not isinstance(column.this, exp.Star):
            alias, name = lineage.origin(column.table, column.name)
            column.set("table", exp.to_identifier(alias, quoted=True))
            column.set("this", exp.to_identifier(name, quoted=True))
    return copy


class _Lineage:
    def __init__(self, tree: exp.Expr) -> None:
        self.named = {cte.alias: cte.this for cte in tree.find_all(exp.CTE)}
        self.read = {s.alias: s for s in tree.find_all(exp.Subquery, exp.Table) if s.alias}
        self.origins: dict[Origin, Origin] = {}

    def origin(self, alias: str, name: str) -> Origin:
        key = (alias, name)
        if key not in self.origins:
            self.origins[key] = key
            self.origins[key] = self._handed_on(alias, name) or key
        return self.origins[key]

    def _handed_on(self, alias: str, name: str) -> Origin | None:
        """The origin of what the alias's query only hands on; none for what it works out."""
        query = self._query(alias)
        for one in query.expressions if query else ():
            if not one.is_star and one.alias_or_name == name:
                column = one.unalias()
                is_column = isinstance(column, exp.Column)
                return self.origin(column.table, column.name) if is_column else None
        wholes = _taken_whole(query) if query else []
        return self.origin(wholes[0], name) if len(wholes) == 1 else None

    def _query(self, alias: str) -> exp.Select | None:
        source = self.read.get(alias)
        query = source.this if isinstance(source, exp.Subquery) else None
        if isinstance(source, exp.Table) and not source.db:
            query = self.named.get(source.name)
        return query if isinstance(query, exp.Select) else None


def _taken_whole(query: exp.Select) -> list[str]:
    """The aliases of which a query takes every column."""
    sources = [s.alias for s in query.find_all(exp.Subquery, exp.Table) if s.parent_select is query]
    return [
        name
        for one in query.expressions
        if one.is_star
        for name in ([one.table] if isinstance(one, exp.Column) else sources)
    ]
