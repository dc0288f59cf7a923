// What comes from the clipboard, made clean: Word, Google Docs, WhatsApp, web pages, plain text. Whatever it was, it
// becomes lines of runs first, and then paragraphs, lists and tables. No words are lost.
import { disarm, parsed } from "./disarm.js";
import { escaped, marked, pieces } from "./text.js";
import { address } from "./schema.js";

const INVISIBLE = /[\u00ad\u200b\u200e\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const TIME = String.raw`\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[ap]\.?m\.?)?`;
const DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}`;
const WHEN = `(?:${TIME},? ${DAY}|${DAY},? (?:pukul )?${TIME})`;
// "[08.15, 3/1/2024] Nama: " and "03/01/24 08.15 - Nama: "
const PREFIX = new RegExp(String.raw`^(?:\[${WHEN}\] ?|${WHEN} [-–] )[^:\n]{1,60}: ?`, "i");
// With the private letters in which Symbol and Wingdings draw them.
const BULLET = /^[•·▪▫◦●○■□‣⁃∙➢➤✓✔\uf0b7\uf0a7\uf0d8\uf0fc]\s*/;
const DASH = /^[-–—*]\s+/;
const NUMBER = /^(\d{1,2})[.)]\s+/;

const WRAPPERS = new Set(
  ("address article aside body center dd details div dl dt fieldset figcaption figure footer form header legend main " +
    "nav p pre section summary").split(" "),
);
const HEADINGS = { h1: "h2", h2: "h2", h3: "h3", h4: "h3", h5: "h3", h6: "h3" };
const SILENT = new Set("button input link meta head colgroup col hr audio video canvas".split(" "));

// --- Runs: a text with what it is in ---------------------------------------------------------------

const same = (one, other) => one.strong === other.strong && one.em === other.em && one.href === other.href;

// Return runs with single spaces, none at the ends, and each mark from the first of its letters to the last.
function tidied(runs) {
  const split = runs.flatMap((run) => {
    const core = run.text.trim();
    const [before, behind] = [run.text !== run.text.trimStart(), core && run.text !== run.text.trimEnd()];
    return [{ text: before && " " }, { ...run, text: core.replace(/\s+/g, " ") }, { text: behind && " " }];
  }).filter((run) => run.text);
  const out = [];
  split.forEach((run, place) => {
    const last = out.at(-1);
    if (run.text === " ") {
      const next = split.slice(place + 1).find((other) => other.text !== " ");
      if (!last || !next || last.text.endsWith(" ")) return;
      const both = (name) => (last[name] && last[name] === next[name] ? last[name] : undefined);
      run = { text: " ", strong: both("strong"), em: both("em"), href: both("href") };
    }
    if (last && same(last, run)) last.text += run.text;
    else out.push(run);
  });
  return out;
}

const textOf = (runs) => runs.map((run) => run.text).join("");

// Return runs without their first `count` letters.
function without(runs, count) {
  const out = [];
  for (const run of runs) {
    const text = run.text.slice(count);
    count = Math.max(0, count - run.text.length);
    if (text) out.push({ ...run, text });
  }
  return tidied(out);
}

const linked = (text, write) =>
  pieces(text).map(([piece, link]) =>
    link && address(piece) ? `<a href="${escaped(address(piece))}">${escaped(piece)}</a>` : write(piece)).join("");

function htmlOf(runs, unmarked) {
  return runs.map(({ text, strong, em, href }) => {
    let html = href ? `<a href="${escaped(href).replace(/"/g, "&quot;")}">${escaped(text)}</a>`
      : linked(text, unmarked ? marked : escaped);
    if (em) html = `<em>${html}</em>`;
    return strong ? `<strong>${html}</strong>` : html;
  }).join("");
}

// --- A foreign document read into items ------------------------------------------------------------

const style = (node) => node.dataset?.style?.toLowerCase() ?? "";
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)|mso-hide\s*:\s*all/;
const EMOJI = /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{M}\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]*$/u;

