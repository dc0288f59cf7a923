// Two texts word by word: what went, what came. Where they are too long or too different, one after the other.
const MOST = 1500;

const bare = (text) => {
  const lines = text.replace(/<\/(?:p|h2|h3|li|blockquote)>/g, "\n");
  return /<\w/.test(lines) ? new DOMParser().parseFromString(lines, "text/html").body.textContent : lines;
};

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

// Return a paragraph that shows the way from one text to the other; null if they are the same.
export function words(before, after) {
  const [old, now] = [before, after].map((text) => bare(text).trim().split(/\s+/).filter(Boolean));
  if (old.join(" ") === now.join(" ")) return null;
  const line = document.createElement("p");
  line.className = "pieces";
  const put = (name, part) => part.length && line.append(element(name, part.join(" ")), " ");
  if (old.length > MOST || now.length > MOST) {
    put("del", old);
    put("ins", now);
    return line;
  }
  // The longest common run of words, from the end (Wagner and Fischer, 1974).
  const width = now.length + 1, common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] = old[i] === now[j] ? common[(i + 1) * width + j + 1] + 1 : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
  let [i, j] = [0, 0], run = [], kind = "span";
  const next = (name, word) => {
    if (name !== kind) { put(kind, run); [kind, run] = [name, []]; }
    run.push(word);
  };
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) { next("span", old[i++]); j++; }
    else if (j >= now.length || (i < old.length && common[(i + 1) * width + j] >= common[i * width + j + 1])) next("del", old[i++]);
    else next("ins", now[j++]);
  }
  put(kind, run);
  return line;
}
