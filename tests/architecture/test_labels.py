"""Every table of ours says what becomes of its rows, and every field what it holds."""

import ast
import inspect
import re

import pytest
from django.apps import apps
from django.db.models import Model

from hub.kernel.labels import FATES, LABELS, MERGES
from tests.architecture import source
from tools import walls

OURS = [
    model
    for model in apps.get_models(include_auto_created=True)
    if model.__module__.startswith("hub.") and model._meta.db_table not in walls.histories()
]


def test_there_are_models_to_label() -> None:
    assert len(OURS) > 15


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_field_is_labelled_exactly_once(model: type[Model]) -> None:
    fields = sorted(field.name for field in model._meta.fields)

    assert sorted(LABELS.get(model, {})) == fields


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_table_says_what_becomes_of_its_rows(model: type[Model]) -> None:
    fate = FATES[model]

    assert [word for word in (*vars(fate).values(),) if not word.strip()] == []
    assert re.split("[:,]", fate.level)[0] in ("none", "signpost", "summary", "plan", "record")


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_table_merges_in_one_of_the_ways_there_are(model: type[Model]) -> None:
    """tests/merging/test_histories.py holds the tables to it: merging changes those that say so."""
    assert FATES[model].merge in MERGES


def test_only_plans_and_merges_themselves_are_changed_by_merging() -> None:
    changed = {model._meta.db_table for model, fate in FATES.items() if fate.merge in MERGES[1:3]}

    assert changed == {"plans_plan", "merging_merge", "merging_adultasked", "merging_notsame"}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_field_is_named_under_one_heading_only(model: type[Model]) -> None:
    """The decorator keeps the last heading; so the source is read for a name given twice."""
    path = source.ROOT / inspect.getfile(model)
    for node in ast.walk(source.tree_of(path)):
        if isinstance(node, ast.ClassDef) and node.name == model.__name__:
            named = [
                name
                for mark in node.decorator_list
                if isinstance(mark, ast.Call)
                for keyword in mark.keywords
                if keyword.arg in ("nothing_personal", "identity", "place", "sensitive")
                for name in str(ast.literal_eval(keyword.value)).split()
            ]
            assert len(named) == len(set(named)) > 0
