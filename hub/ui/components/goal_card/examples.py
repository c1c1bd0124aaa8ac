"""Goals as families say them."""

from markupsafe import Markup

EXAMPLES = {
    "With actions": {
        "words": "We want mornings without shouting",
        "number": 1,
        "whose": "Dee Okafor",
        "progress": "1 of 3 actions done",
        "content": Markup('<p class="govuk-body hub-flush">The actions stand here.</p>'),
    },
    "In Arabic": {"words": "نريد بيتاً بلا رطوبة قبل الشتاء", "number": 2, "whose": "أمينة"},
    "Nothing under it yet": {"words": "Dad sees Dylan every week", "number": 3, "href": "#goal"},
}
