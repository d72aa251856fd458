"""rules of Dragoman; see ARCHITECTURE.md."""
