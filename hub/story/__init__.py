"""The story: what a newcomer finds in the hub, and a county to measure it by.

Cast     the practitioners everybody meets, in the demonstration and in every test
Story    a dozen families, each there to show one thing, with dates relative to today
County   200,000 made-up families, loaded in bulk, for measuring
"""
