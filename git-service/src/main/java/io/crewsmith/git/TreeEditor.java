package io.crewsmith.git;

import java.io.IOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** Puts files into a tree. Only the folders on their way are read and written, whatever else the repository holds. */
final class TreeEditor {

    private record Item(FileMode mode, ObjectId id) {}

    private final ObjectReader reader;
    private final ObjectInserter inserter;

    TreeEditor(ObjectReader reader, ObjectInserter inserter) {
        this.reader = reader;
        this.inserter = inserter;
    }

    /** The tree with the files, by path; {@link ObjectId#zeroId()} for an empty tree. */
    ObjectId put(AnyObjectId tree, Map<String, byte[]> files) throws IOException {
        ObjectId result = tree.copy();
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, file.getValue());
            result = put(result, file.getKey(), blob);
        }
        return result;
    }

    private ObjectId put(AnyObjectId tree, String path, ObjectId blob) throws IOException {
        NavigableMap<String, Item> items = items(tree);
        int slash = path.indexOf('/');
        if (slash < 0) {
            requireAbsent(items, path + "/");
            items.put(path, new Item(FileMode.REGULAR_FILE, blob));
        } else {
            String folder = path.substring(0, slash);
            requireAbsent(items, folder);
            Item present = items.remove(folder + "/");
            ObjectId inner = put(present == null ? ObjectId.zeroId() : present.id(), path.substring(slash + 1), blob);
            items.put(folder + "/", new Item(FileMode.TREE, inner));
        }
        return write(items);
    }

    /** In one tree a name is a file or a folder, never both. */
    private static void requireAbsent(NavigableMap<String, Item> items, String name) {
        if (items.containsKey(name)) {
            throw new PathObstructedException(name);
        }
    }

    /** Git sorts folders as if their names ended with a slash; so do the keys here. */
    private NavigableMap<String, Item> items(AnyObjectId tree) throws IOException {
        var items = new TreeMap<String, Item>();
        if (tree.equals(ObjectId.zeroId())) {
            return items;
        }
        var entries = new CanonicalTreeParser(null, reader, tree);
        while (!entries.eof()) {
            boolean folder = entries.getEntryFileMode().equals(FileMode.TREE);
            String name = entries.getEntryPathString();
            items.put(folder ? name + "/" : name, new Item(entries.getEntryFileMode(), entries.getEntryObjectId()));
            entries.next();
        }
        return items;
    }

    private ObjectId write(NavigableMap<String, Item> items) throws IOException {
        var formatter = new TreeFormatter();
        items.forEach((name, item) -> formatter.append(
                name.endsWith("/") ? name.substring(0, name.length() - 1) : name, item.mode(), item.id()));
        return inserter.insert(formatter);
    }
}
