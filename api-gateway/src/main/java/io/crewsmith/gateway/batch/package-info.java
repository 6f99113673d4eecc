/**
 * Code for many at once: one run each, a few at a time, so that single requests do not wait behind a thousand.
 *
 * <p>In: a list of agents and crews. Out: {@code commands}, and how far the batch is. Keeps: the schema {@code batches}.
 */
@NullMarked
package io.crewsmith.gateway.batch;

import org.jspecify.annotations.NullMarked;
