// What a text can hold: the tags and attributes that news/html.py lets in, and nothing else.
import { Schema } from "prosemirror-model";

const ABSOLUTE = /^(?:https?:\/\/|mailto:|tel:)\S/i;
const OWN_PICTURE = /^\/media\/(?!.*\.\.)[\w./-]+$/;
const REL = "noopener noreferrer nofollow ugc";

// Return an address as it may be stored, or "" for one that the server would refuse.
export function address(value) {
  const found = (value || "").trim().replace(/[\s<>"]/g, encodeURIComponent);
  try {
    return ABSOLUTE.test(found) && new URL(found) ? found : "";
  } catch {
    return "";
  }
}

const tag = (name, more) => ({ parseDOM: [{ tag: name }], toDOM: () => [name, 0], ...more });
const words = (name, more) => tag(name, { content: "inline*", group: "block", defining: true, ...more });
const size = (value) => (/^\d+$/.test(value) && value > 1 && value < 20000 ? value : null);
const cell = (name, more) => tag(name, { content: "block+", isolating: true, ...more });

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    p: words("p", { defining: false }),
    h2: words("h2", { parseDOM: [{ tag: "h2" }, { tag: "h1" }] }),
    h3: words("h3", { parseDOM: ["h3", "h4", "h5", "h6"].map((name) => ({ tag: name })) }),
    blockquote: tag("blockquote", { content: "block+", group: "block", defining: true }),
    ul: tag("ul", { content: "li+", group: "block" }),
    ol: tag("ol", { content: "li+", group: "block" }),
    li: tag("li", { content: "p block*", defining: true }),
    figure: tag("figure", { content: "(img | figcaption)+", group: "block", isolating: true }),
    figcaption: tag("figcaption", { content: "inline*" }),
    img: {
      group: "block",
      attrs: { src: {}, alt: { default: null }, width: { default: null }, height: { default: null } },
      parseDOM: [{
        tag: "img[src]",
        getAttrs: (dom) => OWN_PICTURE.test(dom.getAttribute("src")) && {
          src: dom.getAttribute("src"),
          alt: dom.getAttribute("alt"),
          width: size(dom.getAttribute("width")),
          height: size(dom.getAttribute("height")),
        },
      }],
      toDOM: (node) => ["img", node.attrs],
    },
    hr: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
    table: tag("table", { content: "(thead | tbody)+", group: "block", isolating: true }),
    thead: tag("thead", { content: "tr+" }),
    tbody: tag("tbody", { content: "tr+", parseDOM: [{ tag: "tbody" }, { tag: "tfoot" }] }),
    tr: tag("tr", { content: "(td | th)+" }),
    td: cell("td"),
    th: cell("th", {
      attrs: { scope: { default: null } },
      parseDOM: [{ tag: "th", getAttrs: (dom) => ({ scope: dom.getAttribute("scope") }) }],
      toDOM: (node) => ["th", node.attrs, 0],
    }),
    text: { group: "inline" },
    br: { group: "inline", inline: true, selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
  },
  marks: {
    a: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{
        tag: "a[href]",
        getAttrs: (dom) => {
          const href = address(dom.getAttribute("href"));
          return href && { href };
        },
      }],
      toDOM: (mark) => ["a", { href: mark.attrs.href, rel: REL }, 0],
    },
    strong: tag("strong", { parseDOM: [{ tag: "strong" }, { tag: "b" }] }),
    em: tag("em", { parseDOM: [{ tag: "em" }, { tag: "i" }] }),
  },
});
