/**
 * The repository that people share: on another machine, over HTTPS or SSH, where one is configured.
 *
 * <p>In: where branches and tags shall stand. Out: whether they stand there, and what others did.
 */
@NullMarked
package io.crewsmith.git.remote;

import org.jspecify.annotations.NullMarked;
