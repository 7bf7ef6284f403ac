// The shell's behaviour. Every module listens on the document, so swapped-in parts need no set-up.
import "./menus.js";
import "./bell.js";
import "./dialog.js";
import "./busy.js";
import "./failure.js";
import "./refused.js";
import "./toast.js";
import "./focus.js";
import "./skeleton.js";
import "./keys.js";
import "./palette.js";
import "./better-moment.js";
import "./person.js";
import "./recent.js";
import "./drafts.js";
