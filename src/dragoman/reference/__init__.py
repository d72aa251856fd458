"""reference of Dragoman; see ARCHITECTURE.md."""
