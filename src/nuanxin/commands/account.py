"""``nuanxin account``: who may sign in."""

from __future__ import annotations

import getpass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from nuanxin.commands.shared import Refused, in_live_city
from nuanxin.domains.access.roles import Role

if TYPE_CHECKING:
    from nuanxin.domains.actor import Actor

app = typer.Typer(help="Accounts and the roles they hold.", no_args_is_help=True)


@app.command("create")
def create(
    name: Annotated[str, typer.Argument(help="the name to sign in with")],
    role: Annotated[str, typer.Option(help="the role, as finance or unit_hr")],
    unit: Annotated[str, typer.Option(help="the unit's number; else the whole city")] = "",
    person: Annotated[str, typer.Option(help="the person's number in the facts")] = "",
    purpose: Annotated[str, typer.Option(help="what for")] = "疫情防控工作",
    until: Annotated[str, typer.Option(help="last day YYYY-MM-DD; else open")] = "",
    address: Annotated[str, typer.Option(help="where the pages are")] = "http://127.0.0.1:8000",
) -> None:
    """Make an account with a role, and print the link that sets its password once.

    A name that is there already is given the role as well.
    Example: nuanxin account create sunli --role unit_hr --unit U00085
    """
    worn = _role(role)
    try:
        last = date.fromisoformat(until) if until else None
    except ValueError:
        raise Refused(f"--until {until}: expected a date YYYY-MM-DD") from None
    with in_live_city():
        link = _create(name, worn, unit, person, purpose, last)
    typer.echo(f"{name}: {worn.text.zh} {worn.text.en}")
    typer.echo(f"set the password once, within three days:\n  {address.rstrip('/')}{link}")


@app.command("reset")
def reset(
    name: Annotated[str, typer.Argument(help="the account")],
    why: Annotated[str, typer.Option(help="why")],
) -> None:
    """Take the second factor of an account away: its sessions end, its next sign-in sets one up.

    Pages do the same; this is for the security administrator's own device, lost.
    Example: nuanxin account reset sunli --why "phone lost"
    """
    with in_live_city():
        from nuanxin.domains.access import administration
        from nuanxin.domains.access.models import Account

        account = Account.objects.filter(name=name).first()
        if account is None:
            raise Refused(f"{name}: there is no such account")
        administration.reset(account, _by(), why)
    typer.echo(f"{name}: the next sign-in sets a second factor up")


def _role(told: str) -> Role:
    try:
        return Role(told)
    except ValueError:
        raise Refused(f"--role {told}: expected one of {', '.join(Role)}") from None


def _create(name: str, role: Role, unit: str, person: str, purpose: str, until: date | None) -> str:
    from django.db import transaction
    from django.utils import translation

    from nuanxin.domains.access import administration
    from nuanxin.domains.access.models import Account

    by = _by()
    # Links are Chinese, whatever language was spoken last in this process.
    with transaction.atomic(), translation.override("zh-hans"):
        account = Account.objects.filter(name=name).first()
        account = account or administration.make(name, by, purpose, person_id=person)
        administration.give(account, role, by, purpose, unit_id=unit, until=until)
        return administration.link(account, by, purpose)


def _by() -> Actor:
    """Whoever runs the command, by the name of their account on this machine."""
    from nuanxin.domains.actor import Actor

    return Actor(getpass.getuser(), role="command")
