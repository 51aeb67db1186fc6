"""Nuanxin 暖心: promises of a policy as obligations that are computed, explained and proved."""

__version__ = "0.1.0"
