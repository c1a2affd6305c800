"""What a fund is shown as: snapshots, accounts, plans and outcomes, and where they do not tie."""
