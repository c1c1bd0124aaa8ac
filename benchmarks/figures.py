"""The figures of trust at full size: the same tests as bin/test runs small, with every number up.

Access and table matrices, the crawl, headers, lost updates, races, double posts, kills, audit,
tampering and log scrub. Takes hours; `--only tampering` runs the tests with that word.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHERE = ("tests/matrix", "tests/c3", "tests/audit", "tests/access", "tests/plans", "tests/database")


def main() -> int:
    """Run them; gives pytest's exit code."""
    parser = argparse.ArgumentParser(prog="bin/bench figures", description=__doc__)
    parser.add_argument("--only", default="", help="a word that the tests' names hold")
    asked = parser.parse_args()
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-v",
        "--tb=short",
        "-n",
        "2",
        "--durations=20",
        *WHERE,
    ]
    if asked.only:
        command += ["-k", asked.only]
    settings = {"HUB_TEST_SCALE": "full", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return subprocess.run(command, cwd=ROOT, env=os.environ | settings, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
