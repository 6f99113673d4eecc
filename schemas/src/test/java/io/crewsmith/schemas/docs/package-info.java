/**
 * What other services read of the contracts: an event catalogue for people, an AsyncAPI document for tools.
 *
 * <p>In: the schemas and the topic catalogue. Out: {@code docs/event-catalog.md} and {@code docs/asyncapi.yaml}.
 */
@NullMarked
package io.crewsmith.schemas.docs;

import org.jspecify.annotations.NullMarked;
