"""Spark as it is set up for a search for duplicates: what it needs, and what it must not do."""

import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

_ROOT: Final = Path(__file__).resolve().parents[3]
_MASTER: Final = re.compile(r"local(\[(\d+|\*)\])?|(spark|k8s)://\S+|yarn")
_HERE: Final = {
    "spark.driver.host": "127.0.0.1",  # one machine talks to nobody
    "spark.driver.bindAddress": "127.0.0.1",
}
_ALWAYS: Final = {
    "spark.ui.enabled": "false",  # its pages are open to whoever reaches the machine
    "spark.ui.showConsoleProgress": "false",
    "spark.eventLog.enabled": "false",
    "spark.io.encryption.enabled": "true",  # what is put aside between two stages
    "spark.hadoop.fs.permissions.umask-mode": "077",
    "spark.sql.autoBroadcastJoinThreshold": "-1",  # no table is sent whole to every machine
    "spark.executorEnv.PYTHONPATH": str(_ROOT),
}


class SparkTrouble(Exception):
    """Why it cannot be done on Spark, in one sentence."""


def possible(master: str) -> None:
    """Nothing, where Spark can be started for this address. Raises SparkTrouble."""
    if not _MASTER.fullmatch(master):
        raise SparkTrouble(
            f"HUB_MATCHING_SPARK: {master!r} is no address of a Spark master, such as local[2] or"
            " spark://host:7077."
        )
    if importlib.util.find_spec("pyspark") is None:
        raise SparkTrouble(
            "HUB_MATCHING_SPARK is set and pyspark is not installed:"
            " .venv/bin/pip install --require-hashes -r requirements/national.txt does."
        )
    home = os.environ.get("JAVA_HOME")
    if not (shutil.which("java", path=f"{home}/bin") if home else shutil.which("java")):
        raise SparkTrouble(
            "HUB_MATCHING_SPARK is set and there is no Java: install Java 17 or later"
            " (Debian: apt install openjdk-17-jre-headless)."
        )


def where(master: str, folder: str, data: Path) -> Path:
    """The folder for what is finished: the one that is set, else one beside the hub's own data.
    Raises SparkTrouble where there are other machines, which do not see that one."""
    if folder:
        return Path(folder).absolute()
    if not is_here(master):
        raise SparkTrouble(
            "HUB_MATCHING_SPARK_FOLDER is not set: name a folder that every machine of"
            f" {master} sees under the same path."
        )
    return data / "spark"


def is_here(master: str) -> bool:
    """Whether this machine is the only one."""
    return master.startswith("local")


@contextmanager
def session(master: str, work: Path) -> Iterator[Any]:
    """Spark, stopped at the end; what it puts aside on this machine stands in `work`. Raises
    SparkTrouble."""
    possible(master)
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("family-hub duplicates")
    settings = _ALWAYS | (_HERE | {"spark.local.dir": f"{work}/scratch"} if is_here(master) else {})
    for name, value in settings.items():
        builder = builder.config(name, value)
    with _for_its_owner_alone():
        try:
            spark = builder.getOrCreate()
        except (PySparkException, Py4JError) as error:
            raise SparkTrouble("Spark did not start; the reason stands above.") from error
        try:
            spark.sparkContext.setLogLevel("ERROR")
            yield spark
        except (PySparkException, Py4JError) as error:
            raise SparkTrouble("Spark stopped before the end; the reason stands above.") from error
        finally:
            with suppress(Py4JError, OSError):  # when Java was told to end before us
                spark.stop()


@contextmanager
def _for_its_owner_alone() -> Iterator[None]:
    """Every file made meanwhile, by Java and by its Pythons too."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
