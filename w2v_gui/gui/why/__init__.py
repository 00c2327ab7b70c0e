"""The parts of the card that says why two words are near."""
