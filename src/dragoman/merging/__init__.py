"""Reports of one thing across documents, brought together: entities first, then statements."""
