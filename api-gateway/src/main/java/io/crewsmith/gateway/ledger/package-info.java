/**
 * The ledger: every event of every topic, and what follows from them, for queries and audit.
 *
 * <p>In: all topics of the audit trail. Out: views for the door, and a signal for each run that moved. Keeps: the schema
 * {@code ledger}.
 */
@NullMarked
package io.crewsmith.gateway.ledger;

import org.jspecify.annotations.NullMarked;
