"""What the card of ways out is made of."""
