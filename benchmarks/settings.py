"""The hub's settings, with what a benchmark needs inside the server; its database is the county's.

Never for serving: every answer says how many queries it took.
"""

import os

os.environ.setdefault("HUB_DATABASE_NAME", "hub_county")

from config.settings import *  # noqa: F403
from config.settings import MIDDLEWARE as OURS

ROOT_URLCONF = "benchmarks.urls"
MIDDLEWARE = ["benchmarks.inside.Measured", *OURS]
