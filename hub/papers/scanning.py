"""The check for viruses, where an authority has set one up (`HUB_PAPER_SCANNER`)."""

import shlex
import subprocess
from typing import Final

from django.conf import settings

from hub.kernel.decisions import NotAllowed

PATIENCE: Final = 30.0  # seconds
FOUND: Final = "The check for viruses found something in this file, so it was not kept."
NOT_CHECKED: Final = (
    "The file could not be checked for viruses just now, so it was not kept. Try again, and ring "
    "the hub if it does not help."
)


def is_on() -> bool:
    """Whether files are checked here."""
    return bool(settings.PAPER_SCANNER)


def check(data: bytes) -> bool:
    """Check a file; gives whether there is a check at all.

    Raises NotAllowed when something was found, and when the check itself failed: then nobody
    knows. The command gets the file on its input and never a name.
    """
    if not is_on():
        return False
    try:
        done = subprocess.run(  # noqa: S603 - the command is the authority's own setting
            shlex.split(settings.PAPER_SCANNER),
            input=data,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise NotAllowed(NOT_CHECKED) from error
    if done.returncode not in (0, 1):
        raise NotAllowed(NOT_CHECKED)
    if done.returncode:
        raise NotAllowed(FOUND)
    return True
