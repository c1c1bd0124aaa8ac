"""What the door writes down, with the sentence that "who has looked" shows."""

from hub.audit.events import register, register_purpose

register("file.opened", "opened the file")
register("file.refused", "asked for a file that was not theirs or not there")
register("file.viewed_as", "saw the file as somebody else sees it")
register("page.refused", "was told why something could not be done")
register("list.mine", "saw their list of families")
register("list.without_a_lead", "saw the list of families without a lead")
register("list.found", "looked for families by name")
register("override.listed", "saw the list of what was shared without agreement")
register("override.read", "read why something was shared without agreement")
register("emergency.limited", "tried too often to look in an emergency where nothing was for them")
register("emergency.refused", "asked to look in an emergency where there was nothing for them")

register_purpose("emergency", "Looking in an emergency")
register_purpose("override", "Sharing without agreement, and reviewing it")
register_purpose("family", "Reading the family's page")
register_purpose("plan", "Reading or writing the plan")
register_purpose("agreement", "Reading or writing what the family agreed to")
register_purpose("papers", "Reading or putting away the family's papers")
register_purpose("who_sees", "Checking who can see what")
register_purpose("views", "Looking as somebody else sees it")
register_purpose("private", "Reading or writing what is kept private")
register_purpose("responsibility", "Reading or writing who decides for a child")
register_purpose("working", "Recording that they work with the family")
register_purpose("registering", "Registering the family")
register_purpose("replay", "Deciding a past day again")
