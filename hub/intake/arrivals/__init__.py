"""Arrivals: families that came to the hub and are not registered, as they wait in its queue.

Arrival    somebody asked for help, or was asked for; or the access team passed a family down
Taken up   a coordinator has it in hand
Outcome    what came of it; registered families have a file, and the arrival is deleted in time
"""
