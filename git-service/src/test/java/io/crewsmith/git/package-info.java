/**
 * The repository as its users see it: through another view of it, and through the real Git client.
 *
 * <p>In: changes. Out: branches, commits, files.
 */
@NullMarked
package io.crewsmith.git;

import org.jspecify.annotations.NullMarked;
