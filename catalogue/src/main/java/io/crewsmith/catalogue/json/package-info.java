/**
 * Configurations and catalogues as JSON.
 *
 * <p>In: bytes that somebody sent, and the catalogue's data files. Out: configurations, and their canonical text.
 */
@NullMarked
package io.crewsmith.catalogue.json;

import org.jspecify.annotations.NullMarked;
