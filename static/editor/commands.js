// What the buttons and the keys do.
import {
  chainCommands, createParagraphNear, deleteSelection, joinBackward, joinForward, joinTextblockBackward, lift,
  liftEmptyBlock, selectAll,
  selectNodeBackward, selectNodeForward, setBlockType, splitBlock, toggleMark, wrapIn,
} from "prosemirror-commands";
import { closeHistory, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { liftListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { Plugin } from "prosemirror-state";
import { address, schema } from "./schema.js";

const { p, h2, h3, blockquote, ul, ol, li, br } = schema.nodes;
const { strong, em, a } = schema.marks;

// Return the depth of the nearest ancestor of one of these types, or 0.
function depthOf({ $from }, ...types) {
  for (let depth = $from.depth; depth > 0; depth -= 1) if (types.includes($from.node(depth).type)) return depth;
  return 0;
}

const inBlock = (type) => ({ selection }) => selection.$from.parent.type === type;
const within = (type) => ({ selection }) => depthOf(selection, type) > 0;
const inList = (type) => ({ selection }) => {
  const depth = depthOf(selection, ul, ol);
  return depth > 0 && selection.$from.node(depth).type === type;
};
const hasMark = (type) => ({ selection: { from, to, empty, $from }, storedMarks, doc }) =>
  empty ? Boolean(type.isInSet(storedMarks || $from.marks())) : doc.rangeHasMark(from, to, type);

// A title cannot stand first in a list, nor a list in a title: leave the one for the other.
const outOf = (undone, done) => (state, dispatch, view) =>
  done(state, dispatch) || (undone(state, dispatch) && (!view || done(view.state, dispatch)));

const heading = (type) => (state, dispatch, view) =>
  inBlock(type)(state) ? setBlockType(p)(state, dispatch)
    : outOf(liftListItem(li), setBlockType(type))(state, dispatch, view);

function list(type) {
  return (state, dispatch, view) => {
    const depth = depthOf(state.selection, ul, ol);
    if (!depth) return outOf(setBlockType(p), wrapInList(type))(state, dispatch, view);
    if (state.selection.$from.node(depth).type === type) return liftListItem(li)(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(state.selection.$from.before(depth), type));
    return true;
  };
}

const quote = (state, dispatch) => (within(blockquote)(state) ? lift : wrapIn(blockquote))(state, dispatch);

export const COMMANDS = {
  bold: { run: toggleMark(strong), active: hasMark(strong), keys: "Control+B" },
  italic: { run: toggleMark(em), active: hasMark(em), keys: "Control+I" },
  heading: { run: heading(h2), active: inBlock(h2), keys: "Control+Alt+2" },
  subheading: { run: heading(h3), active: inBlock(h3), keys: "Control+Alt+3" },
  bullets: { run: list(ul), active: inList(ul), keys: "Control+Shift+8" },
  numbers: { run: list(ol), active: inList(ol), keys: "Control+Shift+7" },
  quote: { run: quote, active: within(blockquote), keys: "Control+Shift+9" },
  link: { active: hasMark(a), keys: "Control+K" },
  undo: { run: undo, keys: "Control+Z" },
  redo: { run: redo, keys: "Control+Y" },
};

// --- Keys -----------------------------------------------------------------------------------------

const atStart = ({ selection }) => selection.empty && selection.$from.parentOffset === 0;

const leaveItem = (state, dispatch) => {
  const { $from } = state.selection;
  const first = atStart(state) && $from.depth > 1 && $from.node(-1).type === li && $from.index(-1) === 0;
  return Boolean(first) && liftListItem(li)(state, dispatch);
};
const leaveTitle = (state, dispatch) =>
  atStart(state) && [h2, h3].includes(state.selection.$from.parent.type) && setBlockType(p)(state, dispatch);

const breakLine = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(br.create()).scrollIntoView());
  return true;
};
const backward = chainCommands(
  deleteSelection, leaveItem, leaveTitle, joinTextblockBackward, joinBackward, selectNodeBackward,
);
const forward = chainCommands(deleteSelection, joinForward, selectNodeForward);
const DELETES = { deleteContentBackward: backward, deleteContentForward: forward };

