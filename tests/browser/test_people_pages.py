"""The pages of those who live under the policy, in a real browser."""

from __future__ import annotations
