package io.crewsmith.git;

/** How approved code comes to the main branch. */
enum MergePolicy {
    /** Always by a merge commit, which carries who approved and by which evidence. */
    MERGE_COMMIT,
    /** By moving the main branch to the commit of the run where nothing came in between; else by a merge commit. */
    FAST_FORWARD
}
