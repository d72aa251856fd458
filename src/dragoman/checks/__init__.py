"""What a text claims beside what its own words, the calendar, the map and the reference tables say. One module a check."""
