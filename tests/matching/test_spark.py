"""`bin/hub match duplicates` on Spark: what it says when it cannot, what it keeps, and that it
finds what one machine finds."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command, execute_from_command_line

from benchmarks.matching.duplicates import write_people
from benchmarks.matching.spark import differences
from hub.matching.batch import folder, session
from hub.matching.batch.session import SparkTrouble
from hub.matching.rules.odds import weights
from hub.matching.trying.files import PEOPLE, BadFile
from tests.matching.test_duplicates import FAMILY
from tests.matching.test_evaluate import write
from tests.matching.test_stages import found_here, read

ROOT = Path(__file__).resolve().parents[2]
HERE = "local[2]"
with_spark = pytest.mark.skipif(
    find_spec("pyspark") is None, reason="pyspark is not installed (requirements/national.txt)"
)


@pytest.fixture
def ask(tmp_path: Path, settings: Any) -> Callable[[str], None]:
    """Look for duplicates in a file at this Spark master."""
    path = write(tmp_path / "people.csv", PEOPLE, FAMILY)

    def _ask(master: str) -> None:
        settings.HUB_MATCHING_SPARK = master
        settings.HUB_MATCHING_SPARK_FOLDER = ""
        out = str(tmp_path / "pairs.csv")
        call_command("match", "duplicates", "--people", str(path), "--out", out)

    return _ask


@pytest.fixture
def without_pyspark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)


@pytest.fixture
def with_empty_pyspark(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A package of that name, for what is asked before it is used."""
    (tmp_path / "packages" / "pyspark").mkdir(parents=True)
    (tmp_path / "packages" / "pyspark" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path / "packages")


def test_without_pyspark_it_is_one_sentence_and_leaves_no_file(
    ask: Callable[[str], None], without_pyspark: None, tmp_path: Path
) -> None:
    with pytest.raises(CommandError) as stopped:
        ask(HERE)

    assert str(stopped.value) == (
        "HUB_MATCHING_SPARK is set and pyspark is not installed:"
        " .venv/bin/pip install --require-hashes -r requirements/national.txt does."
    )
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


