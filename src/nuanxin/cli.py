"""The ``nuanxin`` command: exit 0 done, 1 a check found something, 2 unusable input."""

from __future__ import annotations

import sys

import typer

# Typer carries its own copy of click and does not name the base of its usage errors.
from typer._click.exceptions import ClickException, NoArgsIsHelpError

from nuanxin.city import CityError
from nuanxin.commands import (
    account,
    audit,
    backup,
    bench,
    certificate,
    city,
    compare,
    doctor,
    evaluate,
    evidence,
    explain,
    keys,
    live,
    pack,
    person,
    roster,
    token,
    web,
    worker,
)
from nuanxin.commands.shared import Refused
from nuanxin.domains.seals.trouble import KeyTrouble
from nuanxin.engines.elsewhere import EngineMissing
from nuanxin.facts import FactsError
from nuanxin.planning.roster.errors import RosterError
from nuanxin.policy.parameters import NotInForce, UnknownParameter
from nuanxin.policy.reading import PackError

app = typer.Typer(
    name="nuanxin",
    help="暖心：把政策的每一句承诺变成可计算、可解释、可兑现的义务。"
    " Promises of a policy as obligations that are computed, explained and proved.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for module in (city, evaluate, explain, compare, live, web, worker, backup, evidence, doctor):
    module.register(app)
app.add_typer(pack.app, name="pack")
app.add_typer(audit.app, name="audit")
app.add_typer(account.app, name="account")
app.add_typer(keys.app, name="keys")
app.add_typer(person.app, name="person")
app.add_typer(token.app, name="token")
app.add_typer(roster.app, name="roster")
app.add_typer(certificate.app, name="certificate")
app.add_typer(bench.app, name="bench")


def main() -> None:
    """Run the command and exit."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command with these arguments and return its exit code; errors are one line."""
    try:
        code = app(args=arguments, prog_name="nuanxin", standalone_mode=False)
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        return _refuse("stopped")
    except NoArgsIsHelpError as error:
        return _refuse(f"name a command; {error.ctx.command_path} --help lists them")
    except ClickException as error:
        return _refuse(error.format_message())
    except (
        *(FactsError, CityError, PackError, NotInForce, UnknownParameter, Refused),
        *(EngineMissing, RosterError, KeyTrouble),
    ) as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"{error.filename or 'a file'}: {error.strerror or error}")
    except KeyboardInterrupt:
        return _refuse("stopped; nothing half-written was left")
    return code if isinstance(code, int) else 0


def _refuse(message: str) -> int:
    typer.echo(f"nuanxin: {' '.join(message.split())}", err=True)
    return 2
