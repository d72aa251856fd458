"""A coded actor: what a phrase that means a political actor stands for, in PLOVER's terms."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedActor:
    """Country and sector of a phrase. See 'Coded actors' in the statement format.

    `country` is alpha-3 and None for bodies that stand in place of a country (IGO, UNO, EUR, NGO, ISM, IMG, MNC), which are in
    `sector`. `sector` is None for a bare country and for phrases that mean no political actor. `on` is the day at which office
    holders were looked up. `because` names the entry or rule that decided.
    """

    text: str
    on: dt.date | None = None
    country: str | None = None
    sector: str | None = None
    name: str | None = None
    entity: str | None = None
    because: str = ""
