package io.crewsmith.reader.proof;

import io.crewsmith.python.tree.Node;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of the tree's records but for their places: found, not listed, so that none is forgotten. */
final class NodeComponents {

    private static final ClassValue<List<Component>> KNOWN = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> !component.getName().equals("at"))
                    .map(component -> new Component(handle(component.getAccessor())))
                    .toList();
        }
    };

    private NodeComponents() {}

    static List<Component> of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static MethodHandle handle(Method accessor) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(accessor)
                    .asType(MethodType.methodType(Object.class, Node.class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the tree's records are public", e);
        }
    }

    /** One component. */
    record Component(MethodHandle accessor) {

        @Nullable
        Object of(Node node) {
            try {
                return accessor.invokeExact(node);
            } catch (Throwable e) {
                throw new IllegalStateException("an accessor of a record failed", e);
            }
        }
    }
}
