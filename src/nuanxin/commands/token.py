"""``nuanxin token``: keys for the systems of units."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from nuanxin.commands.shared import Refused, in_live_city, print_json
from nuanxin.domains.access.roles import Role

if TYPE_CHECKING:
    from nuanxin.domains.actor import Actor
    from nuanxin.domains.api.models import Token

app = typer.Typer(help="Keys with which units' systems ask the API.", no_args_is_help=True)
By = Annotated[str, typer.Option(help="the account of the security administrator who does it")]


@app.command("create")
def create(
    name: Annotated[str, typer.Argument(help="of the system, as his-u00085")],
    by: By,
    role: Annotated[str, typer.Option(help="the role, as finance or unit_hr")],
    until: Annotated[str, typer.Option(help="last day YYYY-MM-DD")],
    purpose: Annotated[str, typer.Option(help="what for")],
    unit: Annotated[str, typer.Option(help="the unit's number; else the whole city")] = "",
    per_minute: Annotated[int, typer.Option(help="how many requests a minute", min=1)] = 600,
) -> None:
    """Make a token and print it, once; only its digest is kept.

    Example: nuanxin token create his-u00085 --by anquan --role unit_hr --unit U00085
    --until 2021-01-31 --purpose 考勤对接
    """
    if role not in list(Role):
        raise Refused(f"--role {role}: expected one of {', '.join(Role)}")
    try:
        last = date.fromisoformat(until)
    except ValueError:
        raise Refused(f"--until {until}: expected a date YYYY-MM-DD") from None
    with _open(by) as actor:
        from nuanxin.domains.api import tokens

        made, key = tokens.make(
            name,
            Role(role),
            actor,
            unit_id=unit,
            purpose=purpose,
            until=last,
            per_minute=per_minute,
        )
        typer.echo(f"{made.name}: {Role(role).text.zh} {Role(role).text.en}, until {last}")
        typer.echo(f"send it as Authorization: Bearer; it is not shown again:\n  {key}")


@app.command("list")
def list_(
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """List the tokens: role, unit, last day, last use. Example: nuanxin token list --json"""
    with in_live_city():
        from nuanxin.domains.api import tokens

        told = [_told(one) for one in tokens.every()]
    if json:
        print_json({"tokens": told})
    for one in [] if json else told:
        typer.echo("  ".join(str(value) for value in one.values()))


@app.command("revoke")
def revoke(name: Annotated[str, typer.Argument(help="of the system")], by: By) -> None:
    """Take a token back for good. Example: nuanxin token revoke his-u00085 --by anquan"""
    with _open(by) as actor:
        from nuanxin.domains.api import tokens

        typer.echo(f"{tokens.revoke(name, actor).name}: revoked")


def _told(one: Token) -> dict[str, object]:
    worn = one.membership
    return {
        "name": one.name,
        "role": worn.role,
        "unit": worn.unit_id or "city",
        "purpose": worn.purpose,
        "until": str(worn.until),
        "used": f"{one.used_at:%Y-%m-%d %H:%M}" if one.used_at else "never",
        "made_by": one.made_by,
        "state": "revoked" if one.revoked_at else "valid",
    }


@contextmanager
def _open(by: str) -> Iterator[Actor]:
    """The security administrator of that name, at the live city."""
    with in_live_city():
        from django.utils import timezone

        from nuanxin.domains.access.models import Membership
        from nuanxin.domains.actor import Actor

        worn = Membership.objects.filter(
            account__name=by, account__is_active=True, role=Role.SECURITY_ADMIN
        )
        if not any(one.holds_on(timezone.localdate()) for one in worn):
            raise Refused(f"--by {by}: no security administrator has that account")
        yield Actor(id=by, role=Role.SECURITY_ADMIN, account=by)
