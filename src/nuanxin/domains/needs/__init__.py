"""What a worker or their family asks for, who takes it up, and that it was solved."""
