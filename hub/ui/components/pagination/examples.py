"""Long lists."""

EXAMPLES = {
    "In the middle": {"page": 5, "more": True, "href": "?page={}", "label": "Pages of families"},
    "The first of some": {"page": 1, "more": True, "href": "?page={}", "label": "Pages of actions"},
    "The last": {"page": 3, "more": False, "href": "?page={}"},
    "Only one": {"page": 1, "more": False, "href": "?page={}"},
}
