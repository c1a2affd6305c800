"""Commands on repayments: plans, repayments, settlements, boards."""
