"""Files handed in through the page: kept in the home folder, worked on beside the requests.

One thread works on one file and holds an advisory lock on it. A killed process loses the lock
and its transaction: then the file stands as broken off, with nothing written.
"""

from __future__ import annotations

import json
import logging
import shutil
import threading
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, closing
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import OperationalError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.errors import QueryCanceled

from nuanxin.domains import locks
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.intake import lines
from nuanxin.domains.intake.models import Upload
from nuanxin.domains.intake.reading import KINDS
from nuanxin.domains.intake.services import Stopped, Taken, take
from nuanxin.domains.intake.words import file_trouble
from nuanxin.domains.seals.files import opened_file, write_sealed
from nuanxin.facts.errors import FactsError

LARGEST = 200 * 1024**2
"""Bytes of a file taken through the page; larger ones go by the command."""
Work = Literal["reading", "writing"]
log = logging.getLogger(__name__)


def receive(file: UploadedFile[Any], *, who: str, why: str) -> Upload:
    """Keep a file and begin to read it; Refusal when it cannot be taken."""
    name = Path(file.name or "").name.replace("\0", "")
    kind = Path(name).suffix.lower()
    if not why.strip():
        raise Refusal("请写明为什么登记", "say why it is recorded")
    if kind not in KINDS:
        kinds = "、".join(KINDS)
        raise Refusal(
            f"“{name}”不是我们能读的文件；可以交 {kinds}",
            f"{name} is no file we read; hand in one of {', '.join(KINDS)}",
        )
    if (file.size or 0) > LARGEST:
        raise Refusal("文件大于 200 MB；请分成几份", "the file is over 200 MB; cut it up")
    upload = Upload.objects.create(name=name[:200], who=who, why=why.strip()[:500])
    path = file_of(upload)
    path.parent.mkdir(parents=True)
    upload.file_key = write_sealed(file.chunks(), path)
    upload.save(update_fields=["file_key"])
    start(upload, "reading")
    return upload


def file_of(upload: Upload) -> Path:
    """Where the file of an upload is kept, sealed."""
    kind = Path(upload.name).suffix.lower()
    return Path(settings.HOME) / "uploads" / str(upload.pk) / f"file{kind}"


def opened(upload: Upload) -> AbstractContextManager[Path]:
    """The file of an upload to read from, within a ``with``."""
    return opened_file(file_of(upload), upload.file_key)


def start(upload: Upload, work: Work) -> None:
    """Begin to read or write a file, in a thread of its own."""
    Upload.objects.filter(pk=upload.pk).update(
        state="waiting", step="", share=0, stop_asked=False, failure=None
    )
    thread = threading.Thread(target=_in_thread, args=(upload.pk, work), daemon=True)
    transaction.on_commit(thread.start)


def stop(upload: Upload) -> None:
    """Ask the work on a file to stop, and cut short what the database does for it."""
    Upload.objects.filter(pk=upload.pk).update(stop_asked=True)
    locks.cut_short(locks.UPLOAD, upload.pk)


def forget(upload: Upload) -> None:
    """Remove a file and what was understood of it; what was written stays."""
    shutil.rmtree(file_of(upload).parent, ignore_errors=True)
    upload.delete()


def is_alive(upload: Upload) -> bool:
    """Whether somebody works on the file."""
    return locks.is_held(locks.UPLOAD, upload.pk)


def _in_thread(upload_id: int, work: Work) -> None:
    try:
        do(upload_id, work)
    except Exception:
        log.exception("upload %s", upload_id)
    finally:
        connections.close_all()


def do(upload_id: int, work: Work) -> None:
    """Read or write a file here and now; does nothing while somebody else works on it."""
    with locks.held(locks.UPLOAD, upload_id) as is_ours:
        if not is_ours:
            return
        with closing(connections.create_connection("default")) as side:
            # DuckDB asks for the rows of a sheet, and so for progress, from a thread of its own.
            side.inc_thread_sharing()
            _work(Upload.objects.get(pk=upload_id), work, side)


def _work(upload: Upload, work: Work, side: BaseDatabaseWrapper) -> None:
    def tell(step: str, share: int) -> None:
        values = {"state": work, "step": step, "share": share}
        if _update(side, upload, values, returning="stop_asked"):
            raise Stopped

    try:
        tell("", 0)
        taken = _take(upload, work, tell)
    except (Stopped, OperationalError) as error:
        if isinstance(error, OperationalError) and not isinstance(error.__cause__, QueryCanceled):
            _fail(
                side, upload, "数据库断开了；请稍后再试", "the database went away; try again later"
            )
            raise
        _update(side, upload, {"state": "stopped"})
    except FactsError as error:
        trouble = file_trouble(error)
        _fail(side, upload, trouble.zh, trouble.en)
    except Refusal as error:
        _fail(side, upload, error.text.zh, error.text.en)
    except Exception:
        _fail(
            side,
            upload,
            "这个文件让程序出了错；什么也没有写入，错误已记下",
            "this file made the program fail; nothing was written, the error is on record",
        )
        raise
    else:
        _finish(upload, taken, "read" if work == "reading" else "written")


def _take(upload: Upload, work: Work, tell: Callable[[str, int], None]) -> Taken:
    def written(taken: Taken) -> None:
        Upload.objects.filter(pk=upload.pk).update(state="written", change=taken.change)

    with opened(upload) as file:
        return take(
            [file],
            who=upload.who,
            why=upload.why,
            dry_run=work == "reading",
            with_lines=True,
            names=[upload.name],
            on_step=tell,
            on_written=written,
        )


def _finish(upload: Upload, taken: Taken, state: str) -> None:
    lines.store(upload, taken)
    upload.counts = {**asdict(taken.counts), "read": taken.read, "refused_rows": taken.refused}
    upload.sheets = [_sheet(one) for one in taken.sheets] + [
        {"file": one.file, "rows": one.rows, "zh": one.reason.zh, "en": one.reason.en}
        for one in taken.unread
    ]
    upload.state, upload.share, upload.change = state, 100, taken.change
    upload.save(update_fields=["counts", "sheets", "state", "share", "change"])


def _sheet(one: Any) -> dict[str, Any]:
    return {
        "file": one.file,
        "table": one.table,
        "read": one.read,
        **asdict(one.counts),
        "headings": [asdict(heading) for heading in one.headings],
        "ignored": list(one.ignored),
    }


def _fail(side: BaseDatabaseWrapper, upload: Upload, zh: str, en: str) -> None:
    _update(side, upload, {"state": "failed", "failure": json.dumps({"zh": zh, "en": en})})


def _update(
    side: BaseDatabaseWrapper, upload: Upload, values: dict[str, Any], returning: str = "id"
) -> Any:
    """Write beside the running transaction, so that the page sees it at once."""
    names: Iterable[str] = values
    assigned = ", ".join(f"{name} = %s" for name in names)
    with side.cursor() as cursor:
        cursor.execute(
            f"update intake_upload set {assigned} where id = %s returning {returning}",
            [*values.values(), upload.pk],
        )
        row = cursor.fetchone()
    return row[0] if row else None
