"""Pages of signatures and papers: sign a yes, put the sheet here, follow up what is not signed."""
