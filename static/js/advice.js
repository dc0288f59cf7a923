// The house style while a story is written: the same rules as in news/advice.py, which gives them as data.
const QUOTED_WORDS = 4, QUOTES_TOLD = 3, NEAR = 60, CAPITALS = 8, PAUSE = 800;

export function look(texts, { rules, told, patterns, madrasah }) {
  if (!texts.title.trim() && !texts.body.trim()) return [];
  const re = (name) => new RegExp(patterns[name][0], `gu${patterns[name][1]}`);
  const all = (name, text) => [...text.matchAll(re(name))];
  const has = (name, text) => re(name).test(text);
  const count = (text) => [...text].length;
  const bare = (text) => !text.trim();

  function* tooLong(field, limit) {
    const text = texts[field], letters = [...text];
    if (limit !== null && letters.length > limit)
      yield [field, `${field}_length`, { count: letters.length, limit }, [letters.slice(0, limit).join("").length, text.length]];
  }

  function* words(fields) {
    for (const name of ["caption", "alt"]) yield* fields(`photo_${name}`, texts[name]);
  }

  const checks = {
    *title_words(limit) {
      const found = all("word", texts.title);
      if (limit !== null && found.length > limit)
        yield ["title", "title_words", { count: found.length, limit }, [found[limit].index, texts.title.length]];
    },
    title_length: (limit) => tooLong("title", limit),
    lead_length: (limit) => tooLong("lead", limit),
    *title_capitals() {
      const capitals = texts.title.match(/\p{Uppercase}/gu)?.length ?? 0;
      if (capitals >= CAPITALS && !/\p{Lowercase}/u.test(texts.title))
        yield ["title", "title_capitals", {}, [0, texts.title.length]];
    },
    *lead_missing() {
      if (bare(texts.lead)) yield ["lead", "lead_missing", {}, null];
    },
    *body_words(limit) {
      const found = all("word", texts.body.replace(re("number"), "")).length;
      if (limit !== null && found < limit) yield ["body", "body_words", { count: found, limit }, null];
    },
    *photo() {
      if (!texts.has_photo) yield ["photo", "photo", {}, null];
      else yield* words(function* (field, text) { if (bare(text)) yield [field, field, {}, null]; });
    },
    *photo_name() {
      if (texts.has_photo) yield* words(function* (field, text) {
        const key = has("file", text) ? "photo_name" : has("stock", text) && "photo_stock";
        if (key) yield [field, key, { words: text }, [0, text.length]];
      });
    },
    *programme() {
      if (!texts.programme) yield ["programme", "programme", {}, null];
    },
    *minors() {
      const { has_photo, minors, consent } = texts;
      if (minors === "none" || (consent && !(has_photo && consent === "name"))) return;
      if (minors === "shown" || (has_photo && texts.minor_photo)) return yield ["minors_given_by", "minors_consent", {}, null];
      if (!has_photo) return;
      const names = ["pupils", "places", ...(madrasah ?? texts.madrasah ? ["madrasah"] : [])];
      for (const field of ["title", "lead", "body", "photo_caption", "photo_alt"]) {
        const bare = texts[field.replace("photo_", "")].replace(re("no_pupils"), (each) => "x".repeat(each.length));
        const [first] = names.flatMap((name) => all(name, bare).slice(0, 1)).sort((one, other) => one.index - other.index);
        if (first) return yield [field, "minors", { words: first[0] }, [first.index, first.index + first[0].length]];
      }
    },
    *quote_source() {
      const { body } = texts;
      const quotes = all("quote", body).filter((quote) => all("word", quote[3]).length >= QUOTED_WORDS);
      if (!quotes.length) return;
      const masked = body.replace(re("quote"), (_all, before, opened, said, closed) =>
        before + opened + "x".repeat(said.length - 1) + (/[.!?…]/.test(said.at(-1)) ? said.at(-1) : "x") + closed);
      const ends = all("break", masked).filter((each) => !each[1] || each[0].trimEnd() !== `${each[1]}.`)
        .map((each) => each.index + each[0].length);
      ends.push(masked.length + 1);
      const speaks = ends.map((end, index) => has("saying", masked.slice(ends[index - 1] ?? 0, end)));
      let at = 0, found = 0;
      for (const quote of quotes) {
        const start = quote.index + quote[1].length, end = quote.index + quote[0].length;
        while (ends[at] <= start) at += 1;
        const before = masked.slice(Math.max(start - NEAR, ends[at - 1] ?? 0), start);
        if (has("named", before) || has("source", masked.slice(end, end + NEAR)) || has("titled", before)) continue;
        if (speaks.slice(Math.max(at - 1, 0), at + 2).some(Boolean)) continue;
        yield ["body", "quote_source", { words: quote[3].trim().split(/\s+/).slice(0, 5).join(" ") }, [start, end]];
        if ((found += 1) === QUOTES_TOLD) return;
      }
    },
  };

  return rules.flatMap(({ of, limit, why, compulsory }) =>
    [...checks[of](limit)].map(([field, key, values, place]) => ({
      of, field, told: told[key].replace(/\{(\w+)\}/g, (_all, name) => values[name]), why, place, compulsory,
    })));
}

