// What only a browser can do: remember a theme, notice a person, move the focus, copy, download, print, reload after a lost circuit.

const cookie = 'portal-theme';

export function theme() {
  return document.documentElement.dataset.theme ?? 'system';
}

export function setTheme(value) {
  const root = document.documentElement;
  if (value === 'system') {
    delete root.dataset.theme;
    document.cookie = `${cookie}=; path=/; max-age=0; samesite=lax`;
  } else {
    root.dataset.theme = value;
    document.cookie = `${cookie}=${value}; path=/; max-age=31536000; samesite=lax`;
  }
}

export function focus(id) {
  document.getElementById(id)?.focus();
}

export function catchFocus(id) {
  if (document.activeElement === document.body) document.getElementById(id)?.focus({ preventScroll: true });
}

// Somebody has said already that the page may be left.
export function click(id) {
  isLeaving = true;
  document.getElementById(id)?.click();
}

export function submit(id) {
  document.getElementById(id)?.requestSubmit();
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// Recovery codes stand on the page already: the browser takes them from there, so they are not sent to it once more.
const linesOf = (id, selector) => [...document.querySelectorAll(`#${id} ${selector}`)].map(line => line.textContent.trim());

export function copyCodes(id) {
  return copy(linesOf(id, 'li').join('\n'));
}

export function downloadCodes(id, name) {
  const text = [...linesOf(id, '.about p'), '', ...linesOf(id, 'li'), ''].join('\r\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// Not at once: the browser's own dialog would keep the circuit waiting for an answer.
export function printPage() {
  setTimeout(() => window.print());
}

// What opened a dialog gets the focus back, one dialog after the other. Where it is gone or idle by then, the heading of the
// dialog or section that it stood in does, or the page's.
const openers = [];

export function remember() {
  const at = document.activeElement;
  openers.push({ at, within: at?.closest('[role=dialog], section') });
}

export function giveBack() {
  const { at, within } = openers.pop() ?? {};
  if (at?.isConnected && at !== document.body && !at.disabled) {
    at.focus();
    return;
  }
  const heading = (within?.isConnected && within.querySelector('h2')) || document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

// A menu is walked with the arrow keys and left with Tab or by clicking elsewhere.
export function openMenu(id) {
  const host = document.getElementById(id);
  const menu = host?.querySelector('[role=menu]');
  if (!menu) return;
  const items = () => [...menu.querySelectorAll('[role=menuitem], [role=menuitemradio]')];
  items()[0]?.focus();
  menu.addEventListener('keydown', event => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length].focus();
  });
  const elsewhere = event => {
    if (!menu.isConnected) {
      document.removeEventListener('pointerdown', elsewhere);
    } else if (!host.contains(event.target)) {
      host.querySelector('[aria-haspopup=menu]').click();
    }
  };
  document.addEventListener('pointerdown', elsewhere);
}

// Tells the server that somebody is there, at most once a minute. Acknowledgements of the circuit tell nothing.
export function watch(session) {
  let last = 0;
  const seen = () => {
    if (Date.now() - last > 60000) {
      last = Date.now();
      session.invokeMethodAsync('SeenAsync').catch(() => {});
    }
  };
  for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
    document.addEventListener(event, seen, { passive: true, capture: true });
  }
}

// Where choosing saves at once, arrow keys move the focus and choose nothing: values that are walked past must not be saved.
document.addEventListener('keydown', event => {
  const group = event.target.matches?.('input[type=radio]') && event.target.closest('[data-saves]');
  if (!group) return;
  if (event.key === 'Enter') {
    event.target.click();
    return;
  }
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const radios = [...group.querySelectorAll('input[type=radio]')];
  radios[(radios.indexOf(event.target) + by + radios.length) % radios.length].focus();
});

// An Undo that has the focus when it goes leaves it with the field that it stood beside.
document.addEventListener('focusin', event => {
  const undo = event.target.closest?.('.undo');
  const field = undo?.closest('.choice, .segrow');
  if (!field) return;
  const watch = new MutationObserver(() => {
    if (undo.isConnected && document.activeElement === undo) return;
    watch.disconnect();
    if (document.activeElement === document.body) {
      (field.querySelector('input:checked') ?? field.querySelector('input'))?.focus();
    }
  });
  watch.observe(document.body, { childList: true, subtree: true });
});

// A circuit that the server no longer has cannot be resumed: the page is loaded anew, and the wizard reopens at its step.
// What was typed and not saved comes along, for the same person on the same page; passwords and codes do not, for no field of
// theirs is a draft.
const draftsKey = 'portal-drafts';
const here = () => `${document.querySelector('.app')?.dataset.who} ${location.pathname}`;
let isLeaving = false;

function keepDrafts() {
  const fields = Object.fromEntries([...document.querySelectorAll('[data-draft]')].map(field => [field.dataset.draft, field.value]));
  sessionStorage.setItem(draftsKey, JSON.stringify({ here: here(), fields }));
  isLeaving = true;
}

export function reload() {
  keepDrafts();
  location.reload();
}

// To the provider of single sign-on and back: what was chosen is found again by its kind and its name, and has the focus.
const chosenKey = 'portal-chosen';
const nameOf = element => `${element.tagName} ${element.id} ${element.getAttribute('aria-label') ?? element.textContent.trim()}`;

export function leaveFor(address) {
  keepDrafts();
  const chosen = openers[0]?.at;
  if (chosen?.isConnected) sessionStorage.setItem(chosenKey, JSON.stringify({ here: here(), name: nameOf(chosen) }));
  location.assign(address);
}

export function findChosen() {
  const kept = JSON.parse(sessionStorage.getItem(chosenKey));
  sessionStorage.removeItem(chosenKey);
  if (kept?.here !== here()) return;
  [...document.querySelectorAll('#main :is(a, button, input, select)')].find(element => nameOf(element) === kept.name)?.focus();
}

export function takeDrafts() {
  const kept = JSON.parse(sessionStorage.getItem(draftsKey));
  sessionStorage.removeItem(draftsKey);
  return kept?.here === here() ? kept.fields : {};
}

// Nothing is lost, or it was asked about already: the browser has nothing to ask.
window.addEventListener('beforeunload', event => {
  if (isLeaving) event.stopImmediatePropagation();
}, { capture: true });

document.addEventListener('click', event => {
  if (event.target.closest('[data-reload]')) reload();
});
document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', event => {
  if (event.detail.state === 'rejected') reload();
});

// Skipping the menu moves the focus too: Blazor follows links within a page by scrolling alone.
document.addEventListener('click', event => {
  if (event.target.closest?.('.skip')) {
    event.preventDefault();
    document.querySelector('#main h1')?.focus();
  }
}, { capture: true });

// A click beside a dialog does nothing: it must not take the focus out of it either, where Escape would no longer be heard.
document.addEventListener('mousedown', event => {
  if (event.target.closest?.('.mud-overlay')) event.preventDefault();
});
