"""Agreement: what a family agreed to, what is kept from whom, and sharing without agreement.

Agreement     a record of a yes: whose, to what, for which agency, in which wording, until when
Scope         service (somebody works with the family); record and keep (the registering agency
              writes it down); share (an agency may know)
Reach         how much of the family a yes to sharing lets an agency know: who leads, the
              registration, the plan
Purpose       what a yes is for, from the authority's list; another purpose is another question
Refusal       one person's no to one agency: it ends nobody else's yes and goes to who leads (S8)
Wording       the words somebody agreed to, in one version and one language
Judgement     whether a young person of 12 to 15 understands this decision (2.84, 2.86)
Restriction   held back: an item, or the whole family, kept from named people or agencies
Override      sharing without agreement to keep somebody safe: reasoned, dated, ending (S14)
"""
