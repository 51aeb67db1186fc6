"""What people agree to, purpose by purpose, and may take back."""
