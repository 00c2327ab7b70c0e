"""What the map of the Explore page is made of."""
