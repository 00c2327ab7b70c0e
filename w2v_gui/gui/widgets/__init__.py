"""Small reusable pieces that know nothing of word2vec."""
