@NullMarked
package io.crewsmith.gateway.github;

import org.jspecify.annotations.NullMarked;
