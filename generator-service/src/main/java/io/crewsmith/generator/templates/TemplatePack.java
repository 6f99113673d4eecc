package io.crewsmith.generator.templates;

import freemarker.template.Template;
import freemarker.template.TemplateException;
import io.crewsmith.generator.model.Generation.Cause;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.TemplateVersion;
import io.crewsmith.generator.model.SourceFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One version of the templates of something, ready to render. */
public final class TemplatePack {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Nothing is warm yet when a service starts. */
    private static final Duration LONGEST_UNPROVEN = Duration.ofSeconds(10);

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final TemplateVersion version;
    private final Manifest manifest;
    private final Map<OutputFile, Template> templates = new LinkedHashMap<>();
    private volatile Duration longest = LONGEST_UNPROVEN;

    TemplatePack(PackFolder folder, Manifest manifest, Sandbox sandbox) {
        this.version = new TemplateVersion(manifest.id(), manifest.version(), folder.digest());
        this.manifest = manifest;
        manifest.files().forEach(file -> templates.put(file, sandbox.template(file.template())));
    }

    public TemplateVersion version() {
        return version;
    }

    Manifest manifest() {
        return manifest;
    }

    /** Its fixtures hold: it is ready for use. */
    TemplatePack proven() {
        longest = LONGEST;
        return this;
    }

    /**
     * The files, the module first.
     *
     * @param module name of the module
     * @param data what the templates see
     * @throws RenderingFailed where a template fails, writes too much or takes more than a second
     */
    public List<SourceFile> render(String module, Map<String, @Nullable Object> data) throws RenderingFailed {
        Future<List<SourceFile>> rendering = THREADS.submit(() -> files(module, data));
        try {
            return rendering.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failed("takes more than %,d ms.".formatted(longest.toMillis()), Cause.TIME, null);
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a template was rendered", e);
        } finally {
            // Each loop of a template looks for this.
            rendering.cancel(true);
        }
    }

    private List<SourceFile> files(String module, Map<String, @Nullable Object> data)
            throws TemplateException, IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Map.Entry<OutputFile, Template> file : templates.entrySet()) {
            var writer = new CodeWriter();
            file.getValue().process(data, writer);
            files.add(new SourceFile(file.getKey().path(module), writer.code()));
        }
        return files;
    }

    private RenderingFailed failed(@Nullable Throwable cause) {
        return switch (cause) {
            case TemplateException e -> {
                String where = "%s, line %s: ".formatted(e.getTemplateSourceName(), e.getLineNumber());
                String problem = e.getMessageWithoutStackTop().split("----")[0].strip();
                yield failed("failed in " + where + problem.replaceAll("\\s+", " "), Cause.TEMPLATE, e.getLineNumber());
            }
            case CodeWriter.TooLong e -> failed(String.valueOf(e.getMessage()), Cause.SIZE, null);
            case null, default -> failed("failed: " + cause + ".", Cause.TEMPLATE, null);
        };
    }

    private RenderingFailed failed(String what, Cause cause, @Nullable Integer line) {
        String reason = "The template %s %s %s Choose another version of it, or have it repaired."
                .formatted(version.id(), version.version(), what);
        return new RenderingFailed(new Failed(reason, cause, version.id(), version.version(), line));
    }
}
