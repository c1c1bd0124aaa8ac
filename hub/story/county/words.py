"""What goals, actions and reasons say: plain sentences, as families and staff write them."""

from typing import Final

GOALS: Final = (
    "We want mornings to be calmer, so that everybody gets to school on time",
    "I would like somebody to talk to who does not judge me",
    "We want to get on top of the debts before winter",
    "I want to feel well enough to take the little one out every day",
    "We would like our own front door and a bedroom each for the girls",
    "I want to stop shouting and find other ways",
    "We want help with her speech before she starts school",
    "I would like to see my dad more often, and for it to be safe",
    "We want him back in lessons all day, not half days",
    "I want to sleep through the night again",
    "We want the house warm and dry",
    "I would like to learn English well enough to talk to the school",
    "We want to know what help there is for his autism while we wait",
    "I want to go back to college in September",
    "We want the baby to arrive with everything ready",
    "I want my mum to get a rest",
)
STEPS: Final = (
    "Ring the school about a later start on Mondays",
    "Go to the stay and play group together",
    "Send the form for the discretionary housing payment",
    "Ask the GP about the waiting list",
    "Fill in the nursery application",
    "Put the morning picture chart up in the kitchen",
    "Meet the money adviser with the letters",
    "Arrange an interpreter for the next meeting",
    "Book the two-year review",
    "Write to the landlord about the damp",
    "Try the new bedtime for two weeks",
    "Find out about the breakfast club",
    "Apply for the travel pass",
    "Visit the young carers’ group",
    "Ask for the speech and language assessment",
    "Call in on Thursday to see how it went",
    "Bring the cot and the car seat",
    "Look at the college’s open day dates",
)
WHY: Final = (
    "Health visiting since the birth",
    "Class teacher and mentor",
    "Tenancy support at their request",
    "Debt and benefits advice",
    "Speech and language sessions",
    "Attendance support since the autumn",
    "Parenting course, weekly",
    "Young carers’ group",
    "Home visits after the move",
)
BECAUSE: Final = (
    "Explained back in their own words what it means and what could happen next",
    "Asked good questions, knew whom it would go to and that it can be stopped",
)
HARM: Final = (
    "A threat was made that could be carried out; sharing was discussed with the duty manager",
    "Serious worry about an injury; advice was taken before sharing",
)
CLOSING: Final = (
    "Goals met; the family knows where to come back to",
    "The family is happy to go on with school and the group",
)
WORDING: Final = (
    "I agree that the family hub writes down what my family tells it and keeps it, and that the "
    "agencies I name here know that my family is being helped and by whom. I can stop this at any "
    "time. What agencies keep in their own systems stays there under their own rules."
)
