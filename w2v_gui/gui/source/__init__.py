"""What the Source card is made of: files, encoding, words, and what comes out."""
