"""Which columns are loaded into which table, in the order in which their rows name them."""

from typing import Final

COLUMNS: Final = {
    "agencies_sector": "code name position public_body",
    "agencies_locality": "id name hub_name hub_address hub_phone hub_email version",
    "agencies_agency": "id name sector_id phone email information_lead safeguarding_lead opened_at "
    "closed_at version",
    "agencies_localitymembership": "id agency_id locality_id since until version",
    "agencies_sharingagreement": "id locality_id name purposes shares document from_at until_at "
    "review_on renews_id asks_from version",
    "agencies_sharingparty": "id agreement_id agency_id signed_on signed_by from_at until_at "
    "version",
    "accounts_account": "id email password is_active last_login opened_at revived_at version",
    "account_emailaddress": 'user_id email verified "primary"',
    "agencies_practitioner": "id account_id agency_id locality_id name role_title phone email "
    "joined_at left_at version",
    "agencies_rolegrant": "id practitioner_id code locality_id since until granted_by_id version",
    "agencies_helpnumber": "id locality_id label number hint position version",
    "consent_wording": "id language text published_at checked_by",
    "families_family": "id locality_id registered_at registered_by_id version",
    "families_familyreference": "id family_id version reference from_at until_at",
    "families_person": "id given_names family_name known_as search_name birth_date birth_accuracy "
    "version",
    "families_membership": "id family_id version person_id part from_at until_at",
    "families_relationship": "id family_id version person_id other_id kind from_at until_at",
    "families_responsibility": "id family_id version person_id child_id source from_at until_at",
    "families_address": "id family_id version lines postcode held_by from_at until_at",
    "families_householdmember": "id family_id version address_id person_id from_at until_at",
    "families_contact": "id family_id version person_id kind value safe asked_at asked_by_id "
    "from_at until_at",
    "consent_judgement": "id family_id version person_id understands parent_needed because "
    "judged_by_id judged_at",
    "consent_agreement": "id family_id version given_by_id scope agency_id wording_id basis "
    "judgement_id how witness taken_by_id recorded_at from_at until_at ended_by_id ended_because "
    "reach purpose_words language read_by interpreter understood",
    "consent_restriction": "id family_id version item_kind item kept_from kept_from_id asked_by_id "
    "set_by_id from_at until_at",
    "consent_override": "id family_id version shown_to shown_to_id item ground because "
    "decided_by_id second_person told_family why_not_told from_at until_at review_due_on",
    "access_lead": "id family_id version practitioner_id stage from_at until_at",
    "access_involvement": "id family_id version practitioner_id kind why since_on from_at until_at",
    "plans_plan": "id family_id version opened_by_id opened_at closed_at",
    "plans_goal": "id family_id version plan_id words added_by_id added_at",
    "plans_action": "id family_id version goal_id step owner_practitioner_id owner_member_id "
    "due_on added_by_id added_at done_at done_by_id",
    "plans_closure": "id family_id version plan_id reason note continues protection_concern "
    "referral closed_by_id closed_at",
    "audit_entry": "chain_kind chain_id number at event actor_kind actor_id job agency_id "
    "family_id families purpose refs prev_hash hash",
    "audit_chain": "kind id last_number last_hash moved_by",
}
