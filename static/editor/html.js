// From the stored HTML to the editor's document and back, in the very form in which the server stores it.
import { DOMParser, DOMSerializer } from "prosemirror-model";
import { EditorState, Plugin } from "prosemirror-state";
import { parsed } from "./disarm.js";
import { schema } from "./schema.js";

const parser = DOMParser.fromSchema(schema);
const serializer = DOMSerializer.fromSchema(schema);
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u2028\u2029]/g;
// Where the server drops what holds nothing (news/html.py, EMPTY).
const PRUNED = "p, h2, h3, strong, em, li, blockquote, figcaption, figure, ul, ol";
const OPEN_ENDED = new Set(["p", "h2", "h3", "ul", "ol"]);

// Text can be written before and after everything: an empty paragraph is not stored.
function madeRoom({ doc, tr }) {
  if (!OPEN_ENDED.has(doc.lastChild.type.name)) tr.insert(doc.content.size, schema.nodes.p.create());
  if (!OPEN_ENDED.has(doc.firstChild.type.name)) tr.insert(0, schema.nodes.p.create());
  return tr;
}

export const room = new Plugin({
  appendTransaction: (_changes, _old, state) => {
    const tr = madeRoom(state);
    return tr.docChanged ? tr : null;
  },
});

// Return the document that stored HTML stands for.
export const read = (html) =>
  madeRoom(EditorState.create({ doc: parser.parse(parsed(html), { preserveWhitespace: true }) })).doc;

// Return pasted HTML that was cleaned already as a piece of a document.
export const slice = (html) => parser.parseSlice(parsed(html));

const unwrap = (element) => element.replaceWith(...element.childNodes);

// Return a document as HTML that news.html.clean leaves as it is.
export function write(doc) {
  const page = document.implementation.createHTMLDocument("");
  serializer.serializeFragment(doc.content, { document: page }, page.body);
  for (const cell of page.querySelectorAll("li, td, th")) {
    const [first, ...rest] = cell.children;
    const lists = cell.tagName === "LI" && rest.every((child) => /^[UO]L$/.test(child.tagName));
    if (first?.tagName === "P" && (lists || !rest.length)) unwrap(first);
  }
  for (const element of [...page.querySelectorAll(PRUNED)].reverse()) {
    if (!element.textContent.trim() && !element.querySelector(":not(br)")) element.remove();
  }
  return page.body.innerHTML.replace(CONTROLS, "").trim();
}

const WORD = /[\p{L}\p{N}_]+(?:[-'’.,][\p{L}\p{N}_]+)*/gu;
const SIGNS = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&nbsp;": " " };

// Return how many words the server will count (news.html.words).
export function wordsOf(html) {
  const bare = html.replace(/<\/?(?:strong|em|a)\b[^>]*>/g, "").replace(/<[^>]+>/g, " ");
  return bare.replace(/&\w+;/g, (sign) => SIGNS[sign] ?? sign).match(WORD)?.length ?? 0;
}