function emphasis(node, name, within) {
  const css = style(node);
  const weight = /font-weight\s*:\s*(\w+)/.exec(css)?.[1];
  const slope = /font-style\s*:\s*(\w+)/.exec(css)?.[1];
  let { strong, em } = within;
  if (name === "b" || name === "strong") strong = true;
  if (name === "i" || name === "em" || name === "cite") em = true;
  if (weight) strong = /^(?:bold|bolder|[6-9]00)$/.test(weight) || undefined;
  if (slope) em = slope !== "normal" || undefined;
  return { strong: within.heading ? undefined : strong, em };
}

// Word and Google Docs send readers through an address of their own.
function target(node) {
  const href = node.getAttribute("href") || "";
  const through = /^https:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/.exec(href);
  return address(through ? decodeURIComponent(through[1]) : href) || undefined;
}

class Reading {
  constructor() {
    this.items = [];
    this.runs = [];
    this.block = 0;
    this.photos = 0;
  }

  text(text, within) {
    const clear = text.replace(INVISIBLE, "");
    if (!/pre/.test(within.space)) return this.runs.push({ ...within, text: clear.replace(/\s+/g, " ") });
    return clear.split(/\r\n?|\n/).forEach((line, place) => {
      if (place) this.runs.push(null);
      this.runs.push({ ...within, text: line });
    });
  }

  // End a paragraph: two line breaks have begun a new one.
  flush(kind = "p", more = {}) {
    const lines = [[]];
    for (const run of this.runs) run ? lines.at(-1).push(run) : lines.push([]);
    this.runs = [];
    this.block += 1;
    for (const line of lines.map(tidied)) {
      if (!line.length) this.block += 1;
      else this.items.push({ kind, runs: line, block: this.block, ...more });
    }
  }

  nested(node, within) {
    const inner = new Reading();
    inner.children(node, within);
    inner.flush();
    this.photos += inner.photos;
    this.drawn = inner.drawn ?? "";
    return inner.items;
  }

  children(node, within) {
    for (const child of node.childNodes) this.node(child, within);
  }

  node(node, within) {
    if (node.nodeType === 3) return this.text(node.data, within);
    if (node.nodeType !== 1) return null;
    const name = node.tagName.toLowerCase();
    const css = style(node);
    if (node.hidden || HIDDEN.test(css) || SILENT.has(name)) return null;
    if (name === "br") return this.runs.push(null);
    if (name === "img") return this.picture(node, within);
    // The bullet that Word draws before the text of a list.
    if (/mso-list\s*:\s*ignore/.test(css)) {
      this.drawn = node.textContent.trim();
      return null;
    }
    const inside = { ...within, ...emphasis(node, name, within) };
    const space = /white-space\s*:\s*([\w-]+)/.exec(css)?.[1] ?? (name === "pre" ? "pre" : within.space);
    inside.space = space;
    if (name === "a") inside.href = target(node) ?? within.href;
    if (name === "table") return this.table(node, within);
    if (name === "ul" || name === "ol") return this.list(node, name, within);
    if (name === "blockquote") return this.push("blockquote", this.nested(node, inside));
    if (name === "li") return this.push("li", this.nested(node, inside), { tag: "ul", level: 1 });
    const heading = HEADINGS[name] ?? (/\bMso(?:Title|Heading)/.test(node.dataset.class) ? "h2" : undefined);
    if (heading) return this.paragraph(node, { ...within, space, strong: undefined, em: undefined, heading }, heading);
    if (WRAPPERS.has(name)) return this.wrapper(node, inside, css);
    return this.children(node, inside);
  }

  picture(node, within) {
    const alt = (node.getAttribute("alt") || "").trim();
    if (EMOJI.test(alt)) this.text(alt, within);
    else if (!(node.getAttribute("width") <= 2 && node.hasAttribute("width"))) this.photos += 1;
  }

  push(kind, inner, more = {}) {
    this.flush();
    if (inner.length) this.items.push({ kind, inner, ...more });
  }

  paragraph(node, within, kind, more) {
    this.flush();
    this.children(node, within);
    this.flush(kind, more);
  }

  wrapper(node, within, css) {
    const level = /mso-list\s*:\s*l\d+ level(\d)/.exec(css)?.[1];
    if (!level) return this.paragraph(node, within, "p");
    this.flush();
    const inner = this.nested(node, within);
    const tag = /^\(?(?:\d+|[a-z]{1,4})[.)]/i.test(this.drawn) ? "ol" : "ul";
    if (inner.length) this.items.push({ kind: "li", inner, tag, level: Number(level) });
    return null;
  }

