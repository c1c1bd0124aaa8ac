"""Duplicates among more people than one machine holds: the stages of `find`, on Spark.

The same keys, weights, comparison and judging over people who are spread over machines; what is
sent to all of them is how common names are, and the priors. Each stage that takes long is kept
until the end (`folder.py`).
"""

import csv
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np

from hub.matching.batch import blocking, common, rounds, stages
from hub.matching.batch.find import HEAD, KEPT
from hub.matching.batch.folder import kept, mark
from hub.matching.batch.judging import Priors
from hub.matching.batch.rounds import Counted
from hub.matching.batch.session import session
from hub.matching.batch.stages import Common
from hub.matching.rules.odds import weights
from hub.matching.trying.files import numbered, twice, written

_PORTION: Final = 50_000  # people in one file that is read by one process
_READY: Final = (
    "place int, number int, rec_id string, home string, given string, surname string, text string"
)
_STANDS: Final = ("place", "file", "many", "alike", "text")
_BOTH: Final = ("one", "other", "here", "there")
_TWO: Final = "one int, other int, here int, there int"
_TOLD: Final = "a int, b int, same float, own float, shared float"
Say = Callable[[str], None]
Table = Any  # a DataFrame of Spark, which is not installed where this is checked
Rows = Callable[[Iterator[Any]], Iterator[Any]]


def duplicates(people: Path, out: Path, *, master: str, folder: Path, say: Say) -> int:
    """Write the probable pairs of a file as `find.duplicates` does, worked out on Spark; say how
    many. Raises BadFile and SparkTrouble."""
    of = mark(people, weights())
    with (
        kept(folder, of, say=say) as work,
        written(out) as file,
        session(master, work) as spark,
    ):
        found = _Run(spark, work, say).found(people)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEAD)
        many = 0
        for many, (left, right, chance) in enumerate(found.toLocalIterator(), 1):  # noqa: B007
            writer.writerow((left, right, f"{chance:.6f}"))
    return many


