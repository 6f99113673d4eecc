/**
 * GitHub: pull requests, the scan's verdict beside them, and merges. All of it is left out where it is not configured.
 *
 * <p>In: the reviews' decisions. Out: requests to its REST API, each within a {@link io.crewsmith.git.model.Budget}.
 */
@NullMarked
package io.crewsmith.git.github;

import org.jspecify.annotations.NullMarked;
