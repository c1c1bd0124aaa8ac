"""Addresses of "About my family", of what is asked alone, and of a birth or a loss."""

from django.urls import path

from hub.about import rules
from hub.web.staff.about import alone, carers, effects, known, situations, turns, views

FAMILY = "families/<str:reference>/"
PERSON = f"{FAMILY}people/<int:person>/"
# Of whom a part is asked stands in its address.
CHILD = f"{FAMILY}children/<int:person>/"
WHOSE = {
    rules.OWN_WORDS.code: f"{FAMILY}adults/<int:person>/",
    **dict.fromkeys((part.code for part in rules.HEARD), CHILD),
}

urlpatterns = [
    path("hub/young-carers/", carers.young_carers, name="young_carers"),
    path("situations/", situations.situations, name="situations"),
    path(f"{FAMILY}about/", views.about, name="about"),
    path(f"{FAMILY}about/paper/", views.paper, name="about_paper"),
    path(f"{FAMILY}about/known/", known.known, name="about_known"),
    path(f"{FAMILY}about/effects/", effects.about_effects, name="about_effects"),
    *(
        path(f"{FAMILY}about/{part.code}/", views.of_family(part), name=f"about_{part.code}")
        for part in rules.FAMILY_PARTS
    ),
    *(
        path(
            f"{WHOSE.get(part.code, PERSON)}{part.code}/",
            views.of_person(part),
            name=f"about_{part.code}",
        )
        for part in (*rules.PERSON_PARTS, *rules.HEARD)
    ),
    path(f"{FAMILY}alone/", alone.alone, name="alone"),
    path(f"{FAMILY}adults/<int:person>/alone/", alone.alone_with, name="alone_with"),
    path(f"{FAMILY}unborn/<int:person>/birth/", turns.birth, name="birth"),
    path(f"{PERSON}loss/", turns.loss, name="loss"),
]
