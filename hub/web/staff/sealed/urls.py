"""Addresses of sealed identities. Only the page that seals stands under a family."""

from django.urls import path

from hub.web.staff.sealed import keeping, sealing

urlpatterns = [
    path("families/<str:reference>/people/<int:person>/sealing/", sealing.sealing, name="sealing"),
    path("oversight/sealed/", sealing.overseen, name="sealed_overseen"),
    path("oversight/sealed/<int:sealed>/", sealing.keepers, name="sealed_keepers"),
    path("sealed/", keeping.records, name="sealed_records"),
    path("sealed/<int:sealed>/", keeping.record, name="sealed_record"),
    path("sealed/<int:sealed>/handover/", keeping.handover, name="sealed_handover"),
    path("sealed/<int:sealed>/end/", keeping.end, name="sealed_end"),
]
