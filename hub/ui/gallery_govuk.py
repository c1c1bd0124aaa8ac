"""Examples of the GOV.UK components we use outside forms."""

from typing import Any

GOVUK_EXAMPLES: dict[str, dict[str, dict[str, Any]]] = {
    "button": {
        "Main": {"text": "Save and continue", "preventDoubleClick": True},
        "Second": {"text": "Save as a draft", "classes": "govuk-button--secondary"},
        "Warning": {"text": "Close the plan", "classes": "govuk-button--warning"},
    },
    "details": {
        "Closed": {
            "summaryText": "What the lead professional does",
            "text": "Keeps the plan going and is the one person the family can ring.",
        }
    },
    "inset-text": {"Plain": {"text": "The family has agreed to share this with two agencies."}},
    "notification-banner": {
        "Important": {"text": "Dylan turns 16 on 14 September.", "titleId": "banner-important"},
        "Success": {"text": "Saved.", "type": "success", "titleId": "banner-success"},
    },
    "summary-list": {
        "Check your answers": {
            "rows": [
                {
                    "key": {"text": "Name"},
                    "value": {"html": "<bdi>أمينة يوسف</bdi>"},
                    "actions": {
                        "items": [
                            {"href": "#name", "text": "Change", "visuallyHiddenText": "the name"}
                        ]
                    },
                },
                {
                    "key": {"text": "Date of birth"},
                    "value": {"text": "30 January 1989"},
                    "actions": {
                        "items": [
                            {"href": "#born", "text": "Change", "visuallyHiddenText": "the date"}
                        ]
                    },
                },
            ]
        }
    },
    "table": {
        "With numbers": {
            "caption": "Families by agency",
            "captionClasses": "govuk-table__caption--m",
            "head": [{"text": "Agency"}, {"text": "Families", "format": "numeric"}],
            "rows": [
                [{"text": "Home from Home"}, {"text": "12", "format": "numeric"}],
                [{"text": "Eastfield Primary School"}, {"text": "4", "format": "numeric"}],
            ],
        }
    },
    "tag": {"Grey": {"text": "Held back", "classes": "govuk-tag--grey"}},
    "task-list": {
        "Parts of a form": {
            "idPrefix": "parts",
            "items": [
                {
                    "title": {"text": "Who is in the family"},
                    "href": "#who",
                    "status": {"text": "Done"},
                },
                {
                    "title": {"text": "Agreement"},
                    "href": "#agreement",
                    "status": {"tag": {"text": "Not started", "classes": "govuk-tag--blue"}},
                },
            ],
        }
    },
    "warning-text": {
        "Plain": {"text": "Closing the plan cannot be undone.", "iconFallbackText": "Warning"}
    },
}
