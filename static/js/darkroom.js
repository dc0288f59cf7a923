// Crop a photo to 3:2, say what stays in sight, blur a face: by thumb, mouse or keys. The server does the work.
import { token } from "./send.js";

const SHAPE = 3 / 2, BLUR = 0.16, STEP = 0.01, MOST = 40;
const within = (value, least, most) => Math.min(Math.max(value, least), most);

export function edit(card, form, done) {
  const dialog = form.querySelector("template.darkroom-model").content.firstElementChild.cloneNode(true);
  const part = (name) => dialog.querySelector(`[data-part=${name}]`);
  const stage = part("stage"), picture = stage.querySelector("img"), size = part("size"), wrong = part("wrong");
  const focus = { x: 0.5, y: 0.3, mark: part("focus") };
  const crop = { x: 0, y: 0, w: 1, h: 1, on: false, mark: part("crop") };
  const blurs = [];
  let mode = "focus", chosen = null;

  const shown = card.querySelector("img");
  const [fx, fy] = ["fx", "fy"].map((name) => shown.className.match(new RegExp(`\\b${name}(\\d+)`))?.[1]);
  if (fx) [focus.x, focus.y] = [fx / 10, fy / 10];
  picture.src = shown.currentSrc || shown.src;

  const ratio = () => picture.naturalWidth / picture.naturalHeight;
  const place = (mark, { x, y, w, h }) => {
    for (const [side, value] of Object.entries({ left: x, top: y, width: w, height: h }))
      if (value !== undefined) mark.style[side] = `${value * 100}%`;
  };

  function draw() {
    place(focus.mark, { x: focus.x, y: focus.y });
    crop.mark.hidden = !crop.on;
    place(crop.mark, crop);
    for (const blur of blurs) {
      place(blur.mark, blur);
      blur.mark.classList.toggle("chosen", blur === chosen && mode === "blur");
    }
    for (const button of dialog.querySelectorAll("[data-mode]"))
      button.setAttribute("aria-pressed", button.dataset.mode === mode);
    for (const help of dialog.querySelectorAll("[data-help]")) help.hidden = help.dataset.help !== mode;
    const item = current();
    size.parentElement.hidden = mode === "focus" || !item || (mode === "crop" && !crop.on);
    if (item?.w && !size.parentElement.hidden) size.value = Math.round((item.w / widest(item)) * 100);
    part("uncrop").hidden = mode !== "crop" || !crop.on;
    part("unblur").hidden = mode !== "blur" || !chosen;
  }

  const current = () => ({ focus, crop, blur: chosen })[mode];
  const widest = (item) => (item === crop ? Math.min(1, SHAPE / ratio()) : 0.6);

  function resize(item, width) {
    const [middleX, middleY] = [item.x + item.w / 2, item.y + item.h / 2];
    item.w = within(width, 0.04, widest(item));
    item.h = item === crop ? (item.w * ratio()) / SHAPE : Math.min(1, item.w * ratio());
    moveTo(item, middleX, middleY);
  }

  function moveTo(item, x, y) {
    item.x = within(x - (item.w ?? 0) / 2, 0, 1 - (item.w ?? 0));
    item.y = within(y - (item.h ?? 0) / 2, 0, 1 - (item.h ?? 0));
    draw();
  }

  function begin() {
    if (mode !== "crop" || crop.on) return;
    crop.on = true;
    resize(crop, widest(crop));
    moveTo(crop, focus.x, focus.y);
  }

  function blurAt(x, y) {
    if (blurs.length >= MOST) return;
    const mark = document.createElement("button");
    mark.type = "button";
    mark.className = "blur";
    mark.setAttribute("aria-label", dialog.dataset.blur.replace("{number}", blurs.length + 1));
    chosen = { x: 0, y: 0, w: 0, h: 0, mark };
    const own = chosen;
    mark.addEventListener("focus", () => { chosen = own; draw(); });
    blurs.push(own);
    stage.append(mark);
    resize(own, BLUR);
    moveTo(own, x, y);
  }

  const at = (event) => {
    const frame = picture.getBoundingClientRect();
    return [within((event.clientX - frame.left) / frame.width, 0, 1), within((event.clientY - frame.top) / frame.height, 0, 1)];
  };

  stage.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const [x, y] = at(event);
    if (mode === "blur") {
      const hit = blurs.findLast((each) => x >= each.x && x <= each.x + each.w && y >= each.y && y <= each.y + each.h);
      if (hit) chosen = hit;
      else blurAt(x, y);
      chosen?.mark.focus();
    } else if (mode === "crop") begin();
    moveTo(current(), x, y);
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    if (stage.hasPointerCapture(event.pointerId)) moveTo(current(), ...at(event));
  });

  dialog.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const item = current();
    if (!way || !item || event.target === size || !stage.contains(event.target)) return;
    event.preventDefault();
    const step = event.shiftKey ? STEP * 5 : STEP;
    moveTo(item, item.x + (item.w ?? 0) / 2 + way[0] * step, item.y + (item.h ?? 0) / 2 + way[1] * step);
  });

  for (const button of dialog.querySelectorAll("[data-mode]"))
    button.onclick = () => {
      mode = button.dataset.mode;
      begin();
      if (mode === "blur" && !blurs.length) blurAt(focus.x, focus.y);
      draw();
      (current()?.mark ?? stage).focus();
    };
  size.oninput = () => resize(current(), (size.value / 100) * widest(current()));
  part("uncrop").onclick = () => { crop.on = false; draw(); };
  part("unblur").onclick = () => {
    blurs.splice(blurs.indexOf(chosen), 1);
    chosen.mark.remove();
    chosen = blurs.at(-1) ?? null;
    draw();
  };
  part("cancel").onclick = () => dialog.close();
  dialog.addEventListener("close", () => { dialog.remove(); card.querySelector("[data-part=edit]").focus(); });

  const mille = ({ x, y, w, h }) => [x, y, w, h].map((value) => Math.round(value * 1000)).join(",");
  part("save").onclick = async () => {
    const body = new FormData();
    body.set("focus_x", Math.round(focus.x * 100));
    body.set("focus_y", Math.round(focus.y * 100));
    if (crop.on) body.set("crop", mille(crop));
    body.set("blurs", blurs.map(mille).join("\n"));
    part("save").disabled = true;
    wrong.hidden = true;
    try {
      const address = dialog.dataset.address.replace("/0/", `/${card.dataset.photo}/`);
      const response = await fetch(address, { method: "POST", body, redirect: "manual", headers: { Accept: "application/json", "X-CSRFToken": token() } });
      const told = response.headers.get("Content-Type")?.startsWith("application/json") ? await response.json() : {};
      if (!told.photo) throw new Error(told.error);
      shown.src = told.photo.src;
      shown.width = told.photo.width;
      shown.height = told.photo.height;
      done(told.photo);
      dialog.close();
    } catch (error) {
      wrong.textContent = error instanceof TypeError || !error.message || error.message === "undefined" ? dialog.dataset.failed : error.message;
      wrong.hidden = false;
      part("save").disabled = false;
    }
  };

  document.body.append(dialog);
  picture.decode().catch(() => {}).then(draw);
  dialog.showModal();
  focus.mark.focus();
}
