"""Addresses of who decides for a child."""

from django.urls import path

from hub.web.staff.responsibility import deciding, orders, views

HERE = "families/<str:reference>/responsibility/"

urlpatterns = [
    path(HERE, views.responsibility, name="responsibility"),
    path(f"{HERE}holders/", views.new, name="responsibility_holder"),
    path(f"{HERE}holders/<int:responsibility>/", views.change, name="responsibility_change"),
    path(f"{HERE}holders/<int:responsibility>/end/", views.end, name="responsibility_end"),
    path(f"{HERE}orders/", orders.new, name="orders"),
    path(f"{HERE}orders/<int:order>/", orders.order, name="order"),
    path(f"{HERE}orders/<int:order>/end/", orders.end, name="order_end"),
    path(f"{HERE}carers/", deciding.carer, name="carers"),
    path(f"{HERE}carers/<int:carer>/end/", deciding.carer_end, name="carer_end"),
    path(f"{HERE}capacity/", deciding.capacity, name="capacity"),
    path(f"{HERE}judgements/", deciding.judgement, name="judgements"),
    path(f"{HERE}questions/<int:look>/", deciding.look, name="look_again"),
]
