"""Packs as folders: ``pack.yaml``, ``parameters/``, and what they say beyond their base.

A folder may lie anywhere. ``base`` in its ``pack.yaml`` names an installed pack, or a folder
beside it, whose stages, words, parameters and (unless it has obligations of its own) rules it
takes over. ``provisions/*.py`` hold ``RULES`` and, where a rule needs more, ``STAGES``; a kept
stage ``gap_KEY`` tells whom the gap of that key concerns.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from nuanxin.policy.pack import Pack, Step
from nuanxin.policy.provision import Rule
from nuanxin.policy.reading import Entry, PackError, read_yaml

Find = Callable[[str], Pack]
"""Gives an installed pack by its name; PackError when there is none."""


def read_folder(folder: Path, find: Find) -> Pack:
    """The pack in a folder; PackError says what is wrong with it."""
    folder = folder.resolve()
    head = Entry.of("pack.yaml", read_yaml(folder / "pack.yaml"))
    name = head.string("id")
    if name != folder.name or not name.isidentifier():
        raise PackError(
            f"pack.yaml: id is {name!r}, expected the name of its folder, {folder.name!r},"
            " of letters, digits and _"
        )
    base = _base(head, folder, find)
    modules = list(_modules(folder))
    stages = [stage for module in modules for stage in getattr(module, "STAGES", ())]
    rules = [rule for module in modules for rule in getattr(module, "RULES", ())]
    return _joined(folder, head, base, stages, rules)


def _joined(
    folder: Path, head: Entry, base: Pack | None, stages: list[Step], rules: list[Rule]
) -> Pack:
    has_own = "obligations" in head.data
    taken = () if has_own or base is None else base.rules
    pack = Pack(
        folder=folder,
        base=base,
        stages=(*(base.stages if base else ()), *stages),
        rules=(*(r for r in taken if r.provision not in {o.provision for o in rules}), *rules),
        dated=tuple(dict.fromkeys([*(base.dated if base else ()), *_names(head, "dated")])),
        unwaivable=(
            *(base.unwaivable if base and not has_own else ()),
            *_names(head, "unwaivable"),
        ),
        counters=base.counters if base and not has_own else (),
        speakers=base.speakers if base else None,
        days=base.days if base else None,
        standing=base.standing if base else (),
    )
    known = {obligation.id for obligation in pack.text.obligations}
    for rule in rules:
        if rule.provision not in known:
            raise PackError(f"provisions: {rule.key}: pack.yaml has no obligation {rule.provision}")
    return pack


def _base(head: Entry, folder: Path, find: Find) -> Pack | None:
    if "base" not in head.data:
        return None
    name = head.string("base")
    beside = folder.parent / name
    if (beside / "pack.yaml").exists() and not _is_installed(name, find):
        return read_folder(beside, find)
    return find(name)


def _is_installed(name: str, find: Find) -> bool:
    try:
        find(name)
    except PackError:
        return False
    return True


def _names(head: Entry, field: str) -> list[str]:
    return [str(name) for name in head.items(field)] if field in head.data else []


def _modules(folder: Path) -> Iterator[ModuleType]:
    """The modules of ``provisions``, in order of name; PackError when one cannot be run."""
    for file in sorted((folder / "provisions").glob("*.py")):
        if file.name == "__init__.py":
            continue
        name = f"nuanxin_pack_{folder.name}.{file.stem}"
        spec = spec_from_file_location(name, file)
        if spec is None or spec.loader is None:
            raise PackError(f"provisions/{file.name}: is no Python module")
        module = module_from_spec(spec)
        sys.modules[name] = module
        try:
            spec.loader.exec_module(module)
        except Exception as error:
            del sys.modules[name]
            raise PackError(f"provisions/{file.name}: {type(error).__name__}: {error}") from error
        yield module
