// Listens to the server for every tab that is looked at, over one connection: a browser allows six
// to a server, and tabs there may be many.
//
// Where the browser can, this runs in a worker that all tabs share; elsewhere each page has its own.
// A tab says `true` when it is looked at, and `false` when it is not any more. It is told
// `[name, data]`: first the last event of each name, then every one that comes.

/** How long to wait before a connection that the browser has given up is tried again. */
const PATIENCE = 2000;

const NAMES = ["edition", "exercises"];
const looking = new Set();
/** What the server has said last, by name. */
const last = new Map();
let source = null;

/** Serves a tab at the other end of this port. */
export function join(port) {
  port.onmessage = ({ data: isLooking }) => {
    if (isLooking) welcome(port);
    else looking.delete(port);
    follow();
  };
}

function welcome(port) {
  looking.add(port);
  for (const event of last) port.postMessage(event);
}

/** Nobody looks: nothing is listened to. Nothing is lost, for every event says all there is to know. */
function follow() {
  if (looking.size === 0) close();
  else if (!source) open();
}

function open() {
  source = new EventSource("/_course/events");
  for (const name of NAMES) {
    source.addEventListener(name, ({ data }) => tell(name, data));
  }
  source.addEventListener("error", ({ target }) => {
    // Whatever was said is old by the time the server is there again.
    last.clear();
    if (target.readyState !== EventSource.CLOSED) return;
    close();
    setTimeout(follow, PATIENCE);
  });
}

function close() {
  source?.close();
  source = null;
  last.clear();
}

function tell(name, data) {
  last.set(name, data);
  for (const port of looking) port.postMessage([name, data]);
}

globalThis.onconnect = ({ ports: [port] }) => join(port);
