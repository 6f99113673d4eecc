package io.crewsmith.reader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The first proof of a process, on a machine that is too busy for it. */
class FirstProofTests {

    @Test
    void aProofThatIsGivenUpLeavesThoseAfterItWhole() throws Exception {
        try (var freshClasses = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            var proof = (Callable<?>) freshClasses
                    .loadClass(InterruptedProof.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(proof.call())
                    .asInstanceOf(InstanceOfAssertFactories.COLLECTION)
                    .isEmpty();
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(FirstProofTests::url)
                .toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
