"""The rules of the pack, a measure each."""
