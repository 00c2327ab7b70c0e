"""The network as it stands at one stage of the walk: which nodes are drawn, and what is known of them."""
