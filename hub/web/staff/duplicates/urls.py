"""Addresses of files that may be one family's. They stand before those of families."""

from django.urls import path

from hub.web.staff.duplicates import merging, views

urlpatterns = [
    path("hub/duplicates/", views.duplicates, name="duplicates"),
    path("hub/duplicates/<int:one>/<int:other>/", views.duplicate, name="duplicate"),
    path("families/<str:reference>/other-file/", views.other_file, name="other_file"),
    path("merges/<int:merge>/", merging.merge, name="merge"),
    path("merges/<int:merge>/adults/<int:member>/", merging.asked, name="merge_asked"),
    path("merges/<int:merge>/yes/", merging.agreed, name="merge_yes"),
    path("merges/<int:merge>/done/", merging.merged, name="merge_done"),
    path("merges/<int:merge>/end/", merging.end, name="merge_end"),
]
