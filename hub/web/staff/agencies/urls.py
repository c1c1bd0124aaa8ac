"""Addresses of the hub, agencies, practitioners and roles."""

from django.urls import path

from hub.web.staff.agencies import agencies, hub, people, roles, systems

AGENCY = "agencies/<int:agency>/"
PERSON = "practitioners/<int:practitioner>/"

urlpatterns = [
    path("hub/", hub.hub, name="hub"),
    path("localities/<int:locality>/", hub.contact, name="hub_contact"),
    path("localities/<int:locality>/numbers/", hub.numbers, name="hub_numbers"),
    path("numbers/", hub.numbers_everywhere, name="numbers"),
    path("agencies/", agencies.agencies, name="agencies"),
    path("agencies/new/", agencies.new, name="agency_new"),
    path(AGENCY, agencies.agency, name="agency"),
    path(f"{AGENCY}details/", agencies.details, name="agency_details"),
    path(f"{AGENCY}closure/", agencies.closure, name="agency_closure"),
    path(f"{AGENCY}localities/", agencies.joining, name="agency_localities"),
    path(f"{AGENCY}systems/", systems.systems, name="agency_systems"),
    path(f"{AGENCY}systems/ended/", systems.ended, name="agency_systems_ended"),
    path(f"{AGENCY}invitations/", people.invitation, name="invitation"),
    path(PERSON, people.practitioner, name="practitioner"),
    path(f"{PERSON}details/", people.details, name="practitioner_details"),
    path(f"{PERSON}departure/", people.departure, name="departure"),
    path(f"{PERSON}revival/", people.revival, name="revival"),
    path(f"{PERSON}roles/", roles.grant, name="practitioner_roles"),
    path("roles/", roles.roles, name="roles"),
    path("roles/<int:role>/end/", roles.end, name="role_end"),
]
