"""Statements, findings and coded actors → what leaves the program: one module a format."""
