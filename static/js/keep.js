// Nothing that was typed is lost: each pause is kept on the phone, and at a calm pace on the server.
import * as photos from "./photos.js";
import * as queue from "./queue.js";
import * as store from "./store.js";
import { token } from "./send.js";
import { words } from "./differ.js";

const PAUSE = 300, CALM = 20000;
const form = document.querySelector("form.compose");
const box = form.querySelector("[data-part=kept]"), says = box.dataset;
const { user } = form.dataset, isNew = !form.dataset.article;
const OWN = ["csrfmiddlewaretoken", "intent", "photo"];
let timer, told, sending = false, parked = false, dirty = false;

// A form that the service worker gave without a line carries the token of another visit: the address decides.
if (isNew) {
  const asked = new URLSearchParams(location.search).get("t") || crypto.randomUUID();
  if (!location.search.includes(asked)) history.replaceState(null, "", `?t=${asked}`);
  form.elements.token.value = asked;
  form.dataset.draft = `${user}:t${asked}`;
}
const key = form.dataset.draft;

const snapshot = () => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !OWN.includes(name));
const plain = (fields) => JSON.stringify(fields.filter(([name, value]) => value && name !== "photo_first").sort());
const begun = snapshot();

// --- On the phone -----------------------------------------------------------------------------

function record(more = {}) {
  const fields = snapshot(), now = Object.fromEntries(fields);
  return {
    key, user, fields, at: Date.now(), title: now.title, state: "writing", order: photos.order(),
    action: form.action, address: location.pathname + location.search, ...more,
  };
}

async function keep(more) {
  clearTimeout(timer);
  if ((sending || parked) && !more) return;  // as it waits, so it goes
  const kept = record(more);
  if (!more && plain(kept.fields) === plain(begun) && !photos.unsent().length) return void (await store.drop("texts", key));
  await store.put("texts", kept);
  dirty = true;
}

function soon(event) {
  if (event?.isTrusted && !sending) parked = false;  // who goes on writing does not want it sent as it was
  clearTimeout(timer);
  timer = setTimeout(() => keep().catch(() => {}), PAUSE);
}

for (const event of ["input", "change"]) form.addEventListener(event, soon);
photos.onChange(() => soon());
addEventListener("pagehide", () => void keep().catch(() => {}));

// --- On the server ----------------------------------------------------------------------------

async function follow(options = {}) {
  if (!dirty || sending || !navigator.onLine) return;
  const fields = snapshot();
  if (plain(fields) === told) return;
  const body = new URLSearchParams([...fields, ["csrfmiddlewaretoken", token()]]);
  try {
    const answer = await fetch(form.dataset.autosave, { method: "POST", body, redirect: "manual", ...options });
    if (answer.ok) [told, dirty] = [plain(fields), false];
  } catch {
    // The phone has it.
  }
}
setInterval(follow, CALM);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) return;
  void keep().catch(() => {});
  void follow({ keepalive: true });
});

// It waits, and stays as it is until it is sent or the officer goes on writing.
function park(text) {
  parked = true;
  say(text, button(says.write, async () => {
    parked = false;
    await keep({ state: "writing" });
    say("");
  }));
}

// --- Found again ------------------------------------------------------------------------------

function say(text, ...parts) {
  box.replaceChildren(...(text ? [text, ...parts] : []));
  box.hidden = !text;
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = text;
  made.onclick = act;
  return made;
}

