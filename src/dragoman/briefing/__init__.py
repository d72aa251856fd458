"""Readings and findings as something to read: one HTML file, and a summary for the terminal."""
