// The row of buttons: one stop for the Tab key, arrows within it.
import { COMMANDS } from "./commands.js";
import { icon } from "./icons.js";
import { make } from "./make.js";

const STEP = { ArrowRight: 1, ArrowLeft: -1 };

export function toolbar(say, act, leave) {
  const buttons = Object.entries(COMMANDS).map(([name, { keys, active }]) => {
    const more = { "aria-keyshortcuts": keys, "aria-pressed": active ? "false" : null, tabindex: -1 };
    const word = make("span", {}, say[name]);
    const button = make("button", { type: "button", "data-does": name, ...more }, icon(name), word);
    // The selection, and the phone's keyboard, stay.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => act(name));
    return button;
  });
  const row = make("div", { class: "editor-tools", role: "toolbar", "aria-label": say.tools }, ...buttons);
  let place = 0;
  const move = (to) => {
    buttons[place].tabIndex = -1;
    place = (to + buttons.length) % buttons.length;
    buttons[place].tabIndex = 0;
  };
  move(0);
  row.addEventListener("focusin", (event) => move(buttons.indexOf(event.target)));
  row.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    else if (event.key === "Home") buttons[0].focus();
    else if (event.key === "End") buttons.at(-1).focus();
    else if (STEP[event.key]) buttons[(place + STEP[event.key] + buttons.length) % buttons.length].focus();
    else return;
    event.preventDefault();
  });
  return {
    row,
    focus: () => buttons[place].focus(),
    show(state) {
      for (const button of buttons) {
        const { run, active } = COMMANDS[button.dataset.does];
        if (active) button.setAttribute("aria-pressed", String(active(state)));
        // Not "disabled": a button that vanishes from under the focus would lose it.
        if (run) button.setAttribute("aria-disabled", String(!run(state)));
      }
    },
  };
}
