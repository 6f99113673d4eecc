package io.crewsmith.git.github;

/** What became of an effect at the forge. */
sealed interface ForgeEffect {

    /** It is new. */
    record Created(PullRequest request) implements ForgeEffect {}

    /** It was there, and something was added to it. */
    record Updated(PullRequest request) implements ForgeEffect {}

    /** It was there. */
    record Unchanged(PullRequest request, String reason) implements ForgeEffect {}

    /** There is nothing that it could be done to. */
    record Refused(String reason) implements ForgeEffect {}
}
