/**
 * Who may do what with a run, and what becomes of it then.
 *
 * <p>In: a {@link io.crewsmith.review.model.Run} and what somebody wants. Out: an {@link io.crewsmith.review.model.Outcome}.
 */
@NullMarked
package io.crewsmith.review.model;

import org.jspecify.annotations.NullMarked;
