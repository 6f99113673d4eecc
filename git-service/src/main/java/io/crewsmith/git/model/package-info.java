/**
 * What is committed, where in the repository, and under which message.
 *
 * <p>In: the code of a run. Out: a {@link io.crewsmith.git.model.Change} for the repository, and what became of it.
 */
@NullMarked
package io.crewsmith.git.model;

import org.jspecify.annotations.NullMarked;
