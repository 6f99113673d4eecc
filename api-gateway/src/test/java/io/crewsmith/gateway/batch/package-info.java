@NullMarked
package io.crewsmith.gateway.batch;

import org.jspecify.annotations.NullMarked;
