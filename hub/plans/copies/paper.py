"""The plan taken out of the system on paper, which is written down (2.96)."""

from hub.audit import journal
from hub.audit.events import register
from hub.kernel.files import FamilyFile

register("plan.printed", "opened the plan to print it")


def printed(file: FamilyFile) -> None:
    """Write down that somebody has the plan before them as it goes on paper. Whether the browser
    then prints it nobody can know."""
    journal.record("plan.printed", actor=file.actor, family=file.family, purpose=file.purpose)
