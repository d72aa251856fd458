"""Which time an expression counts from by the way its clause tells: 'the year', 'the next day', 'within a week'."""

from dataclasses import replace

from dragoman.language.time_meanings import Meaning, Origin, PartOf, Relative, Window, Within


def of_the_unit(meaning: Meaning) -> bool:
    """Whether a meaning is 'the year' or a part of it, which the clause must tell which one it is."""
    match meaning:
        case PartOf(whole=whole):
            return of_the_unit(whole)
        case Relative(count=0, origin="anchored", unit=str() as unit):
            return unit != "same"
        case _:
            return False


def says_next(meaning: Meaning) -> bool:
    """Whether a meaning is 'the next day', or a part of it, which the clause must tell what it goes on from."""
    match meaning:
        case PartOf(whole=whole) | Within(whole=whole):
            return says_next(whole)
        case Relative(origin=origin):
            return origin == "told"
        case _:
            return False


def says_how_soon(meaning: Meaning) -> bool:
    """Whether a meaning is a time ahead, 'within a week', which a tale of the past counts from what it told last."""
    match meaning:
        case Window(sign=1, origin="published"):
            return True
        case _:
            return False


def with_origin(meaning: Meaning, origin: Origin) -> Meaning:
    """'the year', 'the next day', 'within a week' counted from the publication, or from the time of the text."""
    match meaning:
        case PartOf(whole=whole) | Within(whole=whole):
            return replace(meaning, whole=with_origin(whole, origin))
        case Relative() | Window():
            return replace(meaning, origin=origin)
        case _:
            return meaning
