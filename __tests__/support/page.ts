/** Markdown as GitHub shows it, with one parser for all pages: making one takes longer than most pages do. */
import { compile, parse, postprocess, preprocess } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const parser = parse({ extensions: [gfm()] });

/** The page as HTML; what is dangerous in it is left as it is, to be looked for. */
export function html(markdown: string): string {
  // What a page defines is its own.
  Object.assign(parser, { defined: [], lazy: {}, gfmFootnotes: undefined });
  const events = postprocess(parser.document().write(preprocess()(markdown, undefined, true)));
  return compile({ allowDangerousHtml: true, htmlExtensions: [gfmHtml()] })(events);
}
