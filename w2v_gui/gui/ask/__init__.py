"""Parts of the card in which vectors are asked."""
