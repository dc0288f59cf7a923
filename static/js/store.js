// What a phone keeps until it has been sent: texts and photos, each marked with the account that they belong to.
const NAME = "redaksi", VERSION = 2;  // as in sw.js
let opened;

function open() {
  opened ??= new Promise((done, failed) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.onupgradeneeded = () => {
      const base = asked.result, has = (name) => base.objectStoreNames.contains(name);
      if (!has("texts")) base.createObjectStore("texts", { keyPath: "key" });
      if (!has("photos")) base.createObjectStore("photos", { keyPath: "id" }).createIndex("key", "key");
      if (!has("shared")) base.createObjectStore("shared", { autoIncrement: true });
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  return opened;
}

async function ask(store, mode, work) {
  const transaction = (await open()).transaction(store, mode, { durability: "strict" });
  const asked = work(transaction.objectStore(store));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(asked?.result);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

export const put = (store, value) => ask(store, "readwrite", (at) => at.put(value));
export const get = (store, key) => ask(store, "readonly", (at) => at.get(key));
export const drop = (store, key) => ask(store, "readwrite", (at) => at.delete(key));
export const texts = async (user) => (await ask("texts", "readonly", (at) => at.getAll())).filter((each) => each.user === user);
export const photosOf = async (key) =>
  (await ask("photos", "readonly", (at) => at.index("key").getAll(key))).sort((a, b) => a.place - b.place);

// A text that has arrived, with its photos.
export async function forget(key) {
  for (const photo of await photosOf(key)) await drop("photos", photo.id);
  await drop("texts", key);
}

// What another app has shared with the desk, until it is taken up.
export const shared = () => ask("shared", "readonly", (at) => at.getAll());
export const forgetShared = () => ask("shared", "readwrite", (at) => at.clear());

// All that an account has here.
export async function forgetAll(user) {
  for (const text of await texts(user)) await forget(text.key);
  await forgetShared();
}
