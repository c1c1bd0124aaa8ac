"""Forms that speak like a person and draw themselves: what pages import.

class ClosePlan(forms.Form):
    on = forms.DateParts(
        label="When did the plan close?", called="The date the plan closed",
        required="Enter the date the plan closed", when="today or past",
    )
"""

from hub.ui.forms.choices import Checkboxes, Choice, Radios, Select, Tick, YesNo, choose
from hub.ui.forms.date_fields import DateParts, PartialDate
from hub.ui.forms.fields import (
    Email,
    Hidden,
    Password,
    Search,
    Telephone,
    Text,
    TextArea,
    WholeNumber,
)
from hub.ui.forms.files import File
from hub.ui.forms.parts import Form, Part, error_summary
from hub.ui.forms.repeated import Repeated

__all__ = [
    "Checkboxes",
    "Choice",
    "DateParts",
    "Email",
    "File",
    "Form",
    "Hidden",
    "Part",
    "PartialDate",
    "Password",
    "Radios",
    "Repeated",
    "Search",
    "Select",
    "Telephone",
    "Text",
    "TextArea",
    "Tick",
    "WholeNumber",
    "YesNo",
    "choose",
    "error_summary",
]
