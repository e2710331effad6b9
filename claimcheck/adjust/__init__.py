"""What a user's choices make of the origins and of the findings; pure functions, no file is read."""