  list(node, tag, within) {
    this.flush();
    const level = (within.level ?? 0) + 1;
    for (const child of node.children) {
      const name = child.tagName.toLowerCase();
      // Google Docs puts the inner list beside the item that it belongs to.
      if (name === "ul" || name === "ol") this.list(child, name, { ...within, level });
      else {
        const inner = this.nested(child, { ...within, ...emphasis(child, name, within), level: undefined });
        if (inner.length) this.items.push({ kind: "li", inner, tag, level });
      }
    }
  }

  table(node, within) {
    this.flush();
    const rows = [...node.querySelectorAll("tr")].filter((row) => row.closest("table") === node);
    const caption = node.querySelector("caption");
    if (caption) this.paragraph(caption, within, "p");
    const grid = rows.map((row) => [...row.children].filter((cell) => /^T[DH]$/.test(cell.tagName)));
    if (grid.flat().length <= 1 || within.table) {
      for (const cell of grid.flat()) this.paragraph(cell, within, "p");
      return;
    }
    const cells = spread(grid).map((row, place) => ({
      head: rows[place].parentNode.tagName === "THEAD",
      cells: row.map((cell) => cell && {
        tag: cell.tagName.toLowerCase(),
        inner: this.nested(cell, { space: within.space, table: true, ...emphasis(cell, "", {}) }),
      }),
    })).filter((row) => row.cells.some((cell) => cell?.inner.length));
    if (cells.length) this.items.push({ kind: "table", rows: cells });
  }
}

// Cells over several columns or rows leave empty ones behind: a stored table has no such cells.
function spread(grid) {
  const out = grid.map(() => []);
  grid.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (out[y][x] !== undefined) x += 1;
      const wide = Math.min(Number(cell.getAttribute("colspan")) || 1, 50);
      const high = Math.min(Number(cell.getAttribute("rowspan")) || 1, grid.length - y);
      for (let place = 0; place < wide * high; place += 1) {
        out[y + Math.floor(place / wide)][x + (place % wide)] = place ? null : cell;
      }
      x += wide;
    }
  });
  const width = Math.max(...out.map((row) => row.length));
  return out.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? null));
}

// --- Items written as HTML -------------------------------------------------------------------------

function everyLine(items, act) {
  for (const item of items) {
    if (item.inner) everyLine(item.inner, act);
    else if (item.rows) for (const row of item.rows) for (const cell of row.cells) everyLine(cell?.inner ?? [], act);
    else act(item);
  }
}

function mark(item) {
  if (item.kind !== "p") return null;
  const text = textOf(item.runs);
  const number = NUMBER.exec(text);
  if (number) return { type: "ol", least: 2, number: Number(number[1]), length: number[0].length };
  const bullet = BULLET.exec(text) ?? DASH.exec(text);
  return bullet && { type: "ul", sign: bullet[0][0], least: DASH.test(text) ? 2 : 1, length: bullet[0].length };
}

