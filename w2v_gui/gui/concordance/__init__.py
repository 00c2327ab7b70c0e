"""The parts of the concordance card: its lines, its order, what stands near a word, and the way back."""
