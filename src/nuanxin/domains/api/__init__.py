"""The API: what every domain's operations share, and where they are gathered."""