async function bring(kept, shots) {
  photos.restore(shots, kept?.order ?? []);
  for (const element of kept ? form.elements : []) if (element.type === "checkbox" && element.name) element.checked = false;
  for (const [name, value] of kept?.fields ?? []) {
    const element = form.elements.namedItem(name);
    if (!element || name === "token" || name === "version" || name === "photos") continue;
    if (element.type === "checkbox") element.checked = true;
    else element.value = value;
  }
  // The version that the text was begun from: whoever saved meanwhile is not overwritten.
  const from = kept?.fields.find(([name]) => name === "version");
  if (from) form.elements.version.value = from[1];
  form.elements.body.dispatchEvent(new Event("change", { bubbles: true }));
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function differing(kept) {
  const shown = document.createElement("div");
  const [was, now] = [begun, kept.fields].map((fields) => Object.fromEntries(fields));
  for (const name of ["title", "lead", "body"]) {
    const line = words(was[name] ?? "", now[name] ?? "");
    if (line) shown.append(line);
  }
  return shown;
}

async function discard() {
  await store.forget(key);
  say("");
  if (isNew) location.assign(form.getAttribute("action"));
}

async function find() {
  const kept = await store.get("texts", key), shots = await store.photosOf(key);
  if (!kept && !shots.length) return;
  const known = new Map(begun).get("photos")?.split(",") ?? [];
  const missing = shots.some((shot) => !known.includes(String(shot.photo?.id)));
  if (!missing && (!kept || plain(kept.fields) === plain(begun))) return void (await store.forget(key));
  const at = new Date(kept?.at ?? Date.now()).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  const drop = button(says.discard, discard);
  parked = kept?.state === "queued";
  if (isNew || !kept) {
    await bring(kept, shots);
    if (parked) return park(says.queued);
    return say(says.brought.replace("{at}", at), drop);
  }
  document.querySelector("[data-part=unsaved]")?.remove();
  const changes = differing(kept);
  changes.hidden = true;
  const show = button(says.show, () => { changes.hidden = !changes.hidden; });
  const use = button(says.use, async () => { await bring(kept, shots); say(says.brought.replace("{at}", at), drop); });
  say(says.newer.replace("{at}", at), use, show, drop, changes);
}

// --- Sent -------------------------------------------------------------------------------------

const bar = form.querySelector(".actions.sticky");
const line = bar.querySelector("[data-part=sending]");
const state = (text) => { line.textContent = text; line.hidden = !text; bar.toggleAttribute("data-busy", Boolean(text)); };

function byItself(submitter) {
  const hidden = document.createElement("input");
  [hidden.type, hidden.name, hidden.value] = ["hidden", "intent", submitter.value || "save"];
  form.append(hidden);
  HTMLFormElement.prototype.submit.call(form);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (sending) return;
  sending = true;
  const submitter = event.submitter ?? bar.querySelector("button");
  try {
    await keep({ state: "sending", intent: submitter.value || "save" });
  } catch {
    return byItself(submitter);  // no room on this phone: as ever, then
  }
  if (photos.isSending()) {
    state(says.photos);
    await photos.arrived();
  }
  state(says.sending);
  await keep({ state: "queued", intent: submitter.value || "save" });
  const end = await queue.send(await store.get("texts", key));
  state("");
  if (end.to) return location.assign(end.to);  // and nothing of it is kept on the way out
  sending = false;
  if (end.again) {
    await keep({ state: "writing" });
    return byItself(submitter);
  }
  if (end.signedOut) {
    await keep({ state: "writing" });
    const link = document.createElement("a");
    [link.href, link.target, link.textContent] = [says.door, "_blank", says.enter];
    return say(says.signedOut, link);
  }
  park(end.failed ? says.failed : says.queued);
  box.scrollIntoView({ block: "center" });
});

// What another app has shared comes into a new form: photos as if chosen, words as the beginning of the text.
async function receive() {
  if (!isNew || !new URLSearchParams(location.search).has("bagi")) return;
  for (const { text, files } of await store.shared()) {
    await photos.add(files);
    const body = form.elements.body;
    if (text && form.elements.body_mode.value === "text") {
      body.value = [body.value, text].filter(Boolean).join("\n\n");
      body.dispatchEvent(new Event("change", { bubbles: true }));
      body.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  await keep();
  await store.forgetShared();
}

find().then(receive).catch(() => {});
