"""Texts with marks, such as '[Washington|actor] [imposed|trigger] tariffs on [Turkey|recipient].'; see `rule_examples`."""

from dragoman.statements.rule_examples import MARK, Marked, read_marked

__all__ = ["MARK", "Marked", "read_marked"]
