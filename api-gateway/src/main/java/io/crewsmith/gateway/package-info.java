/**
 * The HTTP door of Crewsmith: everything that a person or a program may ask over REST.
 *
 * <p>In: HTTP requests. Out: {@code commands} and {@code drafts}, and answers from the ledger. Keeps: nothing itself.
 */
@NullMarked
package io.crewsmith.gateway;

import org.jspecify.annotations.NullMarked;
