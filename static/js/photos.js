// The photos of a story: chosen or taken, made smaller, sent in the background, ordered and described.
import * as store from "./store.js";
import { shrink } from "./shrink.js";
import { Refused, SignedOut, send } from "./send.js";

const READABLE = ["image/jpeg", "image/png", "image/webp"], WHOLE = 25 * 1024 * 1024;
const form = document.querySelector("form.compose");
const list = form.querySelector(".tray"), chooser = form.querySelector("[name=photo]");
const says = list.dataset, model = form.querySelector("template.shot-model");
const named = form.elements.photos, most = Number(says.most);
const waiting = new Set();
const listeners = new Set();

const say = (key, values = {}) => says[`say${key[0].toUpperCase()}${key.slice(1)}`].replace(/\{(\w+)\}/g, (_all, name) => values[name]);
const size = (bytes) => `${(bytes / 1e6).toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
const cards = () => [...list.querySelectorAll(".shot")];
const part = (card, name) => card.querySelector(`[data-part=${name}]`);
const changed = () => { for (const heard of listeners) heard(); };

export const onChange = (heard) => listeners.add(heard);
export const isSending = () => waiting.size > 0;
// Resolves once every photo has arrived, or could not.
export const arrived = async () => { while (waiting.size) await Promise.race([...waiting]); };
export const unsent = () => cards().filter((card) => !card.dataset.photo);

// --- Cards ------------------------------------------------------------------------------------

// The order of the cards is that of the photos; the first one leads.
function settle() {
  named.value = cards().map((card) => card.dataset.photo).filter(Boolean).join(",");
  cards().forEach((card, place) => {
    card.querySelector(".leads").hidden = place > 0;
    part(card, "first").hidden = part(card, "earlier").hidden = place === 0;
    part(card, "later").hidden = place === cards().length - 1;
    if (card.dataset.kept) keep(card);
  });
  named.dispatchEvent(new Event("change", { bubbles: true }));
  changed();
}

function rename(card, from, to) {
  for (const element of card.querySelectorAll("[id], [name], [for]"))
    for (const name of ["id", "name", "for"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replace(new RegExp(`_${from}(?=$|_)`), `_${to}`));
    }
}

function arm(card) {
  card.querySelector(".noscript")?.remove();
  const move = (before) => (event) => {
    before(card);
    settle();
    event.currentTarget.hidden ? part(card, "caption").focus() : event.currentTarget.focus();
  };
  part(card, "tools").hidden = false;
  part(card, "first").onclick = move((each) => list.prepend(each));
  part(card, "earlier").onclick = move((each) => each.previousElementSibling?.before(each));
  part(card, "later").onclick = move((each) => each.nextElementSibling?.after(each));
  part(card, "remove").onclick = () => {
    if (card.dataset.kept) store.drop("photos", card.dataset.kept).catch(() => {});
    card.dataset.gone = "1";
    card.remove();
    settle();
    chooser.focus();
  };
  part(card, "retry").onclick = () => void begin(card);
  part(card, "edit").onclick = async () => {
    const { edit } = await import("./darkroom.js");
    edit(card, form, (photo) => { take(card, photo); settle(); });
  };
  card.addEventListener("input", () => card.dataset.kept && keep(card));
}

// Let a card stand for a photo that the server has.
function take(card, photo) {
  const from = card.dataset.photo || card.dataset.kept;
  rename(card, from, photo.id);
  card.dataset.photo = photo.id;
  part(card, "edit").hidden = false;
  const image = card.querySelector("img");
  if (!image.src.startsWith("blob:") || card.shot?.photo) image.src = photo.src;
  image.className = `thumb ${photo.focus}`;
  if (card.shot) card.shot.photo = photo;
}

function tell(card, text, { wrong = false, retry = false } = {}) {
  const line = part(card, "told");
  line.textContent = text;
  line.classList.toggle("errors", wrong);
  part(card, "retry").hidden = !retry;
}

// A picture of the unit, taken once more: the server has it already.
function reuse({ photo, ...words }) {
  const card = model.content.firstElementChild.cloneNode(true);
  rename(card, "__id__", photo.id);
  card.dataset.photo = photo.id;
  const image = card.querySelector("img");
  [image.src, image.width, image.height] = [photo.src, photo.width, photo.height];
  list.append(card);
  arm(card);
  for (const [name, text] of Object.entries(words)) part(card, name).value = text;
  take(card, photo);
  settle();
}

const door = form.querySelector("[data-part=library]");
door.hidden = false;
door.onclick = async () => {
  if (cards().length >= most) return;
  const { pick } = await import("./library.js");
  pick(form, reuse, door);
};

// --- Choosing ---------------------------------------------------------------------------------

export async function add(files) {
  const told = [];
  for (const file of files) {
    if (cards().length >= most) {
      told.push(say("many", { most }));
      break;
    }
    try {
      await addOne(file);
    } catch {
      const heic = /hei[cf]/i.test(file.type) || /\.hei[cf]$/i.test(file.name);
      told.push(`${file.name}: ${say(heic ? "heic" : file.size > WHOLE ? "huge" : "unreadable")}`);
    }
  }
  const line = form.querySelector("[data-part=refused]");
  line.textContent = told.join(" ");
  line.hidden = !told.length;
}

async function addOne(file) {
  const blob = await shrink(file);
  const id = crypto.randomUUID?.() ?? ([1e7] + -1e3 + -4e3 + -8e3 + -1e11).replace(/[018]/g, (c) => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));
  const card = show({ id, key: form.dataset.draft, blob, name: file.name, before: file.size, photo: null, words: {} });
  settle();
  await keep(card);
  void begin(card);
}

// Show a photo as it is kept on this phone.
export function show(shot) {
  const card = model.content.firstElementChild.cloneNode(true);
  card.dataset.kept = shot.id;
  card.shot = shot;
  rename(card, "__id__", shot.id);
  const image = card.querySelector("img");
  image.src = URL.createObjectURL(shot.blob);
  image.onload = () => { [image.width, image.height] = [image.naturalWidth, image.naturalHeight]; };
  list.append(card);
  arm(card);
  for (const [name, text] of Object.entries(shot.words)) part(card, name).value = text;
  if (shot.photo) take(card, shot.photo);
  tell(card, say("shrunk", { before: size(shot.before), after: size(shot.blob.size) }));
  return card;
}

function keep(card) {
  card.shot.words = Object.fromEntries(["caption", "alt", "credit"].map((name) => [name, part(card, name).value]));
  card.shot.place = cards().indexOf(card);
  card.shot.key = form.dataset.draft;
  return store.put("photos", card.shot).catch(() => {});
}

// --- Sending ----------------------------------------------------------------------------------

function begin(card) {
  const work = sendOne(card).finally(() => { waiting.delete(work); changed(); });
  waiting.add(work);
  changed();
  return work;
}

async function sendOne(card) {
  const { shot } = card, bar = card.querySelector("progress");
  const shrunk = say("shrunk", { before: size(shot.before), after: size(shot.blob.size) });
  bar.hidden = false;
  tell(card, shrunk);
  try {
    const unit = form.elements.satker?.value;
    const told = await send(says.upload.replace(says.nothing, shot.id), { ...shot, unit }, (bytes) => {
      bar.value = bytes / shot.blob.size;
    }, navigator.onLine ? 6 : 0);
    if (card.dataset.gone) return;
    const twin = cards().find((each) => each !== card && each.dataset.photo === String(told.photo.id));
    if (twin) {  // the server had told of it before this phone knew
      await store.drop("photos", shot.id).catch(() => {});
      card.remove();
      return settle();
    }
    take(card, told.photo);
    tell(card, told.known ? `${shrunk} ${told.known.told}` : shrunk);
    if (told.known) offer(card, told.known);
    await keep(card);
    settle();
  } catch (error) {
    const sentence = error instanceof Refused ? error.message : say(error instanceof SignedOut ? "signedOut" : "offline");
    tell(card, sentence, { wrong: error instanceof Refused, retry: !(error instanceof Refused) });
    if (error instanceof Refused) await store.drop("photos", shot.id).catch(() => {});
  } finally {
    bar.hidden = true;
  }
}

// The same picture was here before: its words can be used again.
function offer(card, known) {
  const button = part(card, "again");
  button.hidden = !(known.caption || known.alt);
  button.onclick = () => {
    for (const name of ["caption", "alt", "credit"]) {
      const box = part(card, name);
      box.value ||= known[name];
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    button.hidden = true;
    part(card, "caption").focus();
  };
}

addEventListener("online", () => { for (const card of unsent()) if (!part(card, "retry").hidden) void begin(card); });

// --- Begin ------------------------------------------------------------------------------------

form.querySelector(".first-words").remove();
chooser.removeAttribute("aria-describedby");
cards().forEach(arm);
settle();
chooser.addEventListener("change", async () => {
  const files = [...chooser.files];
  chooser.value = "";  // what was chosen travels by itself, not with the form
  await add(files);
});
// Pasted or dropped into the text.
form.addEventListener("story-files", (event) => {
  event.preventDefault();
  void add(event.detail);
});
form.addEventListener("dragover", (event) => { if (event.dataTransfer.types.includes("Files")) event.preventDefault(); });
form.addEventListener("drop", (event) => {
  const files = [...event.dataTransfer.files].filter((file) => file.type.startsWith("image/"));
  if (!files.length) return;
  event.preventDefault();
  void add(files);
});

// --- Found again ------------------------------------------------------------------------------

// The ids of the photos in their order, those that have not arrived by the id they have here.
export const order = () => cards().map((card) => card.dataset.photo || card.dataset.kept);

// Bring back the photos that this phone keeps, in the order they had; what has not arrived is sent.
export function restore(shots, ids) {
  for (const shot of shots) {
    const card = cards().find((each) => each.dataset.kept === shot.id || (shot.photo && each.dataset.photo === String(shot.photo.id)));
    if (!card) show(shot);
  }
  const place = (card) => {
    const at = [card.dataset.photo, card.dataset.kept].map((id) => ids.indexOf(id)).find((index) => index >= 0);
    return at ?? ids.length;
  };
  if (ids.length) list.append(...cards().sort((a, b) => place(a) - place(b)));
  settle();
  for (const card of unsent()) void begin(card);
}