// Return stored HTML as the server's news.html.lines does: a line for each paragraph.
export function lines(html) {
  const bare = html.replace(/<(?:br|hr)>|<\/(?:p|h2|h3|li|blockquote|figcaption|tr)>/g, "\n")
    .replace(/<\/?(?:strong|em|a)\b[^>]*>/g, "").replace(/<[^>]+>/g, " ");
  const text = new DOMParser().parseFromString(bare, "text/html").body.textContent;
  return text.split("\n").map((line) => line.trim().replace(/\s+/g, " ")).filter(Boolean).join("\n");
}

function start(box) {
  const data = JSON.parse(document.getElementById("advice-data").textContent);
  const fields = box.closest("form").elements, item = box.querySelector("template"), list = box.querySelector("ul");
  const value = (name) => (fields[name]?.value ?? "").trimEnd();
  // The lead photo's words stand in its card; until there is one, beside the choice of files.
  const lead = () => value("photos").split(",").find((id) => id && !fields[`out_${id}`]?.checked);
  const field = (name) => (lead() ? name.replace(/^photo_(caption|alt)$/, `$1_${lead()}`) : name);
  let shown = [], timer;

  function show() {
    shown = look({
      title: value("title"), lead: value("lead"), caption: value(field("photo_caption")), alt: value(field("photo_alt")),
      body: value("body_mode") === "html" ? lines(value("body")) : value("body"),
      has_photo: Boolean(fields.photo?.files?.length || lead()),
      programme: Boolean(value("programme")),
      minors: value("minors"), minor_photo: Boolean(fields.minors_photo?.checked),
      consent: ["given_by", "relation", "given_on", "kept_at"].every((name) => value(`minors_${name}`)) ? value("minors_covers") : "",
    }, data);
    shown = shown.map((each) => ({ ...each, field: field(each.field) }));
    list.replaceChildren(...shown.map(({ field, told, why, compulsory }) => {
      const row = item.content.cloneNode(true), link = row.querySelector("a");
      link.href = `#id_${field}`;
      link.textContent = told;
      row.querySelector("strong").hidden = !compulsory;
      row.querySelector("span").textContent = why;
      return row;
    }));
    box.querySelector("b").textContent = shown.length;
    box.hidden = !shown.length;
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  };
  const form = box.closest("form");
  for (const event of ["input", "change"]) form.addEventListener(event, soon);
  list.addEventListener("click", (event) => {
    const row = event.target.closest("li"), { field, place } = shown[[...list.children].indexOf(row)] ?? {};
    const box = fields[field];
    // Behind the editor the text area is hidden, and the editor answers the link itself.
    if (!event.target.closest("a") || !box || box.hidden) return;
    event.preventDefault();
    box.focus();
    if (place) box.setSelectionRange(...place);
    box.scrollIntoView({ block: "center" });
  });
  show();
}

const box = document.querySelector("[data-advice]");
if (box) start(box);
