"""Long lists."""

EXAMPLES = {
    "In the middle": {"page": 5, "pages": 12, "href": "?page={}", "label": "Pages of families"},
    "The first of two": {"page": 1, "pages": 2, "href": "?page={}", "label": "Pages of actions"},
    "Only one": {"page": 1, "pages": 1, "href": "?page={}"},
}
