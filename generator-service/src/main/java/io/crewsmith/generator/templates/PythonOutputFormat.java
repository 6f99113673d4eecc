package io.crewsmith.generator.templates;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import io.crewsmith.generator.model.Place;
import io.crewsmith.generator.model.PythonString;
import java.io.IOException;
import java.io.Writer;

/**
 * The output format of our templates. Every plain value that a template prints becomes a literal; only what our own code
 * has declared to be code is printed as it is. So a template cannot forget to quote.
 */
public final class PythonOutputFormat extends CommonMarkupOutputFormat<PythonOutputFormat.Code> {

    public static final PythonOutputFormat INSTANCE = new PythonOutputFormat();

    private PythonOutputFormat() {}

    /** What is code already; on a page it is text. */
    public static Object code(String code) {
        return new Code(code, code);
    }

    /** Something that is code already. */
    public static final class Code extends CommonTemplateMarkupOutputModel<Code> {

        private Code(String text, String code) {
            super(text, code);
        }

        @Override
        public PythonOutputFormat getOutputFormat() {
            return INSTANCE;
        }
    }

    @Override
    public String getName() {
        return "Python";
    }

    @Override
    public String getMimeType() {
        return "text/x-python";
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        if (!(out instanceof CodeWriter writer)) {
            throw new IOException("A literal needs to know where on its line it is");
        }
        writer.literal(text);
    }

    @Override
    public String escapePlainText(String text) {
        return PythonString.write(text, Place.behind(""));
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String name) {
        return false;
    }

    @Override
    protected Code newTemplateMarkupOutputModel(String text, String code) {
        return new Code(text, code);
    }
}
