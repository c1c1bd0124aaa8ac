"""The keys with which an agency's own systems ask the hub.

SystemKey    lets one system of one agency ask on behalf of its practitioners; kept as a digest
"""
