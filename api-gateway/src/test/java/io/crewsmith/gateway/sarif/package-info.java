/** Tests of the reports. */
@NullMarked
package io.crewsmith.gateway.sarif;

import org.jspecify.annotations.NullMarked;
