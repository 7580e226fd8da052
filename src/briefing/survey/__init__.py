"""Files to a survey: the codebook, the responses and comments, the population beside them."""
