"""The rule files of the statements. Data only."""
