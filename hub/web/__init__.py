"""The sites: pages and nothing else. What is known lies below; here is who is shown it."""
