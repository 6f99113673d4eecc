package io.crewsmith.git.github;

/**
 * A pull request at GitHub.
 *
 * @param page where people read it
 * @param head id of the commit that it shows
 */
public record PullRequest(int number, String page, String head) {}
