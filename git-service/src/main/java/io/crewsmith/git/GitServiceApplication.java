package io.crewsmith.git;

import io.crewsmith.platform.ServiceApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Runs the git service alone. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(GitServiceConfiguration.class)
public class GitServiceApplication {

    public static void main(String[] arguments) {
        ServiceApplication.run("git-service", GitServiceApplication.class, arguments);
    }
}
