package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import io.crewsmith.python.Node.Call;
import io.crewsmith.python.Node.ClassDef;
import io.crewsmith.python.Node.Name;
import io.crewsmith.python.Node.Subscript;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

/** Classes are written, not built: {@code type} only tells the class of one object, and there are no metaclasses. */
final class ClassBuildingRule implements Rule {

    @Override
    public Stream<Finding> judge(Program program) {
        Set<Node> harmless = Collections.newSetFromMap(new IdentityHashMap<>());
        program.all(Call.class)
                .filter(call -> call.arguments().size() == 1 && call.keywords().isEmpty())
                .filter(call -> !(call.arguments().getFirst() instanceof Node.Other other
                        && other.kind().equals("Starred")))
                .forEach(call -> harmless.add(call.function()));
        program.all(Subscript.class).forEach(subscript -> harmless.add(subscript.value()));
        Stream<Finding> built = program.all(Name.class)
                .filter(name -> name.id().equals("type") && !harmless.contains(name))
                .map(name -> finding(name, "'type' can build classes; use it only as type(x)"));
        Stream<Finding> metaclasses = program.all(ClassDef.class)
                .flatMap(def -> def.keywords().stream())
                .filter(keyword -> keyword.name() == null || keyword.name().equals("metaclass"))
                .map(keyword -> finding(keyword, "A metaclass runs code without a call; write an ordinary class"));
        return Stream.concat(built, metaclasses);
    }

    private static Finding finding(Node at, String message) {
        return Finding.at(at, "class-building", Severity.ERROR, Layer.ALLOW_LIST, message);
    }
}
