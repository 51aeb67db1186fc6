"""The demo's accounts, one for each role, and the signed links that sign in with one click.

A link works only while the demo is served, to a reader on the same machine.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from django.core import signing
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from nuanxin.domains.access.models import Account, Membership
from nuanxin.domains.access.roles import Role

SALT = "nuanxin.demo"
PURPOSE = "演示"
NURSE, CONTACT = "林晓岚", "于海燕"


@dataclass(frozen=True)
class Cast:
    """Who plays a role: the account's name, the person, and the unit (empty: whole city)."""

    name: str
    role: Role
    person_id: str = ""
    unit_id: str = ""


def make_accounts(facts: Path) -> None:
    """Make the accounts of the demo, bound to people of the synthetic city in ``facts``."""
    with transaction.atomic():
        Account.objects.filter(memberships__purpose=PURPOSE).delete()
        for one in _cast(_rows(facts / "people.csv"), facts):
            account = Account.objects.create(name=one.name, person_id=one.person_id)
            account.set_unusable_password()
            account.save(update_fields=["password"])
            Membership.objects.create(
                account=account,
                role=one.role,
                unit_id=one.unit_id,
                purpose=PURPOSE,
                since=timezone.localdate(),
            )


def links() -> Iterator[tuple[str, Role, str]]:
    """Name, role and path of each demo account, in the order of the roles."""
    held = Membership.objects.filter(purpose=PURPOSE).select_related("account")
    order = list(Role)
    for one in sorted(held, key=lambda one: (order.index(Role(one.role)), one.pk)):
        token = signing.dumps(one.account.name, salt=SALT)
        yield one.account.name, Role(one.role), reverse("access:demo", args=[token])


def account_of(token: str) -> Account | None:
    """The demo account that a link names; None when it was not made here."""
    try:
        name = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    found = Account.objects.filter(name=name, is_active=True, memberships__purpose=PURPOSE)
    return found.first()


def is_near(request: HttpRequest) -> bool:
    """Whether the request comes from this very machine."""
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


Rows = Sequence[Mapping[str, str]]


def _rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _cast(people: Rows, facts: Path) -> Iterator[Cast]:
    units = {row["name"]: row["unit_id"] for row in _rows(facts / "units.csv")}
    lin = _named(people, NURSE)
    contact = _named(people, CONTACT)
    kin = [r for r in _rows(facts / "relations.csv") if r["person_id"] == lin.get("person_id")]
    kin.sort(key=lambda row: row["kind"] != "spouse")
    relative = next((row["relative_id"] for row in kin), "")
    ward, street = lin.get("unit_id", ""), contact.get("unit_id", "")

    def of(unit: str, *, nth: int = 0, profession: str = "") -> str:
        """The nth plain member of a unit of that name or number, else nobody."""
        number = units.get(unit, unit)
        found = [
            row["person_id"]
            for row in people
            if row["unit_id"] == number
            and row["is_leader"] == "false"
            and profession in ("", row["profession"])
            and row["person_id"] not in (lin.get("person_id"), contact.get("person_id"))
        ]
        return found[nth] if nth < len(found) else ""

    for name, role, organ in (
        ("demo-organisation", Role.ORGANISATION, "市委组织部"),
        ("demo-health", Role.HEALTH, "市卫生健康委员会"),
        ("demo-school", Role.SCHOOL, "市教育局"),
        ("demo-supplies", Role.SUPPLIES, "市工业和信息化局"),
        ("demo-publicity", Role.PUBLICITY, "市委宣传部"),
    ):
        yield Cast(name, role, of(organ))
    yield Cast("demo-finance", Role.FINANCE, of("市财政局"))
    yield Cast("demo-approver", Role.FINANCE, of("市财政局", nth=1))
    yield Cast("demo-head-nurse", Role.HEAD_NURSE, of(ward, profession="nurse"), ward)
    yield Cast("demo-unit-hr", Role.UNIT_HR, of(ward, profession="administrator"), ward)
    yield Cast("demo-community", Role.COMMUNITY, contact.get("person_id", ""), street)
    yield Cast("demo-worker", Role.WORKER, lin.get("person_id", ""), ward)
    yield Cast("demo-family", Role.FAMILY, relative)
    for role in (
        *(Role.AUDITOR, Role.DRAFTER),
        *(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN),
    ):
        yield Cast(f"demo-{role.replace('_', '-')}", role)


def _named(people: Rows, name: str) -> Mapping[str, str]:
    return next((row for row in people if row["name"] == name), {})
