package io.crewsmith.review;

/** Where commands about runs are laid: for the beginning of a review, its decisions, its checks, and what is done again. */
record Desks(OpeningDesk opening, ReviewDesk reviews, CheckDesk checks, Retries retries) {}
