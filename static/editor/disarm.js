// Foreign HTML made harmless before the browser parses it: even a parser that runs nothing reports each style
// attribute as a break of the content policy. What comes out has only tags that were written anew here.

const KEPT = new Set([
  "href", "src", "alt", "width", "height", "scope", "colspan", "rowspan", "aria-level", "hidden", "data-pm-slice",
]);
const RENAMED = { style: "data-style", class: "data-class" };
// What these hold is never the text that somebody selected.
const DROPPED = new Set([
  "script", "style", "xml", "title", "noscript", "template", "iframe", "object", "svg", "math", "textarea", "select",
]);
const NAME = /[a-z][\w:-]*/iy;
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;

function attributes(html, at) {
  let kept = "";
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(html);
    if (!found) return [kept, at];
    at = ATTRIBUTE.lastIndex;
    const name = found[1].toLowerCase();
    const as = RENAMED[name] || (KEPT.has(name) && name);
    if (as) kept += ` ${as}="${(found[2] ?? found[3] ?? found[4] ?? "").replace(/"/g, "&quot;")}"`;
  }
}

const after = (html, what, at) => {
  const found = html.indexOf(what, at);
  return found < 0 ? html.length : found + what.length;
};

function pastContent(html, name, at) {
  const end = new RegExp(`</${name}[^>]*>`, "gi");
  end.lastIndex = at;
  return end.exec(html) ? end.lastIndex : html.length;
}

// Return `html` without comments, scripts and styles, each tag with the few attributes that tell what the text is;
// style and class stay readable as data-style and data-class.
export function disarm(html) {
  const out = [];
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf("<", at);
    if (open < 0) {
      out.push(html.slice(at));
      break;
    }
    out.push(html.slice(at, open));
    const closing = html[open + 1] === "/" ? 1 : 0;
    NAME.lastIndex = open + 1 + closing;
    const name = NAME.exec(html)?.[0].toLowerCase();
    if (html.startsWith("<!--", open)) at = after(html, "-->", open + 4);
    else if (name) {
      const [kept, end] = attributes(html, NAME.lastIndex);
      at = after(html, ">", end);
      if (DROPPED.has(name)) at = closing ? at : pastContent(html, name, at);
      else out.push(closing ? `</${name}>` : `<${name}${kept}>`);
    } else if (closing || "!?".includes(html[open + 1] || " ")) at = after(html, ">", open);
    else {
      out.push("&lt;");
      at = open + 1;
    }
  }
  return out.join("");
}

// Return the body of a document that is shown nowhere, loads nothing and runs nothing.
export const parsed = (html) => new DOMParser().parseFromString(disarm(html), "text/html").body;
