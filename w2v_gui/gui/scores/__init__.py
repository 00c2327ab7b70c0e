"""What the card of test sets is made of."""
