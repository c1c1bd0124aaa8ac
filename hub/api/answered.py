"""What a system is answered: FHIR's Parameters with no more in them than the page would say."""

from typing import Any, Final

from hub.access.lookup.asking import Answer, Checked
from hub.access.lookup.facts import Contact
from hub.access.lookup.rules import Says

MATCH, POSSIBLE, NONE = "match", "possible", "none"
PERHAPS: Final = (Says.PERHAPS, Says.ASK)


def answered(checked: Checked) -> dict[str, Any]:
    """The answer. Hidden, not agreed and not there is one text for all: no match (S19). Of a family
    that whoever is asked for may open, its reference; reasons for nobody, since a system does not
    read them and a person would open the file."""
    parameters: list[dict[str, Any]] = [
        {"name": "match", "valueBoolean": _certainty(checked) == MATCH},
        {"name": "certainty", "valueCode": _certainty(checked)},
    ]
    for one in checked.answers:
        parameters += _known(one)
    return {"resourceType": "Parameters", "parameter": parameters}


def _certainty(checked: Checked) -> str:
    if not checked.answers:
        return NONE
    return POSSIBLE if all(one.says in PERHAPS for one in checked.answers) else MATCH


def _known(one: Answer) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = [{"name": "says", "valueCode": one.says.value}]
    if one.reference:
        parts.append({"name": "reference", "valueString": one.reference})
    found: list[dict[str, Any]] = [{"name": "known", "part": parts}]
    if one.contact is not None:
        found.append({"name": "contact", "resource": _organisation(one.contact)})
    return found


def _organisation(contact: Contact) -> dict[str, Any]:
    """Whom to ring: a hub, or an agency with its practitioner."""
    reached = [
        {"system": system, "value": value, "use": "work"}
        for system, value in (("phone", contact.phone), ("email", contact.email))
        if value
    ]
    if not contact.agency:
        return {"resourceType": "Organization", "name": contact.name, "telecom": reached}
    person = {"name": {"text": contact.name}, "telecom": reached}
    if contact.role_title:
        person["purpose"] = {"text": contact.role_title}
    return {"resourceType": "Organization", "name": contact.agency, "contact": [person]}
