"""The units as a tree: what each owes, with all that stand below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nuanxin.domains.board.figures import Standing
from nuanxin.domains.ledger.models import Unit
from nuanxin.domains.states import family


@dataclass(frozen=True)
class Node:
    """A unit: its own standing, and that of itself with all below; ``below`` counts them."""

    unit: Unit
    own: Standing
    whole: Standing
    below: int


@dataclass(frozen=True)
class Branch:
    """One place of the tree: the units above it, itself (None at the root), and its children."""

    above: Sequence[Unit]
    here: Node | None
    children: Sequence[Node]
    nameless: int = 0


@dataclass
class Tree:
    """All units of a run with what they owe."""

    units: dict[str, Unit]
    own: dict[str, Standing]
    children: dict[str, list[str]] = field(default_factory=dict)
    nameless: int = 0

    @classmethod
    def of(cls, units: Iterable[Unit], counts: Iterable[tuple[str, str, int]]) -> Tree:
        """Build it; a unit whose parent is not among them, or above itself, stands at the root."""
        known = {unit.unit_id: unit for unit in units}
        own: dict[str, Standing] = defaultdict(Standing)
        nameless = 0
        for unit_id, state, rows in counts:
            if unit_id in known:
                own[unit_id].rows[family(state)] += rows
            else:
                nameless += rows
        tree = cls(known, own, defaultdict(list), nameless)
        for unit_id in known:
            tree.children[tree.parent(unit_id)].append(unit_id)
        return tree

    def parent(self, unit_id: str) -> str:
        """The unit above; empty at the root."""
        above, seen = self.units[unit_id].parent_id or "", {unit_id}
        walk = above
        while walk in self.units and walk not in seen:
            seen.add(walk)
            walk = self.units[walk].parent_id or ""
        return above if above in self.units and walk not in seen else ""

    def branch(self, unit_id: str) -> Branch | None:
        """What stands at a unit (empty: the root); None when there is no such unit."""
        if unit_id and unit_id not in self.units:
            return None
        above, walk = [], unit_id
        while walk and (walk := self.parent(walk)):
            above.append(self.units[walk])
        nodes = [self.node(child) for child in self.children.get(unit_id, ())]
        shown = [node for node in nodes if node.whole.total]
        shown.sort(key=lambda node: (-node.whole.urgent, -node.whole.total, node.unit.unit_id))
        here = self.node(unit_id) if unit_id else None
        return Branch(above[::-1], here, shown, 0 if unit_id else self.nameless)

    def node(self, unit_id: str) -> Node:
        """A unit with all below it."""
        whole, below, heap = Standing(), -1, [unit_id]
        while heap:
            one = heap.pop()
            below += 1
            heap += self.children.get(one, ())
            if one in self.own:
                for kind, rows in self.own[one].rows.items():
                    whole.rows[kind] += rows
        return Node(self.units[unit_id], self.own.get(unit_id, Standing()), whole, below)
