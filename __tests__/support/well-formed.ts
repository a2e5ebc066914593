/** A strict little reader of XML without namespaces, comments or CDATA: what it takes is well-formed. */

const NAME = String.raw`[A-Za-z_][\w.-]*`;
const ATTRIBUTE = String.raw`\s+${NAME}="(?:[^<&"]|&(?:amp|lt|gt|quot|apos|#\d+);)*"`;
const TOKEN = new RegExp(
  String.raw`<\?xml [^?]*\?>|<(${NAME})((?:${ATTRIBUTE})*)\s*(\/?)>|<\/(${NAME})>|([^<&]|&(?:amp|lt|gt|quot|apos|#\d+);)+`,
  'y',
);
/** What XML 1.0 takes. */
const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** The names of the elements in their order. @throws where the text is no XML */
export function elementsOf(xml: string): string[] {
  if (!xml.isWellFormed() || !ALLOWED.test(xml)) throw new Error('It holds what XML does not take.');
  const open: string[] = [];
  const names: string[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < xml.length; ) {
    const at = TOKEN.lastIndex;
    const [, begun, , alone, ended] = TOKEN.exec(xml) ?? [];
    if (TOKEN.lastIndex === 0) throw new Error(`No XML at ${at}: ${xml.slice(at, at + 80)}`);
    if (begun !== undefined) names.push(begun);
    if (begun !== undefined && alone === '') open.push(begun);
    if (ended !== undefined && open.pop() !== ended) throw new Error(`${ended} ends what has not begun.`);
  }
  if (open.length > 0) throw new Error(`${open.join()} does not end.`);
  return names;
}
