package io.crewsmith.git.github;

/**
 * A pull request at GitHub.
 *
 * @param page where people read it
 */
public record PullRequest(int number, String page) {}
