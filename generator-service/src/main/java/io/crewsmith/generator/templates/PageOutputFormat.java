package io.crewsmith.generator.templates;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import io.crewsmith.generator.model.PageText;
import java.io.IOException;
import java.io.Writer;

/** The output format of pages in Markdown: whatever a template prints is text there, never markup. */
final class PageOutputFormat extends CommonMarkupOutputFormat<PageOutputFormat.Markup> {

    static final PageOutputFormat INSTANCE = new PageOutputFormat();

    private PageOutputFormat() {}

    /** Something that is Markdown already. */
    static final class Markup extends CommonTemplateMarkupOutputModel<Markup> {

        private Markup(String text, String markup) {
            super(text, markup);
        }

        @Override
        public PageOutputFormat getOutputFormat() {
            return INSTANCE;
        }
    }

    @Override
    public String getName() {
        return "Page";
    }

    @Override
    public String getMimeType() {
        return "text/markdown";
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        out.write(PageText.write(text));
    }

    @Override
    public String escapePlainText(String text) {
        return PageText.write(text);
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String name) {
        return false;
    }

    @Override
    protected Markup newTemplateMarkupOutputModel(String text, String markup) {
        return new Markup(text, markup);
    }
}
