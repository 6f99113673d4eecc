/**
 * How the platform does, for people: the figures that operators ask for first.
 *
 * <p>In: the ledger, the broker's offsets, the metrics of this process. Out: {@code GET /api/operations}.
 */
@NullMarked
package io.crewsmith.gateway.operations;

import org.jspecify.annotations.NullMarked;
