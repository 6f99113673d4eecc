/** Tests of the reports. */
@NullMarked
package io.crewsmith.platform.sarif;

import org.jspecify.annotations.NullMarked;
