package io.crewsmith.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.python.PythonParser;
import io.crewsmith.review.model.CodeShape;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is found in code. */
class CodeShapesTests {

    @AutoClose
    private final PythonParser parser = new PythonParser();

    @Test
    void importsAndCallsAreFoundWhereverTheyStand() {
        assertThat(shape("""
                        import a.b
                        from crewai import Agent as A, Task
                        from . import other

                        @decorated(1)
                        def build(x=make()):
                            return A(role="r").start([x.y.z(f"{inner()}")])
                        """))
                .isEqualTo(new CodeShape(
                        Set.of("a.b", "crewai.Agent", "crewai.Task", ".other"),
                        Set.of("decorated", "make", "A", "(…).start", "x.y.z", "inner")));
    }

    @Test
    void whatIsNoPythonFileIsPassedOver() {
        assertThat(new CodeShapes(parser).of(List.of(file("README.md", "# no Python"))))
                .isEqualTo(new CodeShape(Set.of(), Set.of()));
    }

    @Test
    void whatCannotBeReadHasNoShape() {
        assertThat(shape("def (")).isNull();
    }

    private @Nullable CodeShape shape(String code) {
        return new CodeShapes(parser).of(List.of(file("agent.py", code)));
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text, "");
    }
}
