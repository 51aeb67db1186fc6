"""All that is held of one person, handed out; and erased, but for what law says must be kept."""
