"""Saving what was typed over a row: saved, refused with the reason, or told that both wrote."""

from collections.abc import Callable
from typing import Any

from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile
from hub.ui.forms import Form
from hub.web.staff.plans import shown


def save(
    form: Form, file: FamilyFile, row: Any, change: Callable[..., Any]
) -> tuple[bool, dict[str, Any] | None]:
    """Whether the form was saved, and both texts when somebody else was quicker.

    A refusal becomes an error of the form. After a conflict the form carries the version that
    stands, so that posting it again is a choice made with both texts in sight.
    """
    if not form.is_valid():
        return False, None
    try:
        change(version=form.version or 0, now=clock.now())
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False, None
    except Conflict as told:
        form.version = told.version
        return False, shown.conflict(file, row, told)
    return True, None
