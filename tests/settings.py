"""The hub's settings for tests: data and database of their own, never those of whoever runs them.

Nothing from the environment that names a real database, data folder or production reaches a test.
"""

import os
from pathlib import Path

from hub.database.programs import find

for name in ("DATABASE_URL", "OWNER_DATABASE_URL", "WORKER_DATABASE_URL", "HUB_PRODUCTION"):
    os.environ.pop(name, None)
os.environ.pop("HUB_MATCHING_SPARK", None)  # tests that mean it set it
_base = Path(os.environ.get("HUB_TEST_DATA") or Path(__file__).resolve().parents[1] / "var/test")
# One folder for each version of PostgreSQL, so that the same checkout is tested on both ends.
os.environ["HUB_DATA"] = str(_base.absolute() / f"pg{find().major}")
os.environ["HUB_POSTGRES_THROWAWAY"] = "1"
Path(os.environ["HUB_DATA"], "static").mkdir(parents=True, exist_ok=True)  # nothing collected

from config.settings import *  # noqa: E402, F403

DEBUG_DRAWING = True  # a template that asks the database fails its test
DEMONSTRATION = True  # so that the gallery and the list to sign in from are there to be tested
Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # noqa: F405 - else every page warns
