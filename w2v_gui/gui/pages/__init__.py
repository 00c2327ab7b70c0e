"""Pages: each answers one question about the data on its way, and is made of panels."""
