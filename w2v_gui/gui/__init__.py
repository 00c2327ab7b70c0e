"""The window: pages compose panels, panels show what they are given and say what the user wants."""
