"""Emergency rules: for a time, with both its days, a yes by telephone or video is eased (4.2)."""
