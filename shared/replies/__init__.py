"""Reading answers: by the headers of an e-mail first, then by words. Spanish and English; no model, no I/O."""
