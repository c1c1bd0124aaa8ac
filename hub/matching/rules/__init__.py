"""Names, sounds, keys and odds: plain values in, plain values out."""

from hub.matching.rules.descriptions import Description

__all__ = ["Description"]
