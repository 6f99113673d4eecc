/**
 * What the door shows: agents, deployments, entries of the audit trail.
 *
 * <p>In: rows of the ledger. Out: records that the door turns into JSON.
 */
@NullMarked
package io.crewsmith.gateway.model;

import org.jspecify.annotations.NullMarked;