// Typed bullets and numbers become lists where it is certain: numbers that count from one, dashes in a row.
function listed(items) {
  const out = [];
  for (let at = 0; at < items.length; ) {
    const first = mark(items[at]);
    const goesOn = (next, place) =>
      next && next.type === first.type && next.sign === first.sign && (!next.number || next.number === place);
    let end = at;
    while (items[end] && goesOn(mark(items[end]), end - at + 1)) end += 1;
    if (first && end - at >= first.least) {
      for (const item of items.slice(at, end)) {
        const inner = [{ kind: "p", runs: without(item.runs, mark(item).length), block: 0 }];
        if (inner[0].runs.length) out.push({ kind: "li", inner, tag: first.type, level: 1 });
      }
    } else out.push(...items.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return out;
}

function lists(items, unmarked) {
  let html = "";
  const open = [];
  const close = () => {
    html += `</li></${open.pop().tag}>`;
  };
  for (const { inner, tag, level } of items) {
    const ends = (list) => list && (list.level > level || (list.level === level && list.tag !== tag));
    while (ends(open.at(-1))) close();
    if (open.at(-1)?.level === level) html += "</li><li>";
    else {
      html += `<${tag}><li>`;
      open.push({ tag, level });
    }
    html += written(inner, unmarked);
  }
  while (open.length) close();
  return html;
}

function tables({ rows }, unmarked) {
  const box = (cell) => `<${cell?.tag ?? "td"}>${written(cell?.inner ?? [], unmarked)}</${cell?.tag ?? "td"}>`;
  const line = ({ cells }) => `<tr>${cells.map(box).join("")}</tr>`;
  const part = (tag, some) => (some.length ? `<${tag}>${some.map(line).join("")}</${tag}>` : "");
  const [head, rest] = [rows.filter((row) => row.head), rows.filter((row) => !row.head)];
  return `<table>${part("thead", head)}${part("tbody", rest)}</table>`;
}

function written(items, unmarked) {
  const found = listed(items);
  const out = [];
  for (let at = 0; at < found.length; ) {
    const item = found[at];
    let end = at + 1;
    if (item.kind === "li") {
      while (found[end]?.kind === "li") end += 1;
      out.push(lists(found.slice(at, end), unmarked));
    } else if (item.kind === "table") out.push(tables(item, unmarked));
    else if (item.kind === "blockquote") out.push(`<blockquote>${written(item.inner, unmarked)}</blockquote>`);
    else {
      while (found[end]?.kind === item.kind && found[end].block === item.block) end += 1;
      const lines = found.slice(at, end).map((line) => htmlOf(line.runs, unmarked));
      out.push(`<${item.kind}>${lines.join(item.kind === "p" ? "<br>" : " ")}</${item.kind}>`);
    }
    at = end;
  }
  return out.join("");
}

// Return the items of clipboard text: a blank line ends a paragraph, ">" and "##" are as in the plain-text mode.
function fromPlain(text) {
  const reading = new Reading();
  const lines = text.replace(/\r\n?/g, "\n").split("\n").map((line) => tidied([{ text: line.replace(INVISIBLE, "") }]));
  for (const runs of lines) {
    const sign = /^(?:(###?) |> ?)/.exec(textOf(runs));
    if (!runs.length) reading.block += 1;
    else if (sign?.[1]) {
      reading.block += 1;
      const kind = sign[1] === "##" ? "h2" : "h3";
      reading.items.push({ kind, runs: without(runs, sign[0].length), block: reading.block });
    } else if (sign) {
      const inner = { kind: "p", runs: without(runs, sign[0].length), block: reading.block };
      const last = reading.items.at(-1);
      if (last?.kind === "blockquote") last.inner.push(inner);
      else reading.items.push({ kind: "blockquote", inner: [inner] });
    } else reading.items.push({ kind: "p", runs, block: reading.block });
  }
  return reading;
}

function fromHtml(html) {
  const reading = new Reading();
  reading.children(parsed(html), {});
  reading.flush();
  return reading;
}

// Return {html, photos, prefixes} of what was copied: clean HTML, how many photos were left out, and how many lines
// WhatsApp began with a name and a time; with `bare` those are taken off.
export function clean({ html, text }, bare = false) {
  // A copy from this editor has neither classes nor styles, and comes back as it is: the schema holds what it may be.
  const own = html?.includes(" data-pm-slice=") && disarm(html);
  if (own && !/ data-(?:class|style)=/.test(own)) return { html: own };
  const reading = html ? fromHtml(html) : fromPlain(text);
  let prefixes = 0;
  let marks = false;
  everyLine(reading.items, (item) => {
    marks ||= item.runs.some((run) => run.strong || run.em);
    const prefix = PREFIX.exec(textOf(item.runs));
    if (!prefix) return;
    prefixes += 1;
    // Each message is a paragraph of its own, and so are the lines after it.
    item.starts = true;
    if (bare) item.runs = without(item.runs, prefix[0].length);
  });
  let shift = 0;
  for (const item of reading.items) {
    if (item.starts) shift += 0.001;
    if (item.block !== undefined) item.block += shift;
  }
  const items = reading.items.filter((item) => !item.runs || item.runs.length);
  return { html: written(items, !marks), photos: reading.photos, prefixes };
}
