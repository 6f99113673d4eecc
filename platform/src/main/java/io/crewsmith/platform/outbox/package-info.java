/**
 * State and events in one transaction: what a service decides is stored and said together, exactly once.
 *
 * <p>In: a received event and the work it asks for. Out: rows, and the events that the relay publishes from them.
 */
@NullMarked
package io.crewsmith.platform.outbox;

import org.jspecify.annotations.NullMarked;
