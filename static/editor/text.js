// The twin of news.html.from_text and to_text: what may be typed without any tool, and back.
import { read, write } from "./html.js";
import { parsed } from "./disarm.js";

const MARK = {
  strong: /(^|[^\p{L}\p{N}_*])\*(?!\s)([^*\n]*[^*\s])\*(?![\p{L}\p{N}_*])/gu,
  em: /(^|[^\p{L}\p{N}_/])_(?!\s)([^_\n]*[^_\s])_(?![\p{L}\p{N}_])/gu,
};
const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]*_]/g;
const BULLET = /^[-•·]\s+(.*)$/;
const NUMBER = /^\d{1,2}[.)]\s+(.*)$/;

export const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

// Return [text, is it an address] pieces of a line.
export function pieces(line) {
  const found = [];
  let end = 0;
  LINK.lastIndex = 0;
  for (let link = LINK.exec(line); link; link = LINK.exec(line)) {
    if (/[\p{L}\p{N}_"'=]$/u.test(line.slice(0, link.index))) {
      LINK.lastIndex = link.index + 1;
      continue;
    }
    found.push([line.slice(end, link.index), false], [link[0], true]);
    end = LINK.lastIndex;
  }
  found.push([line.slice(end), false]);
  return found.filter(([text]) => text);
}

// Return text with *tebal* and _miring_ as HTML.
export const marked = (text) =>
  escaped(text).replace(MARK.strong, "$1<strong>$2</strong>").replace(MARK.em, "$1<em>$2</em>");

const inline = (line) =>
  pieces(line).map(([text, link]) =>
    link ? `<a href="${escaped(text)}">${escaped(text)}</a>` : marked(text)).join("");

function block(lines) {
  const [first] = lines;
  if (lines.length === 1 && first.startsWith("### ")) return `<h3>${inline(first.slice(4))}</h3>`;
  if (lines.length === 1 && first.startsWith("## ")) return `<h2>${inline(first.slice(3))}</h2>`;
  if (lines.every((line) => line.startsWith(">"))) {
    return `<blockquote><p>${lines.map((line) => inline(line.slice(1).trim())).join("<br>")}</p></blockquote>`;
  }
  for (const [mark, tag] of [[BULLET, "ul"], [NUMBER, "ol"]]) {
    const items = lines.map((line) => mark.exec(line));
    if (items.every(Boolean)) return `<${tag}>${items.map((item) => `<li>${inline(item[1])}</li>`).join("")}</${tag}>`;
  }
  return `<p>${lines.map(inline).join("<br>")}</p>`;
}

// Return typed text as HTML.
export const fromText = (text) =>
  text.replace(/\r\n?/g, "\n").trim().split(/\n\s*\n/)
    .map((part) => part.split("\n").map((line) => line.trim()).filter(Boolean))
    .filter((lines) => lines.length).map(block).join("");

function typed(node, within = {}) {
  if (node.nodeType === 3) return node.data;
  const name = node.tagName.toLowerCase();
  const inside = (more) => [...node.childNodes].map((child) => typed(child, { ...within, ...more })).join("");
  if (name === "br") return within.quoting ? "\n> " : "\n";
  if (name === "strong") return `*${inside()}*`;
  if (name === "em") return `_${inside()}_`;
  if (name === "p") return within.quoting ? inside() : `${inside()}\n\n`;
  if (name === "h2" || name === "h3") return `${name === "h2" ? "##" : "###"} ${inside()}\n\n`;
  if (name === "blockquote") return `> ${inside({ quoting: true })}\n\n`;
  if (name === "ul" || name === "ol") return `${inside({ list: name })}\n`;
  if (name === "li") {
    const place = [...node.parentNode.children].indexOf(node) + 1;
    return `${within.list === "ol" ? `${place}. ` : "- "}${inside()}\n`;
  }
  return inside();
}

// Return the typed text that makes exactly this document, or null where there is none.
export function toText(doc) {
  const html = write(doc);
  const text = typed(parsed(html)).trim();
  return write(read(fromText(text))) === html ? text : null;
}

// Return what of a document cannot be typed, as a word of the page.
export function untypable(doc) {
  let found = "Other";
  doc.descendants((node) => {
    const name = node.type.name;
    if (name === "table") found = "Table";
    else if (name === "img") found = "Photo";
    else if (found === "Other" && node.marks.some((mark) => mark.type.name === "a" && mark.attrs.href !== node.text)) {
      found = "Link";
    }
    return found !== "Table";
  });
  return found;
}