export const keys = (openLink) =>
  keymap({
    "Mod-b": COMMANDS.bold.run,
    "Mod-i": COMMANDS.italic.run,
    "Mod-k": openLink,
    "Mod-Alt-2": COMMANDS.heading.run,
    "Mod-Alt-3": COMMANDS.subheading.run,
    "Mod-Alt-0": setBlockType(p),
    "Mod-Shift-7": COMMANDS.numbers.run,
    "Mod-Shift-8": COMMANDS.bullets.run,
    "Mod-Shift-9": COMMANDS.quote.run,
    "Mod-[": liftListItem(li),
    "Mod-z": undo,
    "Mod-y": redo,
    "Mod-Shift-z": redo,
    "Mod-a": selectAll,
    "Shift-Enter": breakLine,
    Enter: chainCommands(splitListItem(li), createParagraphNear, liftEmptyBlock, splitBlock),
    Backspace: backward,
    "Mod-Backspace": backward,
    "Shift-Backspace": backward,
    Delete: forward,
    "Mod-Delete": forward,
  });

// --- What is typed as in WhatsApp -------------------------------------------------------------------

const BLOCKS = [
  [/^[-•] $/, "bullets"],
  [/^1[.)] $/, "numbers"],
  [/^> $/, "quote"],
  [/^## $/, "heading"],
  [/^### $/, "subheading"],
];
const MARKS = [
  [/(?:^|[^\p{L}\p{N}_*])(\*(?![\s*])[^*\ufffc]*[^\s*\ufffc]\*)$/u, strong],
  [/(?:^|[^\p{L}\p{N}_/])(_(?![\s_])[^_\ufffc]*[^\s_\ufffc]_)$/u, em],
];
const LINK = /(?:^|[\s(])(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]*_])\s$/;

// Return the change that the text before the cursor asks for, if any.
function asked({ selection: { $from, empty }, tr }, text) {
  for (const [pattern, type] of MARKS) {
    const found = empty && pattern.exec(text);
    const from = found && $from.pos - found[1].length;
    if (found) {
      tr.addMark(from + 1, $from.pos - 1, type.create()).delete($from.pos - 1, $from.pos).delete(from, from + 1);
      return tr.removeStoredMark(type);
    }
  }
  const link = empty && LINK.exec(text);
  const href = link && address(link[1]);
  const from = $from.pos - 1 - (link?.[1].length ?? 0);
  if (!href || tr.doc.rangeHasMark(from, $from.pos - 1, a)) return null;
  return tr.addMark(from, $from.pos - 1, a.create({ href }));
}

// Undo gives back what was typed: the change is a step of its own.
function look(view) {
  const { $from } = view.state.selection;
  const text = $from.parent.textBetween(Math.max(0, $from.parentOffset - 500), $from.parentOffset, null, "\ufffc");
  const block = $from.depth === 1 && $from.parent.type === p && BLOCKS.find(([pattern]) => pattern.test(text));
  const tr = block ? view.state.tr.delete($from.start(), $from.pos) : asked(view.state, text);
  if (!tr) return;
  view.dispatch(closeHistory(tr));
  if (block) COMMANDS[block[1]].run(view.state, view.dispatch, view);
}

export const typing = new Plugin({
  props: {
    handleTextInput(view, _from, _to, text, inserted) {
      if (view.composing || !/[\s*_]$/.test(text)) return false;
      view.dispatch(inserted());
      look(view);
      return true;
    },
    handleDOMEvents: {
      compositionend(view) {
        setTimeout(() => view.isDestroyed || view.composing || look(view));
      },
      // A phone's keyboard tells no keys. Left alone, the browser would join two blocks itself, with inline styles.
      beforeinput(view, event) {
        const done = !view.composing && DELETES[event.inputType]?.(view.state, view.dispatch, view);
        if (done) event.preventDefault();
        return Boolean(done);
      },
    },
  },
});
