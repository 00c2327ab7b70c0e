"""w2v-gui: a desktop laboratory for word2vec."""

__version__ = "0.1.0"
