"""Document to annotated Doc: mentions, times, quantities, attribution, factuality, and the arguments of predicates."""
