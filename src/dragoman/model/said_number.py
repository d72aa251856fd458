"""A number as a text says it, for those who reckon with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidNumber:
    """A number with its unit and with how exactly it is said.

    `unit` is that of a quantity, or 'share' for a part in words (a value from 0 to 1), 'times' for 'twice' and 'three times',
    'fold' for 'tenfold'; units of one kind are brought to one ('kg' for tonnes), so that equal amounts are equal numbers.
    `step` is how far the number may lie from what was rounded to it (50 for '1,600'), 0 where it was counted out.
    """

    text: str
    value: float
    unit: str
    qualifier: str = "exactly"
    step: float = 0.0
