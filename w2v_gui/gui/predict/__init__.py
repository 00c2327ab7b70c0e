"""The parts of the card that says which word is missing."""
