"""Random worlds against an oracle of the rules, as many as asked for, until one differs.

The same test as bin/test runs small: what everybody sees on pages and in tables is what the rules
say. Stops at the first difference and tells the smallest world that shows it; carry on behind it
with `--from`. `--every` asks each page as everybody, of every family.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEST = "tests/worlds/test_worlds.py::test_what_anybody_sees_of_a_random_world_is_what_the_rules_say"


def main() -> int:
    """Play them; gives pytest's exit code."""
    parser = argparse.ArgumentParser(prog="bin/bench worlds", description=__doc__)
    parser.add_argument("--worlds", type=int, default=10_000, help="how many")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first one's seed")
    parser.add_argument("--asks", type=int, default=10, help="pages asked in each")
    parser.add_argument("--at-once", type=int, default=2, help="processes")
    parser.add_argument("--every", action="store_true", help="every page as everybody; slow")
    asked = parser.parse_args()
    print(f"seeds {asked.first} to {asked.first + asked.worlds - 1}", flush=True)
    settings = {
        "HUB_WORLDS": str(asked.worlds),
        "HUB_WORLDS_FROM": str(asked.first),
        "HUB_WORLDS_ASKS": "0" if asked.every else str(asked.asks),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    # A difference ends it; -v says when each part is done, -rP how fast it was.
    shared = ["-n", str(asked.at_once), "--maxfail=1"]
    command = [sys.executable, "-m", "pytest", "-v", "--tb=short", "-rP", *shared, TEST]
    return subprocess.run(command, cwd=ROOT, env=os.environ | settings, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