class _Run:
    """The stages of one run, in order; each knows the one before."""

    def __init__(self, spark: Any, work: Path, say: Say) -> None:
        """Takes Spark and the folder of the run."""
        from pyspark.sql import functions

        self.spark, self.work, self.say, self.sql = spark, work, say, functions

    def found(self, path: Path) -> Table:
        """Ids of two and their chance, the likeliest first. Raises BadFile."""
        people = self._stage("people", lambda: self._people(path))
        row = people.selectExpr(
            "count(*)", "count_if(place = file)", "coalesce(sum(if(many > 1, 1, 0)), 0)"
        ).first()
        many, files, shared = row
        self.say(f"{many:,} people in {files:,} files.")
        among = self.spark.sparkContext.broadcast(self._common(people, many))
        pairs = self._stage("pairs", lambda: self._pairs(people))
        compared = self._stage(
            "compared", lambda: self._compared(people, pairs, among, rounds.enough(files))
        )
        likely = self._stage("likely", lambda: self._likely(compared, files))
        whole = self._stage("whole", lambda: self._whole(people, likely, among))
        return self._with_ids(
            people, self._stage("judged", lambda: self._judged(whole, files, shared))
        )

    def _stage(self, name: str, made: Callable[[], Table]) -> Table:
        """What a stage makes, from its files; made when they are not there whole."""
        path, began = self.work / name, time.monotonic()
        if (path / "_SUCCESS").exists():
            self.say(f"{name}: was finished before.")
        else:
            made().write.mode("overwrite").parquet(f"file://{path}")
            self.say(f"{name}: {time.monotonic() - began:.0f} s.")
        return self.spark.read.parquet(f"file://{path}")

    def _made(self, rows: Any, schema: str) -> Table:
        return self.spark.createDataFrame(rows, schema, verifySchema=False)

    def _ready(self, path: Path) -> Table:
        """Everybody as they are compared, with the names that are counted."""
        folder = self.work / "lines"
        _write_lines(path, folder)
        lines = self.spark.sparkContext.textFile(f"file://{folder}", self._many())
        return self._made(lines.mapPartitions(stages.prepared), _READY)

    def _people(self, path: Path) -> Table:
        """Everybody with their file, and how many are called the same."""
        ready = self._stage("ready", lambda: self._ready(path))
        shutil.rmtree(self.work / "lines", ignore_errors=True)
        again = (
            ready.groupBy("rec_id")
            .agg(self.sql.sort_array(self.sql.collect_list("number")).alias("rows"))
            .where("size(rows) > 1")
            .selectExpr("min(rows[1])")
            .first()[0]
        )
        if again is not None:
            raise twice(path, again)
        homes = ready.groupBy("home").agg(
            self.sql.min("place").alias("file"),
            self.sql.expr("cast(count(*) as int)").alias("many"),
        )
        names = (
            ready.where("given != '' and surname != ''")
            .groupBy("given", "surname")
            .agg(self.sql.expr("cast(count(*) as int)").alias("alike"))
            .where(f"alike > {common.ALIKE}")
        )
        return (
            ready.join(homes, "home")
            .join(names, ["given", "surname"], "left")
            .fillna(0, ["alike"])
            .select(*_STANDS, "rec_id", "given", "surname")
        )

    def _many(self) -> int:
        return int(self.spark.sparkContext.defaultParallelism) * 4

    def _common(self, people: Table, many: int) -> Common:
        """How common names are; those few have stay where they are."""
        given, surname = (
            people.groupBy(name).count().where(f"count >= {common.LISTED}").collect()
            for name in ("given", "surname")
        )
        return Common(many, common.frequencies(many, given, surname), weights())

    def _pairs(self, people: Table) -> Table:
        """Who is worth comparing: pairs whose keys weigh enough."""
        keys = self._made(
            people.select("place", "text").rdd.mapPartitions(stages.keys),
            "place int, keys array<int>",
        )
        most = blocking.MOST
        heavy = blocking.weights(np.arange(1, most + 1, dtype=np.float32)).tolist()
        weight = self.sql.array(*map(self.sql.lit, heavy))[self.sql.expr("size(who) - 1")]
        return (
            keys.select(self.sql.explode("keys").alias("key"), "place")
            .groupBy("key")
            .agg(self.sql.sort_array(self.sql.collect_list("place")).alias("who"))
            .where(self.sql.size("who").between(2, most))
            .select(self.sql.posexplode("who").alias("at", "a"), "who", weight.alias("weight"))
            .selectExpr("a", f"explode(slice(who, at + 2, {most})) as b", "weight")
            .groupBy("a", "b")
            .agg(self.sql.sum("weight").alias("weight"))
            .where(f"weight >= {blocking.LEAST}")
            .select("a", "b")
        )

    def _compared(self, people: Table, pairs: Table, among: Any, least: float) -> Table:
        here, there = (
            people.selectExpr(*(f"{name} as {end}_{name}" for name in _STANDS)) for end in "ab"
        )
        both = pairs.join(here, self.sql.expr("a = a_place")).join(
            there, self.sql.expr("b = b_place")
        )
        rows = both.select(*(f"{end}_{name}" for end in "ab" for name in _STANDS)).rdd

        def work(some: Iterator[Any]) -> Iterator[Any]:
            cut = len(_STANDS)
            return stages.compared(((row[:cut], row[cut:]) for row in some), among.value, least)

        return self._made(rows.mapPartitions(work), f"{_TWO}, {_TOLD}")

    def _likely(self, compared: Table, files: int) -> Table:
        """Two files with all their pairs compared so far, where they are perhaps of one family."""
        told = self.sql.collect_list(self.sql.struct("a", "b", "same", "own", "shared"))
        rows = compared.groupBy(*_BOTH).agg(self.sql.sort_array(told)).rdd
        return self._files(rows.mapPartitions(lambda some: stages.likely(some, files)))

    def _files(self, rows: Any) -> Table:
        return self._made(rows, f"{_TWO}, pairs array<struct<{_TOLD}>>")

    def _whole(self, people: Table, likely: Table, among: Any) -> Table:
        """The same with all their pairs, where they are narrow."""
        narrow = f"one != other and greatest(here, there) <= {rounds.WIDEST}"
        homes = (
            people.where(f"many <= {rounds.WIDEST}")
            .groupBy("file")
            .agg(self.sql.sort_array(self.sql.collect_list(self.sql.struct(*_STANDS))).alias("who"))
        )
        rows = (
            likely.where(narrow)
            .join(homes.selectExpr("file as one", "who as left"), "one")
            .join(homes.selectExpr("file as other", "who as right"), "other")
            .select(*_BOTH, "pairs", "left", "right")
        ).rdd

        def work(some: Iterator[Any]) -> Iterator[Any]:
            cut = len(_BOTH) + 1
            return stages.whole(((row[:cut], *row[cut:]) for row in some), among.value)

        return self._files(rows.mapPartitions(work)).union(likely.where(f"not ({narrow})"))

    def _judged(self, whole: Table, files: int, shared: int) -> Table:
        """The chance of each pair, by priors learnt in rounds."""
        priors = Priors()
        for _ in range(rounds.ROUNDS - 1):
            counted = whole.rdd.mapPartitions(_counting(files, priors)).fold(
                Counted(), Counted.more
            )
            priors = rounds.learnt(Counted(*counted), files, shared)
        rows = whole.rdd.mapPartitions(lambda some: stages.judged(some, files, priors, KEPT))
        return self._made(rows, "a int, b int, chance double")

    def _with_ids(self, people: Table, judged: Table) -> Table:
        here, there = (people.selectExpr(f"place as {end}", f"rec_id as {end}_id") for end in "ab")
        order = self.sql.desc("chance"), "a", "b"
        found = judged.join(here, "a").join(there, "b").orderBy(*order)
        return found.select("a_id", "b_id", "chance")


def _counting(files: int, priors: Priors) -> Rows:
    return lambda some: iter([stages.counted(some, files, priors)])


def _write_lines(people: Path, folder: Path) -> None:
    """Everybody as lines, so many in a file, so that nobody holds them all. Raises BadFile."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    file = (folder / "part-0").open("x", encoding="ascii")
    try:
        for place, (number, one) in enumerate(numbered(people, needed=frozenset({"rec_id"}))):
            if place and place % _PORTION == 0:
                file.close()
                file = (folder / f"part-{place}").open("x", encoding="ascii")
            file.write(stages.line(place, number, one) + "\n")
    finally:
        file.close()
