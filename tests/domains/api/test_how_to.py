"""The examples of docs/how-to/use-the-api.md, run as they stand against a server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from nuanxin.domains.access.roles import Role
from nuanxin.domains.intake import uploads
from nuanxin.domains.intake.models import Upload
from nuanxin.domains.ledger.models import Deed
from tests.domains.api.asking import key_of

PAGE = Path(__file__).parents[3] / "docs/how-to/use-the-api.md"
EXAMPLES = re.findall(r"^```sh\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.M | re.S)


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not here")
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("loaded", "unit_tree")
def test_the_examples_work(live_server: Any, tmp_path: Path, settings: Any) -> None:
    settings.HOME = tmp_path / "home"
    key = key_of(Role.UNIT_HR, unit_id="U1")
    environment = os.environ | {"NUANXIN": live_server.url, "TOKEN": key}
    told = [
        subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", example],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        for example in EXAMPLES
    ]
    # The file is read beside the request: the tables are emptied when that has ended.
    for _ in range(300):
        if Upload.objects.get().state == "read" and not uploads.is_alive(Upload.objects.get()):
            break
        time.sleep(0.1)
    assert [(one.returncode, one.stderr) for one in told] == [(0, "")] * len(EXAMPLES)
    assert "林晓岚 is still owed 8 days" in told[1].stdout
    assert Deed.objects.get().kind == "plan"
    assert '"name": "people.csv"' in told[-1].stdout + told[-1].stderr
