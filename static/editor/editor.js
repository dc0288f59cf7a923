// The editor of the desk: a text area that knows what it stands for. If anything fails, the text area stays.
import { closeHistory, history, undo } from "prosemirror-history";
import { EditorState, Selection, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { COMMANDS, keys, typing } from "./commands.js";
import { dock } from "./dock.js";
import { read, room, slice, wordsOf, write } from "./html.js";
import { linkDialog } from "./link.js";
import { make } from "./make.js";
import { clean } from "./paste.js";
import { fromText, toText, untypable } from "./text.js";
import { toolbar } from "./toolbar.js";

const PAUSE = 200;
const LIKING = "desk-editor";

// The choice of this device: where the editor misbehaves, the next story begins as plain text too.
const liking = {
  get: () => {
    try {
      return localStorage.getItem(LIKING);
    } catch {
      return null;
    }
  },
  set: (mode) => {
    try {
      localStorage.setItem(LIKING, mode);
    } catch {
      // Forgotten, then.
    }
  },
};

// data-say-link-words="..." is say.linkWords: the words of the page's language.
const wordsOfPage = (area) => {
  const said = Object.entries(area.dataset).filter(([name]) => name.startsWith("say"));
  return Object.fromEntries(said.map(([name, text]) => [name[3].toLowerCase() + name.slice(4), text]));
};

function mount(area) {
  const say = wordsOfPage(area);
  const form = area.form;
  const mode = form.elements.namedItem(`${area.name}_mode`);
  const label = area.labels[0];
  label.id ||= `${area.id}_label`;
  let rich = true;
  let changed = false;
  let timer = 0;
  let told = area.value;
  let pasted = null;
  let offered = null;

  // --- The parts -----------------------------------------------------------------------------

  const note = make("div", { class: "editor-note", role: "status" });
  const count = make("span", { class: "editor-count" });
  const turn = make("button", { type: "button", class: "editor-turn" });
  const foot = make("div", { class: "editor-foot" }, count, turn);
  const openLink = linkDialog(say);
  const act = (name) => {
    if (name === "link") return openLink(view);
    COMMANDS[name].run(view.state, view.dispatch, view);
    return view.focus();
  };
  const tools = toolbar(say, act, () => view.focus());
  const strip = make("div", { class: "editor-strip" }, tools.row, note);
  const frame = make("div", { class: "editor" }, strip, foot);
  area.after(frame);
  const margin = dock(frame, strip);

  function tell(text, ...buttons) {
    offered = null;
    note.replaceChildren(...(text ? [make("p", {}, text), ...buttons] : []));
  }
  const button = (text, act) => {
    const made = make("button", { type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  };

  // --- The text area follows -------------------------------------------------------------------

  function showCount(html) {
    const words = wordsOf(html);
    const over = area.maxLength > 0 ? area.value.length - area.maxLength : 0;
    count.textContent = over > 0 ? say.tooLong.replace("{count}", over)
      : (words === 1 ? say.word : say.words).replace("{count}", words.toLocaleString(document.documentElement.lang));
    count.classList.toggle("errors", over > 0);
  }

  function put(value, as) {
    mode.value = as;
    area.value = told = value;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function flush() {
    clearTimeout(timer);
    if (!rich || !changed) return;
    changed = false;
    const html = write(view.state.doc);
    put(html, "html");
    showCount(html);
  }

  // --- The view --------------------------------------------------------------------------------

  const plugins = [typing, keys((_state, dispatch) => !dispatch || openLink(view)), room, history()];
  const start = (doc) => EditorState.create({ doc, plugins });

  const view = new EditorView({ mount: make("div") }, {
    state: start(read(mode.value === "html" ? area.value : fromText(area.value))),
    attributes: {
      class: "editor-text text",
      role: "textbox",
      "aria-multiline": "true",
      "aria-labelledby": label.id,
      ...(area.getAttribute("aria-describedby") && { "aria-describedby": area.getAttribute("aria-describedby") }),
      ...(area.getAttribute("aria-invalid") && { "aria-invalid": area.getAttribute("aria-invalid") }),
      spellcheck: "true",
      autocapitalize: "sentences",
      lang: document.documentElement.lang,
    },
    scrollMargin: margin,
    scrollThreshold: margin,
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr));
      tools.show(view.state);
      if (!tr.docChanged) return;
      if (offered) offered = { from: tr.mapping.map(offered.from, 1), to: tr.mapping.map(offered.to, -1) };
      else if (!tr.getMeta("paste")) tell("");
      changed = true;
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE);
    },
    handleKeyDown(_view, event) {
      if (!(event.altKey && event.key === "F10")) return false;
      tools.focus();
      return true;
    },
    transformPastedHTML: (html) => paste({ html }),
    clipboardTextParser: (text) => slice(paste({ text })),
    // Where HTML holds nothing but pictures, its words may still be there as text.
    handlePaste: (_view, event, piece) => {
      const text = event.clipboardData?.getData("text/plain");
      return insert(piece.size || !text ? piece : slice(paste({ text })));
    },
    handleDOMEvents: {
      paste: (_view, event) => onlyFiles(event.clipboardData, event),
      drop: (_view, event) => onlyFiles(event.dataTransfer, event),
    },
  });
  strip.after(view.dom);

  // --- Paste -----------------------------------------------------------------------------------

  function paste(copied) {
    const found = clean(copied);
    pasted = { ...found, copied };
    tell(found.photos ? say.photos : "");
    return found.html;
  }

  function onlyFiles(data, event) {
    if (!data?.files.length || data.getData("text/html") || data.getData("text/plain")) return false;
    event.preventDefault();
    // The list of photos below takes them, where its script runs.
    const offered = new CustomEvent("story-files", { detail: [...data.files], cancelable: true });
    if (form.dispatchEvent(offered)) tell(say.photos);
    return true;
  }

  function replace(tr, piece) {
    const lone = !piece.openStart && !piece.openEnd && piece.content.childCount === 1 && piece.content.firstChild;
    return lone ? tr.replaceSelectionWith(lone, false) : tr.replaceSelection(piece);
  }

  function insert(piece) {
    const before = view.state.selection;
    const tr = closeHistory(replace(view.state.tr, piece));
    const [from, to] = [tr.mapping.map(before.from, -1), tr.mapping.map(before.to, 1)];
    // Whoever has pasted a table goes on below it.
    if (piece.size) view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
    // Whoever has pasted a table goes on below it.
    if (piece.content.lastChild?.type.spec.isolating) {
      view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(to))).scrollIntoView());
    }
    if (pasted?.prefixes) offer(pasted.copied, from, to);
    return true;
  }

  // Take the name and time off each message: the same text once more, in its place.
  function offer(copied, from, to) {
    const kept = view.state.doc.slice(from, to);
    tell(say.prefixes, button(say.prefixesRemove, () => {
      const { doc } = view.state;
      if (!doc.slice(offered.from, offered.to).eq(kept)) return tell(say.prefixesLate);
      const tr = closeHistory(view.state.tr.setSelection(TextSelection.create(doc, offered.from, offered.to)));
      offered = null;
      view.dispatch(tr.replaceSelection(slice(clean(copied, true).html)).scrollIntoView());
      view.focus();
      return tell(say.prefixesRemoved, button(say.undo, () => {
        undo(view.state, view.dispatch);
        view.focus();
        tell("");
      }));
    }));
    offered = { from, to };
  }

  // --- Plain text and back -----------------------------------------------------------------------

  function show(asRich) {
    rich = asRich;
    area.hidden = rich;
    frame.classList.toggle("plain", !rich);
    turn.textContent = rich ? say.toText : say.toRich;
    showCount(rich ? write(view.state.doc) : fromText(area.value));
  }

  function load() {
    view.updateState(start(read(mode.value === "html" ? area.value : fromText(area.value))));
    tools.show(view.state);
    told = area.value;
    changed = false;
  }

  function toPlain() {
    flush();
    const text = toText(view.state.doc);
    if (text === null) return tell(say.cannot.replace("{what}", say[`cannot${untypable(view.state.doc)}`]));
    put(text, "text");
    tell("");
    show(false);
    return true;
  }

  function toRich() {
    load();
    put(write(view.state.doc), "html");
    show(true);
  }

  turn.addEventListener("click", () => {
    if (rich ? toPlain() : (toRich(), true)) liking.set(rich ? "rich" : "text");
    (rich ? view : area).focus();
  });
  area.addEventListener("input", () => {
    if (!rich) showCount(fromText(area.value));
  });
  // Another part of the page has put a text in: a draft that was found again.
  area.addEventListener("change", () => {
    if (!rich) return;
    load();
    show(true);
  });
  window.addEventListener("pageshow", () => {
    if (rich && area.value !== told) area.dispatchEvent(new Event("change"));
  });
  form.addEventListener("submit", flush, true);
  document.addEventListener("visibilitychange", flush);
  // The label, and the list of what has to be mended, lead to the field.
  document.addEventListener("click", (event) => {
    const leads = event.target.closest?.(`label[for="${area.id}"], a[href="#${area.id}"]`);
    if (!rich || !leads) return;
    event.preventDefault();
    view.focus();
    view.dom.scrollIntoView({ block: "nearest" });
  });

  tools.show(view.state);
  show(true);
  if (liking.get() === "text" && mode.value === "text") show(false);
}

for (const area of document.querySelectorAll("textarea[data-editor]")) {
  try {
    mount(area);
  } catch (error) {
    area.hidden = false;
    area.parentNode.querySelector(".editor")?.remove();
    reportError(error);
  }
}
