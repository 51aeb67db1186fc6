"""Columns whose text is sealed in the database and plain in Python."""

from __future__ import annotations

import json
from typing import Any

from django.db import models
from django.db.models.lookups import Lookup

from nuanxin.domains.seals.sealing import every_seal, opened, opened_json, seal


class SealedText(models.TextField):  # type: ignore[type-arg]
    """A text that is sealed where it is stored; it can be asked for equality only."""

    def __init__(self, *args: Any, kind: str, **more: Any) -> None:
        self.kind = kind
        super().__init__(*args, **more)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, more = super().deconstruct()
        return name, path, args, {**more, "kind": self.kind}

    def get_prep_value(self, value: Any) -> Any:
        told = super().get_prep_value(value)
        return None if told is None else seal(self.kind, told)

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        return None if value is None else opened(value)

    def get_lookup(self, name: str) -> Any:
        found = {"exact": Same, "isnull": super().get_lookup("isnull")}.get(name)
        if found is None:
            raise TypeError(f"{self.name} is sealed: it can only be asked for equality")
        return found


class Same(Lookup):
    """Whether a sealed column holds a text, whichever key sealed it."""

    lookup_name = "exact"

    def get_prep_lookup(self) -> Any:
        return every_seal(self.lhs.output_field.kind, str(self.rhs))

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        column, given = self.process_lhs(compiler, connection)
        return f"{column} = any(%s)", [*given, self.rhs]


class SealedInside(models.JSONField):
    """JSON in whose texts something may be sealed; it is opened when read."""

    def from_db_value(self, value: Any, *_: Any) -> Any:
        return json.loads(opened_json(value)) if isinstance(value, str) else value
