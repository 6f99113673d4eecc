package io.crewsmith.validator;

import io.crewsmith.platform.ServiceApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Runs the validator service alone. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ValidatorServiceConfiguration.class)
public class ValidatorServiceApplication {

    public static void main(String[] arguments) {
        ServiceApplication.run("validator-service", ValidatorServiceApplication.class, arguments);
    }
}
