/**
 * Branches, commits, merges and rollbacks.
 *
 * <p>In: {@code reviews}. Out: {@code commits}. Keeps: the bare Git repository.
 */
@NullMarked
package io.crewsmith.git;

import org.jspecify.annotations.NullMarked;
