"""Three people and what reaches whom; and nothing written down."""

from hub.ui.pictures.effects import draw_effects

EXAMPLES = {
    "Three people": {
        "drawing": draw_effects(
            {1: "Leila Marin", 2: "يوسف الحداد", 3: "Amal Marin-Haddad"},
            ((1, 2), (1, 3), (2, 3)),
        ),
        "title": "What three people go through, and whom it affects",
        "description": "The same is in the list below.",
        "name": "example-effects",
    },
    "Nothing": {
        "drawing": draw_effects({}, ()),
        "title": "Nothing is written down",
        "description": "Nothing is written down.",
        "name": "example-no-effects",
    },
}
