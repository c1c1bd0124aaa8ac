"""Families registered twice in one moment, at full size: the same tests as run small.

Two hundred pairs of one family worded differently, twenty of a hidden one, and one person by many
at once: two sessions and two connections whose transactions overlap, through the pages themselves.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
TESTS: Final = "tests/intake/test_same_family.py"


def main() -> int:
    """Run them; gives pytest's exit code."""
    argparse.ArgumentParser(prog="bin/bench races", description=__doc__).parse_args()
    command = [sys.executable, "-m", "pytest", "-v", "-s", "--tb=short", "--durations=5", TESTS]
    settings = {"HUB_TEST_SCALE": "full", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return subprocess.run(command, cwd=ROOT, env=os.environ | settings, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
