"""The record book: statements of many documents, with the documents that say them, kept for good.

Nothing is updated in place. What is current is asked for in a view; what was current on a day can be asked for as well.
Nothing here loads a language model.
"""
