"""Agencies: who works with families, in which locality, and in which role.

Locality       an area with one hub
Sector         the kind of organisation an agency is; a list the authority keeps
Agency         an organisation that works with families
Membership     an agency in a locality
Practitioner   a person in an agency who signs in; a new agency is a new practitioner
Role           what a practitioner may do beside working with families: coordinator and so on
Standing       what lets a family's yes to an agency count; words of its own in `sharing`
Answers        how an agency answers to families for what it holds; in `answering`
Help number    what "Worried that a child or adult is not safe?" shows
"""
