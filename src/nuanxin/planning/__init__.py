"""Planners: pure, anytime, and each plan with a certificate that others can check."""
