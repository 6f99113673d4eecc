package io.crewsmith.git.github;

/** What became of a merge at the forge. */
public sealed interface ForgeMerge {

    /** There is no pull request: the merge is ours. */
    record NoRequest() implements ForgeMerge {}

    /** The main branch holds it there, perhaps since an earlier try. */
    record Merged() implements ForgeMerge {}

    /** The forge does not merge it, or not this commit. */
    record Refused(String reason) implements ForgeMerge {}
}
