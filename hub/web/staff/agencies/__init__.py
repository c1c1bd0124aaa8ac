"""Hubs, agencies, practitioners and roles: pages for coordinators and administrators."""
