"""What a look-up writes down, and what it may be asked for (2.111)."""

from typing import Final

from hub.audit.events import register, register_purpose

register("lookup.checked", "looked up whether a family is already known")
register("lookup.opened", "opened the file after looking up whether the family is known")
register("lookup.registered", "registered the family after looking up whether it is known")
register("lookup.telephoned", "registered the family after the hub had checked by telephone")
register("lookup.another", "registered it as another family than one they were told of")
register("lookup.stopped", "was stopped from looking up more families")
register("lookup.dealt", "looked behind a look-up that was told nothing")
register("lookup.hidden_listed", "saw which look-ups wait to be looked behind")
register("lookup.overseen", "saw how often others look up families")

register_purpose("lookup", "Looking up whether the family is already known")

SAVING: Final = register_purpose("lookup.saving", "Asked once more as a family was registered")

# In the order in which they are offered.
PURPOSES: Final = {
    register_purpose(f"lookup.{code}", words): words
    for code, words in (
        ("registering", "To register a family"),
        ("request", "A request for help came in"),
        ("worried", "I am worried about somebody"),
        ("meeting", "To invite the right people to a meeting"),
        ("telephone", "Somebody rang and I have to know whom to ring back"),
    )
}
