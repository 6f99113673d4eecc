package io.crewsmith.generator;

import io.crewsmith.platform.ServiceApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Runs the generator service alone. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(GeneratorServiceConfiguration.class)
public class GeneratorServiceApplication {

    public static void main(String[] arguments) {
        ServiceApplication.run("generator-service", GeneratorServiceApplication.class, arguments);
    }
}
