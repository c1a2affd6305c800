"""What has happened to funds, projects and claims: events, what each posts, and their fold."""
