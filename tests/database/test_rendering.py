"""Migrations draw a changed model and those that point to it, and a step in Python all of them."""

import pytest
from django.db import models
from django.db.migrations.state import ModelState, ProjectState

from hub.database import rendering

NEXT = "hub_tests"


def model(name: str, **fields: "models.Field[object, object]") -> ModelState:
    return ModelState(
        NEXT, name, [("id", models.BigIntegerField(primary_key=True)), *fields.items()]
    )


def pointing(to: str) -> "models.ForeignKey[object, object]":
    return models.ForeignKey(to, on_delete=models.PROTECT)


@pytest.fixture
def state() -> ProjectState:
    """A family, a plan of it and a goal of that; a note that has to do with none of them."""
    found = ProjectState()
    found.add_model(model("Family"))
    found.add_model(model("Plan", family=pointing("hub_tests.Family")))
    found.add_model(model("Goal", plan=pointing("hub_tests.Plan")))
    found.add_model(model("Note"))
    _ = found.apps  # drawn: from here on each change draws anew
    return found


def test_a_change_draws_the_model_and_those_that_point_to_it_and_no_other(
    state: ProjectState,
) -> None:
    before = {name: state.apps.get_model(NEXT, name) for name in ("Family", "Plan", "Goal", "Note")}

    state.add_field(NEXT, "plan", "title", models.TextField(default=""), preserve_default=True)

    after = {name: state.apps.get_model(NEXT, name) for name in before}
    assert {name for name in before if before[name] is not after[name]} == {"Plan", "Goal"}
    assert after["Plan"]._meta.get_field("title")
    assert after["Goal"]._meta.get_field("plan").related_model is after["Plan"]
    assert after["Plan"]._meta.get_field("family").related_model is after["Family"]


def test_a_new_kind_of_key_is_the_kind_of_those_that_point_to_it(state: ProjectState) -> None:
    state.alter_field(NEXT, "family", "id", models.UUIDField(primary_key=True), True)

    key = state.apps.get_model(NEXT, "Plan")._meta.get_field("family")

    assert isinstance(key.target_field, models.UUIDField)


def test_a_step_in_python_is_given_all_models_drawn_whole(state: ProjectState) -> None:
    state.add_field(NEXT, "family", "since", models.DateField(null=True), preserve_default=True)

    state.clear_delayed_apps_cache()  # as Django does before such a step

    drawn = state.apps.get_model(NEXT, "Goal")._meta.get_field("plan").related_model
    assert drawn is state.apps.get_model(NEXT, "Plan")
    assert drawn._meta.get_field("family").related_model._meta.get_field("since")


def test_it_is_what_migrations_use() -> None:
    assert getattr(ProjectState, "_find_reload_model") is rendering._near  # noqa: B009 - not in its stubs