def test_the_exit_code_is_1_and_nothing_but_the_sentence_is_printed(
    settings: Any, without_pyspark: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.HUB_MATCHING_SPARK = HERE
    words = ["--people", str(tmp_path / "people.csv"), "--out", str(tmp_path / "pairs.csv")]
    with pytest.raises(SystemExit) as left:
        execute_from_command_line(["bin/hub", "match", "duplicates", *words])

    assert left.value.code == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("home", ["set", "not set"])
def test_without_java_it_is_one_sentence(
    ask: Callable[[str], None],
    with_empty_pyspark: None,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    home: str,
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    if home == "not set":
        monkeypatch.delenv("JAVA_HOME")
        monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match="there is no Java: install Java 17 or later"):
        ask(HERE)


@pytest.mark.parametrize("master", ["lokal[2]", "local[two]", "spark://", "http://spark:7077"])
def test_what_is_no_address_is_one_sentence(ask: Callable[[str], None], master: str) -> None:
    with pytest.raises(CommandError, match="is no address of a Spark master, such as local"):
        ask(master)


def test_several_machines_need_a_folder_that_all_see(tmp_path: Path) -> None:
    with pytest.raises(SparkTrouble, match="HUB_MATCHING_SPARK_FOLDER is not set"):
        session.where("spark://one:7077", "", tmp_path)
    assert session.where("spark://one:7077", "/shared", tmp_path) == Path("/shared")
    assert session.where(HERE, "", tmp_path) == tmp_path / "spark"


def test_the_benchmark_sees_a_pair_that_only_one_has_and_a_chance_that_is_another() -> None:
    one, other = {("a", "b"): 0.5, ("c", "d"): 0.9}, {("a", "b"): 0.75, ("d", "c"): 0.9}

    assert differences(one, other) == ({("c", "d"), ("d", "c")}, 0.25)
    assert differences(one, one) == (set(), 0.0)


Kept = Callable[..., Any]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """The folder of a run, by its mark."""
    return lambda mark="one", say=lambda _: None: folder.kept(tmp_path / "kept", mark, say=say)


def test_what_a_stopped_run_finished_is_there_again_and_deleted_at_the_end(kept: Kept) -> None:
    said: list[str] = []
    with pytest.raises(KeyboardInterrupt), kept(say=said.append) as own:
        (own / "ready").write_text("people")
        raise KeyboardInterrupt
    assert said == [f"What is finished is kept in {own}: start again to go on, or delete it."]
    (own / "scratch").mkdir()

    with kept() as own:
        assert (own / "ready").read_text() == "people"
        assert not (own / "scratch").exists()
    assert not own.exists()


def test_the_folder_is_for_its_owner_alone(kept: Kept) -> None:
    with kept() as own:
        for path in (own, own.parent):
            assert stat.S_IMODE(path.stat().st_mode) == 0o700


def test_what_another_run_finished_is_deleted_and_not_used(kept: Kept) -> None:
    with pytest.raises(KeyboardInterrupt), kept("one") as own:
        (own / "ready").touch()
        raise KeyboardInterrupt

    with kept("two") as own:
        assert not (own / "ready").exists()


def test_of_a_bad_file_nothing_is_kept(kept: Kept) -> None:
    with pytest.raises(BadFile), kept() as own:
        raise BadFile

    assert not own.exists()


def test_two_runs_in_one_folder_are_refused(kept: Kept) -> None:
    with kept(), pytest.raises(SparkTrouble, match="is in use by another search"), kept():
        pass


def test_a_folder_that_leads_elsewhere_is_refused(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "duplicates").symlink_to(tmp_path)

    with pytest.raises(SparkTrouble, match="is somebody else's"), kept():
        pass


def test_other_people_and_other_weights_are_another_run(tmp_path: Path) -> None:
    path = write(tmp_path / "people.csv", PEOPLE, FAMILY)
    before = folder.mark(path, weights())
    assert folder.mark(path, weights()) == before
    assert folder.mark(path, {}) != before
    write(path, PEOPLE, FAMILY[1:])
    assert folder.mark(path, weights()) != before
    with pytest.raises(BadFile, match=r"none\.csv cannot be read"):
        folder.mark(tmp_path / "none.csv", weights())


def start(path: Path) -> subprocess.Popen[str]:
    """The command on Spark, in a process of its own."""
    words = [
        "match",
        "duplicates",
        "--people",
        str(path),
        "--out",
        str(path.with_name("there.csv")),
    ]
    more = {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": str(ROOT),
        "TEST_SPARK": HERE,
        "TEST_SPARK_FOLDER": str(path.with_name("kept")),
    }
    code = (
        "import os, sys, django; django.setup()\n"
        "from django.conf import settings\n"
        "from django.core.management import execute_from_command_line as run\n"
        "settings.HUB_MATCHING_SPARK = os.environ['TEST_SPARK']\n"
        "settings.HUB_MATCHING_SPARK_FOLDER = os.environ['TEST_SPARK_FOLDER']\n"
        "run(['bin/hub', *sys.argv[1:]])"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, *words], cwd=ROOT, env=os.environ | more, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


@with_spark
def test_spark_finds_what_one_machine_finds_also_when_it_is_killed_on_the_way(
    tmp_path: Path,
) -> None:
    path = write_people(tmp_path, seed=3, many=800)
    kept = tmp_path / "kept" / "duplicates"
    first = start(path)
    until = time.monotonic() + 200
    while not (kept / "pairs" / "_SUCCESS").exists() and time.monotonic() < until:
        time.sleep(0.2)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    files = [path for path in kept.rglob("*") if path.is_file()]
    assert len(files) > 10
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    assert not (tmp_path / "there.csv").exists()

    second = start(path)
    said, _ = second.communicate(timeout=200)

    assert second.returncode == 0
    assert "people: was finished before." in said
    assert "pairs: was finished before." in said
    assert not kept.exists()
    here = found_here(path)
    assert len(here) > 50
    assert read(tmp_path / "there.csv") == pytest.approx(here, abs=1e-5)


@with_spark
@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [([], 0, "0 pairs are perhaps"), ([*FAMILY, FAMILY[1]], 1, "")],
)
def test_nobody_is_no_trouble_on_spark_and_an_id_twice_leaves_nothing(
    tmp_path: Path, rows: list[dict[str, str]], code: int, said: str
) -> None:
    run = start(write(tmp_path / "people.csv", PEOPLE, rows))

    assert said in run.communicate(timeout=200)[0]
    assert run.returncode == code
    assert not (tmp_path / "kept" / "duplicates").exists()
    assert (tmp_path / "there.csv").exists() == (code == 0)
