"""Files, folders, addresses, standard input and JSON Lines → documents."""
