"""Annotated Doc to statements: a module a kind, frames as data in `rules/`."""
