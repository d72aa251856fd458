"""The command line: one module a command. `program.py` holds the program itself."""
