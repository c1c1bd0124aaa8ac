"""Questions as a system sends them, and systems that may send them."""

import json
from typing import Any

from django.test import Client

from hub.agencies.models import SystemKey
from hub.agencies.systems import changes, rules
from hub.api.asked import NHS_NUMBER
from hub.kernel import clock
from tests.families_setup import Staff, acting

ADDRESS = "/api/Patient/$person-info-query"
TAMSIN: dict[str, Any] = {
    "resourceType": "Patient",
    "name": [{"family": "Brackenbury", "given": ["Tamsin"]}],
    "birthDate": "2017-11-02",
    "address": [{"line": ["7 Withy Lane"], "postalCode": "ZA4 7QT"}],
}
NOBODY: dict[str, Any] = {
    "resourceType": "Patient",
    "name": [{"family": "Quillfeather", "given": ["Ysolde"]}],
    "birthDate": "2011-04-09",
}
NUMBERED = {
    "resourceType": "Patient",
    "identifier": [{"system": NHS_NUMBER, "value": "9990000018"}],
}


def key_for(staff: Staff, agency: Any, name: str = "Case records") -> tuple[SystemKey, str]:
    """A key for a system of an agency, made by the coordinator, and what it is."""
    key = rules.new_key()
    with acting(staff.actor("coordinator")) as actor:
        row = changes.make_key(
            actor, agency.pk, name=name, days=90, digest=rules.digest_of(key), now=clock.now()
        )
    return row, key


def question(who: str, *people: dict[str, Any], reason: str = "request", **more: str) -> Any:
    """On behalf of somebody here, about these people."""
    given = {"practitioner": f"{who}.here@example.org"} | more
    return {
        "resourceType": "Parameters",
        "parameter": [
            *({"name": "resource", "resource": one} for one in people),
            {"name": "reason", "valueUri": f"urn:x-family-hub:lookup:{reason}"},
            *({"name": name, "valueString": said} for name, said in given.items()),
        ],
    }


def send(key: str, asked: Any, **more: Any) -> Any:
    """What is answered to a question; a text is sent as it is."""
    body = asked if isinstance(asked, str | bytes) else json.dumps(asked)
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    given: dict[str, Any] = {"content_type": "application/json", "headers": headers} | more
    return Client().post(ADDRESS, body, **given)


def told(answer: Any, name: str) -> list[Any]:
    """The parameters of a name in an answer."""
    return [one for one in answer.json()["parameter"] if one["name"] == name]
