"""Editing ``parameters/*.yaml`` in place: what did not change keeps its bytes, comments too.

The place of every value is taken from the YAML itself, so a change replaces just that value; a
new version goes behind the last one of its key, in the layout of the pack's own files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import cast

import yaml

from nuanxin.packs.sheet import Change
from nuanxin.policy.reading import PackError

_PAIRS = {"source": ("source_zh", "source_en"), "note": ("note_zh", "note_en")}
_ORDER = (
    "value",
    "from",
    "to",
    "known",
    "jurisdiction",
    "certainty",
    "precision",
    "source",
    "note",
)


@dataclass(frozen=True)
class _Edit:
    """Replace the text from ``start`` to ``end`` (indices) by ``text``."""

    start: int
    end: int
    text: str


def edited(
    folder: Path, changes: Sequence[Change], order: Mapping[str, Sequence[int]]
) -> dict[Path, str]:
    """The new texts of the files that change, by file.

    ``order`` gives for each key the position in the file of each version (0 is the first item of
    ``values``): versions are counted by publication, items stand as they were written. PackError
    when a key is in no file, or when a file is not laid out in blocks.
    """
    left = {change.key for change in changes}
    found: dict[Path, str] = {}
    for file in sorted(folder.glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        text = text if text.endswith("\n") else f"{text}\n"
        nodes = _entries(yaml.compose(text, Loader=yaml.SafeLoader))
        own = [change for change in changes if change.key in nodes]
        if own:
            edits = [e for change in own for e in _edits(text, nodes[change.key], change, order)]
            found[file] = _applied(text, edits)
            left -= {change.key for change in own}
    if left:
        raise PackError(f"parameters: {min(left)} is in no file of {folder.parent.name}")
    return found


def _applied(text: str, edits: Iterable[_Edit]) -> str:
    for edit in sorted(edits, key=lambda e: e.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _edits(
    text: str, entry: yaml.Node, change: Change, order: Mapping[str, Sequence[int]]
) -> Iterator[_Edit]:
    values = cast(yaml.SequenceNode, _entries(entry)["values"])
    if values.flow_style or any(item.flow_style for item in values.value):
        raise PackError(f"parameters: {change.key} is written in one line; edit its file by hand")
    if change.kind == "added":
        column = values.start_mark.column
        after = _line_end(text, _last_index(values))
        fields = {name: now for name, (_, now) in change.fields.items()}
        yield _Edit(after, after, _item(fields, column))
        return
    assert change.version is not None
    item = cast(yaml.MappingNode, values.value[order[change.key][change.version - 1]])
    if change.kind == "removed":
        if len(values.value) == 1:
            raise PackError(f"parameters: {change.key} would be left without a value")
        start = text.rindex("\n", 0, item.start_mark.index) + 1
        yield _Edit(start, _line_end(text, _last_index(item)), "")
        return
    yield from _field_edits(text, item, change)


def _field_edits(text: str, item: yaml.MappingNode, change: Change) -> Iterator[_Edit]:
    now = {name: after for name, (_, after) in change.fields.items()}
    nodes, column = _entries(item), item.start_mark.column
    for name in _ORDER:
        parts = _PAIRS.get(name, (name,))
        if not any(part in now for part in parts):
            continue
        node = nodes.get(name)
        if node is None:
            last = _line_end(text, _last_index(item))
            yield _Edit(last, last, f"{' ' * column}{name}: {_written(name, now)}\n")
        elif not any(now.get(part, "x") for part in parts):
            start = text.rindex("\n", 0, node.start_mark.index) + 1
            yield _Edit(start, _line_end(text, _last_index(node)), "")
        elif len(parts) == 1:
            yield _Edit(node.start_mark.index, _last_index(node), _written(name, now))
        else:
            for part, language in zip(parts, ("zh", "en"), strict=True):
                if part in now:
                    words = _entries(node)[language]
                    yield _Edit(words.start_mark.index, _last_index(words), _quoted(now[part]))


def _item(fields: Mapping[str, str], column: int) -> str:
    lines = []
    for name in _ORDER:
        if any(fields.get(part) for part in _PAIRS.get(name, (name,))):
            lines.append(f"{name}: {_written(name, fields)}")
    body = ("\n" + " " * (column + 2)).join(lines)
    return f"{' ' * column}- {body}\n"


def _written(name: str, fields: Mapping[str, str]) -> str:
    if name in _PAIRS:
        zh, en = (_quoted(fields[part]) for part in _PAIRS[name])
        return f"{{zh: {zh}, en: {en}}}"
    text = fields[name]
    if name in ("from", "to", "known"):
        return date.fromisoformat(text).isoformat()
    return _scalar(text) if name == "value" else _quoted(text)


def _scalar(text: str) -> str:
    """A value: number, truth value, list or text; a list is written with ``;``."""
    if text.lower() in ("true", "false"):
        return text.lower()
    try:
        return f"{Decimal(text):f}"
    except InvalidOperation:
        return _quoted(text)


def _quoted(text: str) -> str:
    """The text as one scalar that also stands within braces."""
    plain = not set(text) & set(",[]{}:#&*!|>'\"%@`\\\n-?") and not text[:1].isdigit()
    if plain and yaml.safe_load(text) == text:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _entries(node: yaml.Node | None) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {str(key.value): value for key, value in node.value}


def _last_index(node: yaml.Node) -> int:
    """Where the text of a node ends; blocks end with their last scalar, not with the next key."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        return _last_index(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return _last_index(node.value[-1])
    return int(node.end_mark.index)


def _line_end(text: str, index: int) -> int:
    """The index behind the line break of the line; a comment behind the value stays with it."""
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1
