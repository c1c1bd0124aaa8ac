"""A file to be put here. What it is called on somebody's device is nobody's business."""

from typing import Any

from django import forms

from hub.ui.forms.bound import Bound
from hub.ui.forms.fields import HubField


class File(HubField):
    """One file. Its page's form has `enctype="multipart/form-data"` and gets `files=`.

    Cleans to what was uploaded, or None. `accept` names the types offered first when choosing;
    whoever judges the file looks at its bytes.
    """

    widget = forms.FileInput
    component = "file-upload"

    def __init__(self, *, accept: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.accept = accept

    def blank(self, raw: Any) -> bool:
        """Whether no file was chosen; an empty one was."""
        return raw is None

    def options(self, bound: Bound) -> dict[str, Any]:
        """What the input is told. A browser never fills it in again."""
        return bound.common() | {"attributes": {"accept": self.accept} if self.accept else {}}
