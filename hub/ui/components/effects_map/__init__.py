"""Who is affected by what somebody goes through, in SVG: from the left to the right, by numbers."""
