"""Agencies: who works with families, in which locality, and in which role.

Locality       an area with one hub
Sector         the kind of organisation an agency is; a list the authority keeps
Agency         an organisation that works with families
Membership     an agency in a locality; in its leadership team when it signed the agreement
Practitioner   a person in an agency who signs in; a new agency is a new practitioner
Role           what a practitioner may do beside working with families: coordinator and so on
Help number    what "Worried that a child or adult is not safe?" shows
"""
