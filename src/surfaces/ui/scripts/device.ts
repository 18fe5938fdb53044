// Kiosk and display. Each part may be missing: the pages work by buttons and by asking anew.

// A Vietnamese voice where the browser has one; without it nothing is said, because another voice would not be understood.
function speak(words: string): void {
  const synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  const voice = synthesis?.getVoices().find(({ lang }) => lang.replace('_', '-').toLowerCase() === 'vi-vn');
  if (!synthesis || !voice || !words) return;
  const said = new SpeechSynthesisUtterance(words);
  said.voice = voice;
  said.lang = 'vi-VN';
  said.rate = 0.9;
  synthesis.cancel();
  synthesis.speak(said);
}

const said = document.querySelector<HTMLElement>('[data-speak]')?.dataset.speak;
if (said) {
  speak(said);
  // some browsers know their voices a moment later
  globalThis.speechSynthesis?.addEventListener?.('voiceschanged', () => speak(said), { once: true });
}

// Letters on the screen for a code: a kiosk has no keyboard.
const keys = document.querySelector<HTMLElement>('[data-keys]');
const box = keys && document.querySelector<HTMLInputElement>(`[name="${keys.dataset.keys}"]`);
if (keys && box) {
  keys.hidden = false;
  keys.addEventListener('click', (event) => {
    const key = event.target instanceof HTMLElement ? event.target.dataset.key : undefined;
    if (key === undefined) return;
    box.value = key === 'back' ? box.value.slice(0, -1) : (box.value + key).slice(0, 6);
  });
}

// The display hears of every change; the connection is made again by itself after a restart of the server.
const board = document.querySelector<HTMLElement>('[data-live]');
if (board?.dataset.live) {
  const source = new EventSource(board.dataset.live);
  let lastCall = board.querySelector<HTMLElement>('[data-call]')?.dataset.call;
  source.addEventListener('board', (event) => {
    board.innerHTML = (event as MessageEvent<string>).data;
    const call = board.querySelector<HTMLElement>('[data-call]')?.dataset;
    if (call?.call && call.call !== lastCall) speak(call.words ?? '');
    lastCall = call?.call;
  });
  source.addEventListener('open', () => board.removeAttribute('data-lost'));
  source.addEventListener('error', () => {
    board.dataset.lost = 'true';
    // a server that answered with a page has no stream any more: ask for the whole page
    if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 10_000);
  });
}
