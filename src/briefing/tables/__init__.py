"""A survey to tables of figures: bases, nets, weights, rankings, small bases; pandas ends here."""
