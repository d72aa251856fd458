"""The nouns of Dragoman: documents, statements, findings, what lies beneath them, closed lists and errors."""
