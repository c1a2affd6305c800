"""The tables of the programme: each from the facts and the funds' records alone, on a day that is given."""
