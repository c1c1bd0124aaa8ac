"""Is this family already known? A door of its own: what a look-up tells, to whom, and how often.

Asked        what somebody typed of one person of a family
Check        one look-up: who asked, what for, when, and how it was answered
Surely       how surely the family that was found is the one that was typed
Known        what is true of a family that was found, and of whoever asks
Told         the answer: the family, its lead, that a plan is begun, ask the hub, or nothing
Hidden       found, and answered as nothing is: a cleared coordinator looks at it behind
Pattern      how somebody's look-ups look like fishing
"""
