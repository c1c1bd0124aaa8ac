"""What gunicorn reads by itself in this folder: it looks whether the hub can be loaded at all."""

import subprocess
import sys
from typing import Any


def on_starting(server: Any) -> None:
    """End before anything listens, with code 1, where a setting cannot be used; the sentence has
    been said by then. Asked in a process of its own: workers load the hub each for itself."""
    looked = subprocess.run([sys.executable, "-m", "config.wsgi"], check=False)
    if looked.returncode:
        sys.exit(1)
