"""Addresses of a family: nouns, posted to."""

from django.urls import path

from hub.web.staff.families import advice, details, numbers, pictures, relations, views

FAMILY = "families/<str:reference>/"

urlpatterns = [
    path("families/", views.find, name="families"),
    path(FAMILY, views.family, name="family"),
    path(f"{FAMILY}working/", views.working, name="working"),
    path(f"{FAMILY}working/end/", views.working_end, name="working_end"),
    path(f"{FAMILY}who-can-see/", views.who_sees, name="who_sees"),
    path(f"{FAMILY}family-tree/", pictures.family_tree, name="family_tree"),
    path(f"{FAMILY}network/", pictures.network, name="network"),
    path(f"{FAMILY}relations/", relations.relations, name="relations"),
    path(f"{FAMILY}advice/", advice.advice, name="advice"),
    path("boroughs/", advice.boroughs, name="boroughs"),
    path("boroughs/<int:borough>/", advice.borough, name="borough"),
    path(f"{FAMILY}people/", details.new_person, name="people"),
    path(f"{FAMILY}people/<int:person>/", details.person, name="person"),
    path(f"{FAMILY}people/<int:person>/numbers/", numbers.identifiers, name="identifiers"),
    path(f"{FAMILY}addresses/", details.new_address, name="addresses"),
    path(f"{FAMILY}addresses/<int:address>/", details.address, name="address"),
    path(f"{FAMILY}contacts/", details.new_contact, name="contacts"),
    path(f"{FAMILY}contacts/<int:contact>/", details.contact, name="contact"),
    path(f"{FAMILY}contacts/<int:contact>/safety/", details.contact_safety, name="contact_safety"),
]
