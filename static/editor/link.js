// The dialog that asks where a link leads.
import { TextSelection } from "prosemirror-state";
import { make } from "./make.js";
import { address, schema } from "./schema.js";

const { a } = schema.marks;
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[:/?#]\S*)?$/u;

// Return what was typed as an address that may be stored, or "": a bare host and a bare mailbox are meant kindly.
export function meant(typed) {
  const text = typed.trim();
  if (/^[^\s@/:]+@[^\s@]+\.[^\s@]+$/.test(text)) return address(`mailto:${text}`);
  if (/^\+?\d[\d -]{6,}$/.test(text)) return address(`tel:${text.replace(/[ -]/g, "")}`);
  return address(HOST.test(text) ? `https://${text}` : text);
}

// Return {from, to, href} of the link around the cursor, or of the selection.
function around({ doc, selection }) {
  const { $from, empty } = selection;
  const mark = a.isInSet($from.marks()) || ($from.nodeAfter && a.isInSet($from.nodeAfter.marks));
  if (!mark) {
    let href = "";
    doc.nodesBetween(selection.from, selection.to, (node) => {
      href ||= a.isInSet(node.marks)?.attrs.href ?? "";
    });
    return { from: selection.from, to: selection.to, href };
  }
  if (!empty) return { from: selection.from, to: selection.to, href: mark.attrs.href };
  let [from, to] = [$from.pos, $from.pos];
  $from.parent.forEach((node, offset) => {
    const start = $from.start() + offset;
    const linked = mark.isInSet(node.marks);
    // Only the unbroken stretch that the cursor is in.
    if (linked && start <= to && start + node.nodeSize >= from) {
      from = Math.min(from, start);
      to = Math.max(to, start + node.nodeSize);
    }
  });
  return { from, to, href: mark.attrs.href };
}

export function linkDialog(say) {
  const id = "editor-link";
  const field = make("input", { id, type: "text", inputmode: "url", autocomplete: "off" });
  const words = make("input", { id: `${id}-words`, type: "text", autocomplete: "off" });
  const wordsField = make("p", {}, make("label", { for: `${id}-words` }, say.linkWords), words);
  const wrong = make("p", { class: "errors", role: "alert", id: `${id}-error` });
  const help = make("span", { class: "help", id: `${id}-help` }, say.linkHelp);
  const set = make("button", { class: "btn" }, say.linkSet);
  const remove = make("button", { type: "button", class: "btn plain" }, say.linkRemove);
  const cancel = make("button", { type: "button", class: "btn plain" }, say.cancel);
  const form = make("form", { class: "form", method: "dialog", novalidate: true },
    make("h2", { id: `${id}-title` }, say.link),
    make("p", {}, make("label", { for: id }, say.linkAddress), field, help), wrong, wordsField,
    make("div", { class: "editor-choices" }, set, remove, cancel));
  const dialog = make("dialog", { class: "editor-link", "aria-labelledby": `${id}-title` }, form);
  document.body.append(dialog);
  let apply = () => {};
  let leave = () => dialog.close();

  const clear = (message = "") => {
    wrong.textContent = message;
    field.setAttribute("aria-invalid", String(Boolean(message)));
    field.setAttribute("aria-describedby", message ? `${id}-error` : `${id}-help`);
  };
  field.addEventListener("input", () => clear());
  cancel.addEventListener("click", () => leave());
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });
  remove.addEventListener("click", () => {
    apply("");
    leave();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const href = meant(field.value);
    if (!href) {
      clear(say.linkWrong);
      return field.focus();
    }
    apply(href);
    return leave();
  });

  return (view) => {
    const { from, to, href } = around(view.state);
    let { selection } = view.state;
    clear();
    field.value = href;
    words.value = "";
    wordsField.hidden = from !== to;
    remove.hidden = !href;
    apply = (chosen) => {
      const { tr } = view.state;
      tr.removeMark(from, to, a);
      if (chosen && from !== to) tr.addMark(from, to, a.create({ href: chosen }));
      if (chosen && from === to) {
        const text = words.value.trim() || field.value.trim();
        tr.insert(from, schema.text(text, [a.create({ href: chosen })]));
        tr.setSelection(TextSelection.create(tr.doc, from + text.length));
      }
      view.dispatch(tr.removeStoredMark(a).scrollIntoView());
      ({ selection } = view.state);
    };
    // The browser gives the focus back with the cursor at the start.
    leave = () => {
      dialog.close();
      view.dispatch(view.state.tr.setSelection(selection));
      view.focus();
    };
    dialog.showModal();
    field.select();
    return true;
  };
}
