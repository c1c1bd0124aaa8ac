"""Agreement: what a family agreed to, what is kept from whom, and sharing without agreement.

Agreement     a record of a yes: whose, to what, for which agency, in which wording, until when
Scope         record and keep (the registering agency writes it down); share (an agency may know)
Wording       the words somebody agreed to, in one version and one language
Judgement     whether a young person of 12 to 15 understands this decision (2.84, 2.86)
Restriction   held back: an item, or the whole family, kept from named people or agencies
Override      sharing without agreement to keep somebody safe: reasoned, dated, ending (S14)
"""
