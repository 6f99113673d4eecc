package io.crewsmith.github;

import java.time.Instant;

/**
 * A review as the stand-in remembers it.
 *
 * @param state APPROVED, CHANGES_REQUESTED or COMMENTED
 */
record StandInReview(int id, String login, String state, String body, String commit, Instant at) {}
