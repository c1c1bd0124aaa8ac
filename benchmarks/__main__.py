"""`bin/bench <name> [options]`: which benchmark to run, or all of them."""

import os
import runpy
import sys
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
NAMES: Final = {
    "pages": "every staff page on the county: queries, times, bytes, requests a second",
    "weight": "what a hundred thousand agreements and restrictions more change in a page",
    "door": "the door's functions in the database, at the county's size",
    "journal": "loading, sealing, verifying and appending lines",
    "matching": "who is already known: a million made-up people, beside three rivals; slow",
    "lookup": "one look-up as a whole request, alone and with eight at once, on the county",
    "enumeration": "10,000 look-ups by an enemy: whether hidden and absent can be told apart",
    "races": "two hundred families registered twice in one moment: one file each",
    "worlds": "random worlds against an oracle of the rules; 10,000 take hours",
    "figures": "the matrices, the crawl, races, kills and tampering at full size; takes hours",
}


def main(arguments: list[str]) -> int:
    """Run what was named; gives the exit code: 1 when a bound is not kept."""
    name, rest = (arguments[:1] or [""])[0], arguments[1:]
    there = [known for known in NAMES if _is_there(known)]
    if name != "all" and name not in there:
        print("bin/bench all, or one of:")
        for known in there:
            print(f"  bin/bench {known:8} {NAMES[known]}")
        return 0 if not name else 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
    quick = [known for known in there if known not in ("figures", "matching", "races", "worlds")]
    codes = [_run(known, rest) for known in (quick if name == "all" else [name])]
    return max(codes)


def _is_there(name: str) -> bool:
    return (HERE / f"{name}.py").exists() or (HERE / name / "__main__.py").exists()


def _run(name: str, rest: list[str]) -> int:
    from hub.database import cluster
    from hub.database.trouble import DatabaseTrouble

    print(f"\n== {name} ==", flush=True)
    before = sys.argv
    sys.argv = [f"bin/bench {name}", *rest]
    default = HERE.parent / "var"
    try:
        with cluster.in_use(Path(os.environ.get("HUB_DATA") or default).absolute()):
            runpy.run_module(f"benchmarks.{name}", run_name="__main__")
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)
    except DatabaseTrouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    finally:
        sys.argv = before
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
